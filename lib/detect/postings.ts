import { GrowingInts } from './growing-ints.ts';
import { POSTINGS_KEPT, POSTINGS_READ } from './limits.ts';
import { NumberBook } from './number-book.ts';
import type { SnapshotReader, SnapshotWriter } from './snapshot-bytes.ts';

/** Lists grow through blocks of 4, 8, 16 and 32 entries; the last one goes round. */
const SMALLEST = 4;
const CLASSES = 4;

/**
 * Which versions have a fingerprint: by key the newest POSTINGS_READ ordinals, for no more are ever read, and how many
 * there were. A list of one, as most are, takes no block.
 */
export class Postings {
  readonly book: NumberBook;
  /** By number of the key: an ordinal, or ~ the place of a block [count, entries…]. */
  readonly #lists: GrowingInts;
  readonly #blocks: GrowingInts;
  /** By class the first block that is free, -1: none. A free block says in its first entry which is next. */
  readonly #free: Int32Array;

  constructor(
    book = new NumberBook(),
    lists = new GrowingInts(),
    blocks = new GrowingInts(),
    free: Int32Array = new Int32Array(CLASSES).fill(-1),
  ) {
    this.book = book;
    this.#lists = lists;
    this.#blocks = blocks;
    this.#free = free;
  }

  get bytes(): number {
    return this.book.bytes + this.#lists.data.byteLength + this.#blocks.data.byteLength;
  }

  /** How many had the key of this number; beyond a cap only roughly, for by then it is boilerplate. */
  countOf(number: number): number {
    const list = this.#lists.data[number] ?? 0;
    return list >= 0 ? 1 : (this.#blocks.data[~list] ?? 0);
  }

  /** Writes the ordinals that are kept of a key, newest first, into `to`, which has POSTINGS_READ places. Returns how many. */
  read(number: number, to: Int32Array): number {
    const list = this.#lists.data[number] ?? 0;
    if (list >= 0) {
      to[0] = list;
      return 1;
    }
    const { data } = this.#blocks;
    const count = data[~list] ?? 0;
    const readable = Math.min(count, POSTINGS_READ);
    for (let back = 0; back < readable; back++) {
      to[back] = data[~list + 1 + placeOf(count - 1 - back)] ?? 0;
    }
    return readable;
  }

  /** Notes that a version has a key. Returns the key's number. */
  add(key: number, ordinal: number): number {
    const number = this.book.take(key);
    if (number === this.#lists.length) {
      this.#lists.push(ordinal);
      return number;
    }
    const list = this.#lists.data[number] ?? 0;
    const count = this.countOf(number);
    let block = ~list;
    if (list >= 0) {
      block = this.#take(0);
      this.#blocks.data[block + 1] = list;
    } else if (count >= SMALLEST && count < POSTINGS_READ && isPowerOfTwo(count)) {
      block = this.#larger(block, count);
    }
    this.#lists.data[number] = ~block;
    const next = count >= POSTINGS_KEPT * 2 ? POSTINGS_KEPT + 1 : count + 1;
    this.#blocks.data[block] = next;
    this.#blocks.data[block + 1 + placeOf(next - 1)] = ordinal;
    return number;
  }

  #larger(block: number, count: number): number {
    const size = Math.log2(count / SMALLEST);
    const larger = this.#take(size + 1);
    const { data } = this.#blocks;
    data.copyWithin(larger, block, block + 1 + count);
    data[block + 1] = this.#free[size] ?? -1;
    this.#free[size] = block;
    return larger;
  }

  #take(size: number): number {
    const block = this.#free[size] ?? -1;
    if (block === -1) return this.#blocks.reserve(1 + (SMALLEST << size));
    this.#free[size] = this.#blocks.data[block + 1] ?? -1;
    return block;
  }

  write(snapshot: SnapshotWriter): void {
    this.book.write(snapshot);
    for (const ints of [this.#lists.used(), this.#blocks.used(), this.#free]) snapshot.ints(ints);
  }

  static read(snapshot: SnapshotReader): Postings {
    const book = NumberBook.read(snapshot);
    const lists = snapshot.ints();
    const blocks = snapshot.ints();
    return new Postings(
      book,
      new GrowingInts(lists, lists.length),
      new GrowingInts(blocks, blocks.length),
      snapshot.ints(),
    );
  }
}

/** Where in its block an entry stands. The cap on the count is a multiple of the block, so the round goes on. */
function placeOf(position: number): number {
  return position % POSTINGS_READ;
}

function isPowerOfTwo(count: number): boolean {
  return (count & (count - 1)) === 0;
}
