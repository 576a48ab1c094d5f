/** True where the browser packs by itself (Chromium 80, Firefox 113 and later). */
export function canPack(): boolean {
  return typeof CompressionStream !== 'undefined' && typeof DecompressionStream !== 'undefined';
}

/** The text packed by gzip, as base64: a storage of ours keeps text only. */
export async function packed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (let from = 0; from < bytes.length; from += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  }
  return btoa(binary);
}

/**
 * The text again, of at most `longest` bytes. Rejects when it is not what `packed` made, or is longer: a small packed text
 * can hold more than any memory.
 */
export async function unpacked(base64: string, longest: number): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return await new Blob(chunks).text();
      length += value.length;
      if (length > longest) throw new RangeError(`more than ${longest} bytes`);
      chunks.push(value as Uint8Array<ArrayBuffer>);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** As many arguments as any engine takes in one call. */
const CHUNK = 0x8000;
