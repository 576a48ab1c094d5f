const MARK = '#edit-';

/** What a message is called in the index when its own key names a version that it no longer states. */
export function editKey(key: string, hash: string): string {
  return `${key}${MARK}${hash}`;
}

/** The key of the message that is called so in the index. */
export function messageKeyOf(name: string): string {
  const end = name.lastIndexOf(MARK);
  return end === -1 ? name : name.slice(0, end);
}
