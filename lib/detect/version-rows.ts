import { GrowingInts } from './growing-ints.ts';
import type { SnapshotReader, SnapshotWriter } from './snapshot-bytes.ts';

/** Numbers a row: address of the record, what it revises with the flags, first place, two halves of the exact key. */
const WIDTH = 5;
const REVISES = 1;
const PLACE = 2;
const LOW = 3;
const HIGH = 4;

const DEAD = 1;
const SUPERSEDED = 2;
/** Above the flags: 0 revises nothing, 1 something that is not known (any more), else ordinal + 2. */
const FLAGS = 2;

export const REVISES_NOTHING = -2;
export const REVISES_UNKNOWN = -1;

/** One row of numbers a version, by its ordinal: what changes, and what is looked at without reading the record. */
export class VersionRows {
  readonly #rows: GrowingInts;

  constructor(rows = new GrowingInts()) {
    this.#rows = rows;
  }

  get count(): number {
    return this.#rows.length / WIDTH;
  }

  get bytes(): number {
    return this.#rows.data.byteLength;
  }

  add(address: number, exact: Int32Array): number {
    const start = this.#rows.reserve(WIDTH);
    const { data } = this.#rows;
    data[start] = address;
    data[start + LOW] = exact[0] ?? 0;
    data[start + HIGH] = exact[1] ?? 0;
    return start / WIDTH;
  }

  addressOf(ordinal: number): number {
    return this.#get(ordinal, 0) >>> 0;
  }

  exactLow(ordinal: number): number {
    return this.#get(ordinal, LOW);
  }

  exactHigh(ordinal: number): number {
    return this.#get(ordinal, HIGH);
  }

  /** The first of its places in other chats, -1: none. */
  placeOf(ordinal: number): number {
    return this.#get(ordinal, PLACE) - 1;
  }

  setPlace(ordinal: number, place: number): void {
    this.#set(ordinal, PLACE, place + 1);
  }

  /** The ordinal of the version that it changes, or REVISES_NOTHING or REVISES_UNKNOWN. */
  targetOf(ordinal: number): number {
    return (this.#get(ordinal, REVISES) >>> FLAGS) - 2;
  }

  setTarget(ordinal: number, target: number): void {
    const flags = this.#get(ordinal, REVISES) & (DEAD | SUPERSEDED);
    this.#set(ordinal, REVISES, ((target + 2) << FLAGS) | flags);
  }

  isDead(ordinal: number): boolean {
    return (this.#get(ordinal, REVISES) & DEAD) !== 0;
  }

  isSuperseded(ordinal: number): boolean {
    return (this.#get(ordinal, REVISES) & SUPERSEDED) !== 0;
  }

  setSuperseded(ordinal: number, is: boolean): void {
    const other = this.#get(ordinal, REVISES) & ~SUPERSEDED;
    this.#set(ordinal, REVISES, is ? other | SUPERSEDED : other);
  }

  /** Takes a version out; nothing of its content stays in the row. */
  bury(ordinal: number): void {
    this.#set(ordinal, REVISES, DEAD);
    for (const column of [PLACE, LOW, HIGH]) this.#set(ordinal, column, 0);
  }

  write(snapshot: SnapshotWriter): void {
    snapshot.ints(this.#rows.used());
  }

  static read(snapshot: SnapshotReader): VersionRows {
    const rows = snapshot.ints();
    return new VersionRows(new GrowingInts(rows, rows.length));
  }

  #get(ordinal: number, column: number): number {
    return this.#rows.data[ordinal * WIDTH + column] ?? 0;
  }

  #set(ordinal: number, column: number, value: number): void {
    this.#rows.data[ordinal * WIDTH + column] = value;
  }
}
