import { GrowingInts } from './growing-ints.ts';
import { mix32 } from './hash.ts';
import { SlotTable } from './slot-table.ts';
import type { SnapshotReader, SnapshotWriter } from './snapshot-bytes.ts';

/**
 * Gives every 32-bit number that it meets a number of its own, 0, 1, 2 …: small ones take less room in the records of
 * the versions, and what was first met together has numbers in a row.
 */
export class NumberBook {
  readonly #keys: GrowingInts;
  readonly #table: SlotTable;

  constructor(keys = new GrowingInts(), slots?: Int32Array) {
    this.#keys = keys;
    this.#table = new SlotTable((number) => mix32(this.#keys.data[number] ?? 0), slots);
  }

  get size(): number {
    return this.#keys.length;
  }

  get bytes(): number {
    return this.#keys.data.byteLength + this.#table.slots.byteLength;
  }

  keyOf(number: number): number {
    return this.#keys.data[number] ?? 0;
  }

  /** The number of a key, -1 when it was never met. */
  find(key: number): number {
    const table = this.#table;
    const keys = this.#keys.data;
    for (let at = table.first(mix32(key)); at !== -1; at = table.next(at)) {
      const number = table.valueAt(at);
      if (keys[number] === key) return number;
    }
    return -1;
  }

  /** The number of a key, a new one when it was never met. */
  take(key: number): number {
    const known = this.find(key);
    if (known !== -1) return known;
    this.#keys.push(key);
    this.#table.add(this.#keys.length - 1);
    return this.#keys.length - 1;
  }

  write(snapshot: SnapshotWriter): void {
    snapshot.ints(this.#keys.used());
    snapshot.ints(this.#table.slots);
  }

  static read(snapshot: SnapshotReader): NumberBook {
    const keys = snapshot.ints();
    return new NumberBook(new GrowingInts(keys, keys.length), snapshot.ints());
  }
}
