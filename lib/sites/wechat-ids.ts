/** Rooms are "@@…" or "…@chatroom"; persons "@…". */
export function isGroupId(username: string): boolean {
  return username.startsWith('@@') || username.endsWith('@chatroom');
}

/** While an own message is being sent it has 17 digits: the time in ms and four random ones. Server ids are random 64-bit numbers. */
export function isLocalId(id: string): boolean {
  const sentAt = Number(id.slice(0, 13));
  return id.length === 17 && sentAt > 1.3e12 && sentAt < 4e12;
}
