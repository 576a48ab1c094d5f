import { TallyError } from './tally-error.ts';

/** How packed files begin: zip (so also XLSX and DOCX), gzip, 7z, RAR, and the older files of Office. */
const PACKED = ['504b0304', '504b0506', '1f8b', '377abcaf', '52617221', 'd0cf11e0'];

/**
 * The text of a file, which must be UTF-8; a byte order mark goes. Packed files are never unpacked: a small one can
 * hold more than any memory. Throws `TallyError`.
 */
export function textOfFile(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new TallyError('empty', 'no bytes');
  const start = hexOf(bytes.subarray(0, 4));
  if (PACKED.some((sign) => start.startsWith(sign))) throw new TallyError('packed', start);
  try {
    if (/^(fffe|feff|00|..00)/.test(start)) throw new TypeError('UTF-16');
    // As a stream: half a character at the end is a file that was cut, which is told as such later.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    throw new TallyError('other-encoding', 'not UTF-8');
  }
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
