import { withRoom } from './pages.ts';
import { RecordReader } from './record-bytes.ts';
import { checksumOf, type SnapshotReader, type SnapshotWriter } from './snapshot-bytes.ts';

/**
 * Bytes of a page: some 1,600 notices. Of many notices few are read after a start, and a browser reads a quarter of a
 * megabyte in some 3 ms (Chromium, two cores, 2026-11-30: 22 MB in 200).
 */
const PAGE = 1 << 18;
const FIRST = 1 << 12;

/** Words are asked for that are not in memory. Whoever keeps the index reads their page from the disk and asks again. */
export class WordsMissing extends Error {
  override readonly name = 'WordsMissing';
  readonly page: number;

  constructor(page: number) {
    super('words that are not in memory');
    this.page = page;
  }
}

/**
 * The words of all versions in the order of their coming, in pages. The last page is open; a closed one never changes, so
 * it is written to the disk once, and may be left there until somebody asks for it.
 */
export class WordPages {
  /** null: only on the disk. */
  readonly #pages: (Uint8Array | null)[];
  /** By page: the ordinal of the first version in it, and its checksum when it is closed. */
  readonly #firsts: number[];
  readonly #sums: number[];
  /** Bytes in use of the open page. */
  #used: number;

  constructor(
    pages: (Uint8Array | null)[] = [],
    firsts: number[] = [],
    sums: number[] = [],
    used = 0,
  ) {
    this.#pages = pages;
    this.#firsts = firsts;
    this.#sums = sums;
    this.#used = used;
  }

  /** Bytes in memory. */
  get bytes(): number {
    return this.#pages.reduce((sum, page) => sum + (page?.length ?? 0), 0);
  }

  /** Number of closed pages. */
  get closed(): number {
    return Math.max(0, this.#pages.length - 1);
  }

  /** Closed pages that are only on the disk. */
  get absent(): number[] {
    return [...this.#pages.keys()].filter((number) => this.#pages[number] === null);
  }

  /** Writes down the words of a version, newer than all others. Returns where in their page they begin. */
  append(bytes: Uint8Array, ordinal: number): number {
    if (this.#pages.length === 0 || this.#used + bytes.length > PAGE) {
      this.#close();
      const isFirst = this.#pages.length === 0;
      this.#pages.push(new Uint8Array(isFirst ? FIRST : Math.max(PAGE, bytes.length)));
      this.#firsts.push(ordinal);
      this.#sums.push(0);
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += bytes.length;
    const open = withRoom(this.#pages.at(-1) ?? new Uint8Array(0), this.#used, PAGE);
    this.#pages[this.#pages.length - 1] = open;
    open.set(bytes, start);
    return start;
  }

  /** Reads the words of a version from where they begin. Throws `WordsMissing`. */
  reader(ordinal: number, start: number): RecordReader {
    const number = this.#pageOf(ordinal);
    const page = this.#pages[number];
    if (!page) throw new WordsMissing(number);
    return new RecordReader(page, start);
  }

  /** Blots out words. Those in a closed page are out of reach, and go when the index is cleared (see expire). */
  wipe(ordinal: number, start: number, end: number): void {
    if (this.isOpen(ordinal)) this.#pages.at(-1)?.fill(0, start, end);
  }

  /** The words of this version are in the open page. */
  isOpen(ordinal: number): boolean {
    return this.#pageOf(ordinal) === this.#pages.length - 1;
  }

  /** A closed page as it is to be written. */
  page(number: number): ArrayBuffer {
    const page = this.#pages[number];
    if (!page || number >= this.closed) throw new WordsMissing(number);
    return page.slice().buffer;
  }

  /** Takes in a page that was read from the disk. Throws a RangeError where it is not the one that was written. */
  put(number: number, read: unknown): void {
    const isBytes = read instanceof ArrayBuffer && read.byteLength % 4 === 0;
    const page = isBytes ? new Uint8Array(read) : null;
    if (!page || number >= this.closed || this.#sums[number] !== checksumOf(page)) {
      throw new RangeError('damaged words');
    }
    this.#pages[number] = page;
  }

  write(snapshot: SnapshotWriter): void {
    for (const numbers of [this.#firsts, this.#sums]) snapshot.ints(Int32Array.from(numbers));
    snapshot.bytes(this.#pages.at(-1)?.subarray(0, this.#used) ?? new Uint8Array(0));
  }

  /** All pages but the open one are on the disk only. */
  static read(snapshot: SnapshotReader): WordPages {
    const firsts = [...snapshot.ints()];
    const sums = [...snapshot.ints()];
    // It is written on: not in the memory of the snapshot.
    const open = snapshot.bytes().slice();
    const pages = firsts.map((_, number) => (number === firsts.length - 1 ? open : null));
    return new WordPages(pages, firsts, sums, open.length);
  }

  #close(): void {
    const last = this.#pages.length - 1;
    const page = this.#pages[last];
    if (!page) return;
    // Of whole words of memory, as the checksum takes them.
    const closed = new Uint8Array(Math.ceil(this.#used / 4) * 4);
    closed.set(page.subarray(0, this.#used));
    this.#pages[last] = closed;
    this.#sums[last] = checksumOf(closed);
  }

  #pageOf(ordinal: number): number {
    let [from, to] = [0, this.#firsts.length];
    while (to - from > 1) {
      const middle = (from + to) >>> 1;
      if ((this.#firsts[middle] ?? 0) <= ordinal) from = middle;
      else to = middle;
    }
    return from;
  }
}
