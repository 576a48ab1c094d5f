/** Whether an address is one of a match pattern: one host with a path, every host below one, or a bare `*` for any host; a port is left out of both. */
export function isMatch(
  pattern: string,
  { protocol, hostname, pathname }: Pick<URL, 'protocol' | 'hostname' | 'pathname'>,
): boolean {
  const parts = /^(https?):\/\/(?:\*|(\*\.)?([^/*]+))(\/.*)$/.exec(pattern);
  if (!parts) return false;
  const [, scheme, anyBelow, host, path = ''] = parts;
  const isHost =
    host === undefined ||
    hostname === host ||
    (anyBelow !== undefined && hostname.endsWith(`.${host}`));
  return protocol === `${scheme}:` && isHost && isPath(path, pathname);
}

/** `*` stands for any characters. */
function isPath(pattern: string, path: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return path === first;
  const last = rest.pop() ?? '';
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}
