/** A small block doubles, a large one grows by little, so that little of it lies empty. */
const LARGE = 1 << 16;
const GROWTH = 1.125;

/** 32-bit numbers in one block of memory that grows. */
export class GrowingInts {
  data: Int32Array;
  length: number;

  constructor(data: Int32Array = new Int32Array(16), length = 0) {
    this.data = data;
    this.length = length;
  }

  push(value: number): void {
    const at = this.reserve(1);
    this.data[at] = value;
  }

  /** Room for `count` numbers at the end, all zero; returns where it begins. */
  reserve(count: number): number {
    const start = this.length;
    this.length += count;
    if (this.length > this.data.length) {
      const { length } = this.data;
      const larger = Math.ceil(length * (length < LARGE ? 2 : GROWTH));
      const grown = new Int32Array(Math.max(this.length, larger));
      grown.set(this.data);
      this.data = grown;
    }
    return start;
  }

  /** As much as is in use. */
  used(): Int32Array {
    return this.data.subarray(0, this.length);
  }
}
