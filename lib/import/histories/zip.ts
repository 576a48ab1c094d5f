import { HistoryError, type Source } from './history.ts';

/** Bytes that the parts of one zip may unpack to: a small one can hold more than any memory. */
const MOST_UNPACKED = 1024 * 1024 * 1024;
const MOST_PARTS = 200_000;

/** Part names that may be an export; pictures and the like are never unpacked. */
const WANTED = /\.(?:json|jsonl|txt|csv|tsv|mht|mhtml)$/i;

const END = 0x06054b50;
const ENTRY = 0x02014b50;

type Entry = { path: string; method: number; packed: number; unpacked: number; offset: number };

export async function isZip(blob: Blob): Promise<boolean> {
  const head = new DataView(await blob.slice(0, 4).arrayBuffer());
  return head.byteLength === 4 && head.getUint32(0) === 0x504b0304;
}

/** The parts of a zip that may be exports, each unpacked when it is asked for. Throws `HistoryError`. */
export async function partsOfZip({ path, blob }: Source): Promise<Source[]> {
  const entries = await entriesOf(blob);
  const wanted = entries.filter(
    (entry) => WANTED.test(entry.path) && !entry.path.includes('__MACOSX'),
  );
  const total = wanted.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > MOST_UNPACKED || wanted.length > MOST_PARTS) throw new HistoryError('too-large');
  const parts: Source[] = [];
  for (const entry of wanted) {
    const name = entry.path.split('/').at(-1) ?? entry.path;
    parts.push({ name, path: `${path}/${entry.path}`, blob: await unpacked(blob, entry) });
  }
  return parts;
}

/** The table of contents at a zip's end. */
async function entriesOf(blob: Blob): Promise<Entry[]> {
  const tail = await viewOf(blob, Math.max(0, blob.size - 66_000), blob.size);
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== END) end--;
  if (end < 0) throw new HistoryError('packed');
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const from = tail.getUint32(end + 16, true);
  if (from + size > blob.size) throw new HistoryError('packed');
  const table = await viewOf(blob, from, from + size);
  const entries: Entry[] = [];
  let at = 0;
  while (at + 46 <= table.byteLength && entries.length < count) {
    if (table.getUint32(at, true) !== ENTRY) throw new HistoryError('packed');
    const nameLength = table.getUint16(at + 28, true);
    const rest = table.getUint16(at + 30, true) + table.getUint16(at + 32, true);
    if (at + 46 + nameLength > table.byteLength) throw new HistoryError('packed');
    const name = new Uint8Array(table.buffer, table.byteOffset + at + 46, nameLength);
    entries.push({
      path: new TextDecoder().decode(name),
      method: table.getUint16(at + 10, true),
      packed: table.getUint32(at + 20, true),
      unpacked: table.getUint32(at + 24, true),
      offset: table.getUint32(at + 42, true),
    });
    at += 46 + nameLength + rest;
  }
  return entries;
}

async function unpacked(
  blob: Blob,
  { method, packed, unpacked: size, offset }: Entry,
): Promise<Blob> {
  const head = await viewOf(blob, offset, offset + 30);
  if (head.byteLength < 30) throw new HistoryError('packed');
  const start = offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const part = blob.slice(start, start + packed);
  if (method === 0) return part;
  if (method !== 8) throw new HistoryError('packed');
  return inflated(part, size);
}

/** What a part really comes to is counted too: its table may lie. */
async function inflated(part: Blob, size: number): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = part.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Blob(chunks);
      length += value.length;
      if (length > size) throw new HistoryError('packed');
      chunks.push(value as Uint8Array<ArrayBuffer>);
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw error instanceof HistoryError ? error : new HistoryError('packed');
  }
}

async function viewOf(blob: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await blob.slice(from, to).arrayBuffer());
}
