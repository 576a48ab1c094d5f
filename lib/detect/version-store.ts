import { IdTable } from './id-table.ts';
import { RecordWriter } from './record-bytes.ts';
import { rising } from './rising.ts';
import { SlotTable } from './slot-table.ts';
import type { SnapshotReader, SnapshotWriter } from './snapshot-bytes.ts';
import { StoredVersion } from './stored-version.ts';
import type { NewVersion } from './version.ts';
import { emptyParts, readParts, type VersionParts, writeParts } from './version-parts.ts';
import { writeRecord, writeWords } from './version-record.ts';
import { REVISES_UNKNOWN } from './version-rows.ts';

/** Versions that were looked at lately, kept ready. */
const VIEWS_KEPT = 4000;
const record = new RecordWriter();

/**
 * All versions, known by ordinals in the order of their coming: rows of numbers, records that never change (with the
 * words), tables that lead to ordinals.
 */
export class VersionStore {
  readonly parts: VersionParts;
  readonly #ids: IdTable;
  readonly #exact: SlotTable;
  readonly #views = new Map<number, StoredVersion>();

  constructor(parts = emptyParts(), ids?: Int32Array, exact?: Int32Array) {
    this.parts = parts;
    this.#ids = new IdTable(parts, ids);
    this.#exact = new SlotTable((ordinal) => parts.rows.exactLow(ordinal), exact);
  }

  /** Bytes in memory, without and of the words of the notices. What is kept ready for a while is not counted. */
  get size(): { index: number; texts: number } {
    const { rows, pages, words, names, places, prints } = this.parts;
    const tables = this.#ids.slots.byteLength + this.#exact.slots.byteLength;
    const all = [rows, pages, names, places, prints].reduce(
      (sum, { bytes }) => sum + bytes,
      tables,
    );
    return { index: all, texts: words.bytes };
  }

  /** Takes a version in; `exact` are the halves of its exact key. Its id must not be known. */
  add(version: NewVersion, exact: Int32Array): StoredVersion {
    const { rows, pages, words, names, prints } = this.parts;
    const ordinal = rows.count;
    const numbers = rising(version.prints.map((print) => prints.add(print, ordinal)));
    record.clear();
    writeWords(record, version);
    const start = words.append(record.written(), ordinal);
    record.clear();
    const id = this.#ids.pack(version.id);
    writeRecord(record, version, id, names, numbers, start);
    rows.add(pages.append(record.written()), exact);
    this.#ids.add(ordinal);
    this.#exact.add(ordinal);
    if (version.revises !== null) this.setRevises(ordinal, version.revises);
    if (version.superseded) rows.setSuperseded(ordinal, true);
    if (!Object.is(version.seen, version.time)) this.parts.seen.set(ordinal, version.seen);
    if (version.came) this.parts.came.set(ordinal, version.came);
    return this.at(ordinal);
  }

  /** The version of an ordinal. Of one that was removed nothing can be read. */
  at(ordinal: number): StoredVersion {
    const known = this.#views.get(ordinal);
    if (known) return known;
    const view = new StoredVersion(this.parts, ordinal);
    this.#views.set(ordinal, view);
    return view;
  }

  /** Lets go of what was kept ready. Not while somebody compares versions by identity. */
  tidy(): void {
    if (this.#views.size > VIEWS_KEPT) this.#views.clear();
  }

  byId(id: string): StoredVersion | undefined {
    const ordinal = this.#ids.find(id);
    return ordinal === -1 ? undefined : this.at(ordinal);
  }

  /** -1 when it is not known. */
  ordinalOf(id: string): number {
    return this.#ids.find(id);
  }

  /** The living ones of some ordinals, in their order. */
  living(ordinals: readonly number[]): StoredVersion[] {
    const { rows } = this.parts;
    return ordinals.filter((ordinal) => !rows.isDead(ordinal)).map((ordinal) => this.at(ordinal));
  }

  /** The living versions, oldest first, each only when it is asked for. */
  *all(): Generator<StoredVersion> {
    const { rows } = this.parts;
    for (let ordinal = 0; ordinal < rows.count; ordinal++) {
      if (!rows.isDead(ordinal)) yield new StoredVersion(this.parts, ordinal);
    }
  }

  /** The living versions with this exact key, newest first. */
  withExact([low = 0, high = 0]: Int32Array): StoredVersion[] {
    const { rows } = this.parts;
    const found: number[] = [];
    const table = this.#exact;
    for (let at = table.first(low); at !== -1; at = table.next(at)) {
      const ordinal = table.valueAt(at);
      if (ordinal === -1) continue;
      if (rows.exactLow(ordinal) === low && rows.exactHigh(ordinal) === high) found.push(ordinal);
    }
    return found.sort((one, other) => other - one).map((ordinal) => this.at(ordinal));
  }

  /** The halves of a version's exact key. */
  exactOf(ordinal: number): Int32Array {
    const { rows } = this.parts;
    return Int32Array.of(rows.exactLow(ordinal), rows.exactHigh(ordinal));
  }

  /** Takes a version out and blots out what it said. Its ordinal stays empty. */
  remove(version: StoredVersion): void {
    const { rows, pages, words, seen, came } = this.parts;
    const { ordinal, id } = version;
    if (words.isOpen(ordinal)) {
      const { start, end } = version.wordsPlace;
      words.wipe(ordinal, start, end);
    }
    this.#ids.remove(id);
    const table = this.#exact;
    for (let at = table.first(rows.exactLow(ordinal)); at !== -1; at = table.next(at)) {
      if (table.valueAt(at) === ordinal) table.removeAt(at);
    }
    pages.wipe(rows.addressOf(ordinal), version.length);
    rows.bury(ordinal);
    seen.delete(ordinal);
    came.delete(ordinal);
    this.#views.delete(ordinal);
  }

  setRevises(ordinal: number, id: string): void {
    const target = this.#ids.find(id);
    this.parts.rows.setTarget(ordinal, target === -1 ? REVISES_UNKNOWN : target);
  }

  isRevised({ ordinal: target }: StoredVersion): boolean {
    const { rows } = this.parts;
    for (let ordinal = rows.count - 1; ordinal >= 0; ordinal--) {
      if (rows.targetOf(ordinal) === target && !rows.isDead(ordinal)) return true;
    }
    return false;
  }

  addPlace(ordinal: number, place: string): void {
    const { rows, names, places } = this.parts;
    rows.setPlace(ordinal, places.add(names.take(place), rows.placeOf(ordinal)));
  }

  write(snapshot: SnapshotWriter): void {
    writeParts(this.parts, snapshot);
    snapshot.ints(this.#ids.slots);
    snapshot.ints(this.#exact.slots);
  }

  static read(snapshot: SnapshotReader): VersionStore {
    const parts = readParts(snapshot);
    const ids = snapshot.ints();
    return new VersionStore(parts, ids, snapshot.ints());
  }
}
