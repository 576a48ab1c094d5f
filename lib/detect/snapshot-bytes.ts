const MAGIC = 0x464c4958;
/** Raise it with every change of what is written. */
const FORMAT = 8;
/** Magic, format, length in bytes, checksum. */
const HEAD = 4;

/** Puts numbers, bytes and texts into one block of memory, each behind its length, the whole behind a checksum. */
export class SnapshotWriter {
  readonly #parts: Uint8Array[] = [];
  #words = HEAD;

  ints(values: Int32Array): void {
    this.bytes(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }

  bytes(values: Uint8Array): void {
    this.#parts.push(values);
    this.#words += 1 + Math.ceil(values.length / 4);
  }

  text(value: string): void {
    const units = new Uint16Array(value.length);
    for (let at = 0; at < value.length; at++) units[at] = value.charCodeAt(at);
    this.bytes(new Uint8Array(units.buffer));
  }

  finish(): ArrayBuffer {
    const words = new Int32Array(this.#words);
    const bytes = new Uint8Array(words.buffer);
    let at = HEAD;
    for (const part of this.#parts) {
      words[at++] = part.length;
      bytes.set(part, at * 4);
      at += Math.ceil(part.length / 4);
    }
    words.set([MAGIC, FORMAT, bytes.length, 0]);
    words[3] = checksum(words);
    return words.buffer;
  }
}

/** Reads in the order of writing. The constructor throws a RangeError when the snapshot is damaged or of another format. */
export class SnapshotReader {
  readonly #words: Int32Array;
  #at = HEAD;

  constructor(snapshot: unknown) {
    if (!(snapshot instanceof ArrayBuffer) || snapshot.byteLength < HEAD * 4) {
      throw new RangeError('not a snapshot of the index');
    }
    if (snapshot.byteLength % 4 !== 0) throw new RangeError('cut snapshot');
    this.#words = new Int32Array(snapshot);
    const [magic, format, length, sum] = this.#words;
    if (magic !== MAGIC || format !== FORMAT) throw new RangeError('snapshot of another format');
    if (length !== snapshot.byteLength || sum !== checksum(this.#words)) {
      throw new RangeError('damaged snapshot');
    }
  }

  /** A copy of the next numbers. */
  ints(): Int32Array {
    const { start, bytes } = this.#next();
    return this.#words.slice(start, start + bytes / 4);
  }

  /** The next bytes, in the memory of the snapshot itself: not to be written in. */
  bytes(): Uint8Array {
    const { start, bytes } = this.#next();
    return new Uint8Array(this.#words.buffer, start * 4, bytes);
  }

  text(): string {
    const bytes = this.bytes();
    const units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
    const parts: string[] = [];
    for (let at = 0; at < units.length; at += 8192) {
      parts.push(String.fromCharCode(...units.subarray(at, at + 8192)));
    }
    return parts.join('');
  }

  #next(): { start: number; bytes: number } {
    const bytes = this.#words[this.#at] ?? -1;
    const start = this.#at + 1;
    this.#at = start + Math.ceil(bytes / 4);
    if (bytes < 0 || this.#at > this.#words.length) throw new RangeError('cut snapshot');
    return { start, bytes };
  }
}

/** The checksum of bytes, whose number is one of whole words. */
export function checksumOf(bytes: Uint8Array): number {
  const words = new Int32Array(HEAD + bytes.length / 4);
  new Uint8Array(words.buffer).set(bytes, HEAD * 4);
  words[0] = bytes.length;
  return checksum(words);
}

/**
 * Over every word but the checksum's own. Each step is one-to-one in the word and in the sum so far, so one changed
 * word always shows. Four sums side by side: a processor works on all at once.
 */
function checksum(words: Int32Array): number {
  const sums = [0x9e3779b9 | 0, 0x85ebca6b | 0, 0xc2b2ae35 | 0, 0x27d4eb2f | 0];
  let [one = 0, two = 0, three = 0, four = 0] = sums;
  one = step(step(step(one, words[0] ?? 0), words[1] ?? 0), words[2] ?? 0);
  let at = HEAD;
  for (; at + 4 <= words.length; at += 4) {
    one = step(one, words[at] ?? 0);
    two = step(two, words[at + 1] ?? 0);
    three = step(three, words[at + 2] ?? 0);
    four = step(four, words[at + 3] ?? 0);
  }
  for (; at < words.length; at++) one = step(one, words[at] ?? 0);
  return step(step(step(one, two), three), four);
}

function step(sum: number, word: number): number {
  const mixed = Math.imul(sum ^ word, 0x01000193);
  return mixed ^ (mixed >>> 15);
}
