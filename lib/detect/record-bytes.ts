import { hashBytes } from './hash.ts';

/** Writes whole numbers and texts one behind the other; what is written is good until the next `clear`. */
export class RecordWriter {
  #bytes = new Uint8Array(1024);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** What was written since `clear`; not a copy. */
  written(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  /** A whole number from 0 up, seven bits a byte. */
  number(value: number): void {
    this.#room(8);
    let left = value;
    while (left >= 128) {
      this.#bytes[this.length++] = (left % 128) + 128;
      left = Math.floor(left / 128);
    }
    this.#bytes[this.length++] = left;
  }

  /** Numbers in rising order, each as its distance from the one before. */
  rising(values: Int32Array): void {
    this.number(values.length);
    let last = -1;
    for (const value of values) {
      this.number(value - last - 1);
      last = value;
    }
  }

  raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** UTF-16 as it is: two bytes a Chinese character, and nothing that cannot be written. One byte where all fit. */
  text(value: string): void {
    let all = 0;
    for (let at = 0; at < value.length; at++) all |= value.charCodeAt(at);
    const isWide = all > 0xff;
    this.number(value.length * 2 + (isWide ? 1 : 0));
    this.#room(value.length * 2);
    for (let at = 0; at < value.length; at++) {
      const unit = value.charCodeAt(at);
      this.#bytes[this.length++] = unit & 0xff;
      if (isWide) this.#bytes[this.length++] = unit >>> 8;
    }
  }

  #room(count: number): void {
    if (this.length + count <= this.#bytes.length) return;
    const grown = new Uint8Array((this.length + count) * 2);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/** Room for a part of a text: a call takes only so many arguments. */
const units = new Uint16Array(4096);

/** Reads what a RecordWriter wrote. */
export class RecordReader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  number(): number {
    const first = this.#bytes[this.at] ?? 0;
    if (first < 128) {
      this.at++;
      return first;
    }
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.#bytes[this.at++] ?? 0;
      if (byte < 128) return value + byte * scale;
      value += (byte - 128) * scale;
      scale *= 128;
    }
  }

  /** Whether these bytes come next. */
  startsWith(bytes: Uint8Array): boolean {
    for (let at = 0; at < bytes.length; at++) {
      if (this.#bytes[this.at + at] !== bytes[at]) return false;
    }
    return true;
  }

  /** The hash of the next bytes. */
  hashOf(count: number): number {
    return hashBytes(this.#bytes, this.at, this.at + count);
  }

  /** Numbers in rising order. */
  rising(): number[] {
    const values: number[] = [];
    let last = -1;
    for (let left = this.number(); left > 0; left--) {
      last += this.number() + 1;
      values.push(last);
    }
    return values;
  }

  /** Passes over rising numbers. */
  skipRising(): void {
    for (let left = this.number(); left > 0; left--) {
      while ((this.#bytes[this.at++] ?? 0) >= 128);
    }
  }

  text(): string {
    const mark = this.number();
    const step = 1 + (mark % 2);
    let left = Math.floor(mark / 2);
    let text = '';
    for (; left > 0; left -= units.length) {
      const count = Math.min(left, units.length);
      for (let at = 0; at < count; at++) {
        const high = step === 2 ? (this.#bytes[this.at + 1] ?? 0) : 0;
        units[at] = (this.#bytes[this.at] ?? 0) | (high << 8);
        this.at += step;
      }
      text += String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]);
    }
    return text;
  }
}
