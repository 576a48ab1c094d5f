/** More of the slots in use make looking up slow, fewer waste memory. */
const FULL = 0.85;
/** A small table doubles, a large one wastes less. */
const LARGE = 1 << 16;
const GROWTH = 1.25;
const REMOVED = -1;

/**
 * Numbers from 0 up, found by a 32-bit hash of something that is kept elsewhere: open addressing over one block of
 * memory. Several numbers may have one hash; whoever looks up compares the things themselves.
 *
 *     for (let at = table.first(hash); at !== -1; at = table.next(at)) … table.valueAt(at) …
 */
export class SlotTable {
  readonly #hashOf: (value: number) => number;
  /** Value + 1; 0 where there never was one. */
  #slots: Int32Array;
  /** Slots that are not 0. */
  #taken = 0;

  constructor(hashOf: (value: number) => number, slots: Int32Array = new Int32Array(16)) {
    this.#hashOf = hashOf;
    this.#slots = slots;
    for (const slot of slots) if (slot !== 0) this.#taken++;
  }

  get slots(): Int32Array {
    return this.#slots;
  }

  /** The first taken slot at which a value of this hash may stand; -1 when there is none. */
  first(hash: number): number {
    return this.#takenFrom(this.#home(hash));
  }

  next(at: number): number {
    return this.#takenFrom(at + 1 === this.#slots.length ? 0 : at + 1);
  }

  /** The value in a slot, -1 when it was removed. */
  valueAt(at: number): number {
    const slot = this.#slots[at] ?? 0;
    return slot === REMOVED ? -1 : slot - 1;
  }

  add(value: number): void {
    if (this.#taken + 1 > this.#slots.length * FULL) this.#grow();
    this.#put(value);
  }

  removeAt(at: number): void {
    this.#slots[at] = REMOVED;
  }

  #takenFrom(at: number): number {
    return this.#slots[at] === 0 ? -1 : at;
  }

  #home(hash: number): number {
    return Math.floor(((hash >>> 0) / 0x100000000) * this.#slots.length);
  }

  #put(value: number): void {
    const slots = this.#slots;
    let at = this.#home(this.#hashOf(value));
    while (slots[at] !== 0) at = at + 1 === slots.length ? 0 : at + 1;
    slots[at] = value + 1;
    this.#taken++;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(Math.ceil(old.length * (old.length < LARGE ? 2 : GROWTH)));
    this.#taken = 0;
    for (const slot of old) if (slot > 0) this.#put(slot - 1);
  }
}
