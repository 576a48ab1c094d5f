import { breath } from '../../tally/breath.ts';
import { HistoryError, type Source, type Watch } from './history.ts';

/** Bytes that are decoded at one time, and then a breath. */
const CHUNK = 1024 * 1024;

/** Longest line that is read, in UTF-16 units; what is beyond is left out. A message has 20,000 at most. */
const LONGEST_LINE = 1_000_000;

/** Bytes by which an encoding is told. */
const HEAD = 64 * 1024;

/** Share of characters that could not be decoded from which on the encoding is another. */
const MOST_UNKNOWN = 0.01;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** How a file is written: by its mark, else UTF-8 where that fits, else GB18030. Throws `HistoryError`. */
export async function encodingOf(blob: Blob): Promise<Encoding> {
  const head = new Uint8Array(await blob.slice(0, HEAD).arrayBuffer());
  if (head.length === 0) throw new HistoryError('empty');
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    if (!head.includes(0)) return 'utf-8';
  } catch {
    const text = new TextDecoder('gb18030').decode(head, { stream: true });
    const unknown = text.split('\ufffd').length - 1;
    if (unknown <= MOST_UNKNOWN * text.length && !head.includes(0)) return 'gb18030';
  }
  throw new HistoryError('encoding');
}

/** The text of a file piece by piece; a byte order mark goes. Breathes in between, and ends when it is stopped. */
export async function* textOf(blob: Blob, watch: Watch = {}): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(blob));
  for (let from = 0; from < blob.size; from += CHUNK) {
    if (watch.stopped?.aborted) return;
    const bytes = await blob.slice(from, from + CHUNK).arrayBuffer();
    yield decoder.decode(bytes, { stream: true });
    watch.progress?.(Math.min(from + CHUNK, blob.size));
    await breath();
  }
  yield decoder.decode();
}

/** The whole text of a file that must be read at once. */
export async function wholeText({ blob }: Source, watch: Watch, most: number): Promise<string> {
  if (blob.size > most) throw new HistoryError('too-large');
  const parts: string[] = [];
  for await (const part of textOf(blob, watch)) parts.push(part);
  return parts.join('');
}

/** Lines in their order, many at a time, with the number of the first one, from 1. Only so much of a line is kept. */
export async function* linesOf(
  blob: Blob,
  watch: Watch = {},
): AsyncGenerator<{ first: number; lines: string[] }> {
  let rest = '';
  let first = 1;
  for await (const part of textOf(blob, watch)) {
    const lines = part.split('\n');
    lines[0] = grown(rest, lines[0] ?? '');
    rest = lines.pop() ?? '';
    if (lines.length === 0) continue;
    yield { first, lines: lines.map(bounded) };
    first += lines.length;
  }
  if (rest !== '') yield { first, lines: [bounded(rest)] };
}

function grown(rest: string, more: string): string {
  return rest.length > LONGEST_LINE ? rest : rest + more;
}

function bounded(line: string): string {
  const end = line.endsWith('\r') ? line.length - 1 : line.length;
  return line.slice(0, Math.min(end, LONGEST_LINE));
}
