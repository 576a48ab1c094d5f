/** The match pattern of a web address; it names a host and means all of it, at any port. Null for anything but a web address. */
export function hostPattern(address: string): string | null {
  const typed = address.trim();
  if (typed === '') return null;
  try {
    const { protocol, hostname } = new URL(/^[a-z]+:/i.test(typed) ? typed : `https://${typed}`);
    const isHost = /^https?:$/.test(protocol) && hostname !== '' && !hostname.includes('*');
    return isHost ? `${protocol}//${hostname}/*` : null;
  } catch {
    return null;
  }
}

/** A pattern as a reader knows it: "https://chat.example.org". */
export function shownHost(pattern: string): string {
  return pattern.replace(/\/\*$/, '');
}
