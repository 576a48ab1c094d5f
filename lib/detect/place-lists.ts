import { GrowingInts } from './growing-ints.ts';
import type { SnapshotReader, SnapshotWriter } from './snapshot-bytes.ts';

const WIDTH = 2;

/** Where copies of the versions were posted: chained entries [number of the place's name, next entry or -1]. */
export class PlaceLists {
  readonly #entries: GrowingInts;

  constructor(entries = new GrowingInts()) {
    this.#entries = entries;
  }

  get bytes(): number {
    return this.#entries.data.byteLength;
  }

  /** Adds a place before the one that was first; returns the entry, which is now first. */
  add(name: number, first: number): number {
    const start = this.#entries.reserve(WIDTH);
    this.#entries.data[start] = name;
    this.#entries.data[start + 1] = first;
    return start / WIDTH;
  }

  /** Numbers of the names, oldest first. */
  from(first: number): number[] {
    const names: number[] = [];
    for (let at = first; at !== -1; at = this.#entries.data[at * WIDTH + 1] ?? -1) {
      names.push(this.#entries.data[at * WIDTH] ?? 0);
    }
    return names.reverse();
  }

  write(snapshot: SnapshotWriter): void {
    snapshot.ints(this.#entries.used());
  }

  static read(snapshot: SnapshotReader): PlaceLists {
    const entries = snapshot.ints();
    return new PlaceLists(new GrowingInts(entries, entries.length));
  }
}
