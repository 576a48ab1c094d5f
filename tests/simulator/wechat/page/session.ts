/** Session ids and message ids: new at each load, as in life. */

export function groupId(): string {
  return `@@${hex(64)}`;
}

export function personId(): string {
  return `@${hex(32)}`;
}

/** Nineteen digits, beyond what a double can hold. */
export function serverId(): string {
  return `${1 + Math.floor(Math.random() * 8)}${digits(18)}`;
}

/** Milliseconds and four random digits: seventeen. */
export function localId(): string {
  return `${Date.now()}${digits(4)}`;
}

/** Not yet acknowledged by the server. */
export function isLocalId(id: string): boolean {
  return id.length === 17;
}

function hex(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length / 2));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function digits(length: number): string {
  return Array.from({ length }, () => Math.floor(Math.random() * 10)).join('');
}
