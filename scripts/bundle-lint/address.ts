/**
 * Whether a text is, or begins with, an address outside the extension: of a host, or of a script in the address itself.
 * Names of XML vocabularies look like addresses and are none: nobody loads them.
 */
export function isForeign(text: string): boolean {
  const [, scheme] = /^\s*([a-z][a-z0-9+.-]*):/i.exec(text) ?? [];
  if (/^\s*\/\/[\w[]/.test(text)) return true;
  if (/^(https?|wss?|ftp)$/i.test(scheme ?? '')) return /^\s*\w+:\/\/[^/]/.test(text);
  return /^(javascript|vbscript)$/i.test(scheme ?? '');
}

/** Whether what an element or a style sheet loads stands in the build or in the address itself. */
export function isInside(address: string): boolean {
  return (
    /^data:(image|font)\//i.test(address.trim()) || /^(\.{0,2}\/)?(?!\/)[\w./-]+$/.test(address)
  );
}
