import { hashBytes } from './hash.ts';
import { packId } from './packed-id.ts';
import { RecordWriter } from './record-bytes.ts';
import { SlotTable } from './slot-table.ts';
import { recordOf, type VersionParts } from './version-parts.ts';

/** The packed id that is looked for; a record begins with the length of its id and the id. */
const wanted = new RecordWriter();

/** Finds ordinals by id. The ids stand in the records only. */
export class IdTable {
  readonly #parts: VersionParts;
  readonly #table: SlotTable;

  constructor(parts: VersionParts, slots?: Int32Array) {
    this.#parts = parts;
    this.#table = new SlotTable((ordinal) => this.#hashAt(ordinal), slots);
  }

  get slots(): Int32Array {
    return this.#table.slots;
  }

  /** The packed form of an id, good until the next call; names that it needs are noted. */
  pack(id: string): Uint8Array {
    wanted.clear();
    packId(id, wanted, (name) => this.#parts.names.take(name));
    return wanted.written();
  }

  /** To be called once the record of the ordinal is written. */
  add(ordinal: number): void {
    this.#table.add(ordinal);
  }

  /** The ordinal of the living version with an id, or -1. */
  find(id: string): number {
    const at = this.#slotOf(id);
    return at === -1 ? -1 : this.#table.valueAt(at);
  }

  /** To be called while the record can still be read. */
  remove(id: string): void {
    const at = this.#slotOf(id);
    if (at !== -1) this.#table.removeAt(at);
  }

  #slotOf(id: string): number {
    wanted.clear();
    if (!packId(id, wanted, (name) => this.#parts.names.find(name))) return -1;
    const bytes = wanted.written();
    const table = this.#table;
    const hash = hashBytes(bytes, 0, bytes.length);
    for (let at = table.first(hash); at !== -1; at = table.next(at)) {
      const ordinal = table.valueAt(at);
      if (ordinal !== -1 && this.#isAt(ordinal, bytes)) return at;
    }
    return -1;
  }

  #isAt(ordinal: number, bytes: Uint8Array): boolean {
    const reader = recordOf(this.#parts, ordinal);
    return reader.number() === bytes.length && reader.startsWith(bytes);
  }

  #hashAt(ordinal: number): number {
    const { rows, pages } = this.#parts;
    const address = rows.addressOf(ordinal);
    const page = pages.pageOf(address);
    const start = pages.offsetOf(address);
    const length = page[start] ?? 0;
    // Longer lengths take more than a byte.
    if (length < 128) return hashBytes(page, start + 1, start + 1 + length);
    const reader = recordOf(this.#parts, ordinal);
    return reader.hashOf(reader.number());
  }
}
