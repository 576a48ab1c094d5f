import type { SnapshotReader, SnapshotWriter } from './snapshot-bytes.ts';

const PAGE_BITS = 20;
const PAGE = 1 << PAGE_BITS;
const FIRST = 1 << 12;

/** A page with room for so many bytes: itself, or a larger one with what it holds. It doubles up to `most` bytes. */
export function withRoom(page: Uint8Array, needed: number, most: number): Uint8Array {
  if (page.length >= needed) return page;
  const grown = new Uint8Array(Math.max(needed, Math.min(most, page.length * 2)));
  grown.set(page);
  return grown;
}

/** Bytes that are written once, in pages: a full page never moves and is never copied. */
export class Pages {
  readonly #pages: Uint8Array[];
  /** Bytes in use by page. */
  readonly #used: number[];

  constructor(pages: Uint8Array[] = [], used: number[] = []) {
    this.#pages = pages;
    this.#used = used;
  }

  get bytes(): number {
    return this.#pages.reduce((sum, page) => sum + page.length, 0);
  }

  /** Writes bytes down and returns their address. */
  append(bytes: Uint8Array): number {
    let last = this.#pages.length - 1;
    const used = this.#used[last] ?? PAGE;
    if (used + bytes.length > PAGE) {
      last++;
      this.#pages.push(new Uint8Array(last === 0 ? FIRST : Math.max(PAGE, bytes.length)));
      this.#used.push(0);
    }
    const start = this.#used[last] ?? 0;
    this.#page(last, start + bytes.length).set(bytes, start);
    this.#used[last] = start + bytes.length;
    return last * PAGE + start;
  }

  pageOf(address: number): Uint8Array {
    return this.#pages[Math.floor(address / PAGE)] ?? new Uint8Array(0);
  }

  offsetOf(address: number): number {
    return address & (PAGE - 1);
  }

  /** Blots out what stands at an address. */
  wipe(address: number, length: number): void {
    const number = Math.floor(address / PAGE);
    const start = this.offsetOf(address);
    // The page may lie in the memory of a snapshot, which others may read.
    const page = (this.#pages[number] ?? new Uint8Array(0)).slice();
    page.fill(0, start, start + length);
    this.#pages[number] = page;
  }

  /** The page, with room for so many bytes. */
  #page(number: number, needed: number): Uint8Array {
    const page = withRoom(this.#pages[number] ?? new Uint8Array(0), needed, PAGE);
    this.#pages[number] = page;
    return page;
  }

  write(snapshot: SnapshotWriter): void {
    snapshot.ints(Int32Array.from(this.#used));
    for (const [number, page] of this.#pages.entries()) {
      snapshot.bytes(page.subarray(0, this.#used[number]));
    }
  }

  static read(snapshot: SnapshotReader): Pages {
    const used = [...snapshot.ints()];
    const pages = used.map(() => snapshot.bytes());
    // The last page is written on: not in the memory of the snapshot.
    const last = pages.pop();
    if (last) pages.push(last.slice());
    return new Pages(pages, used);
  }
}
