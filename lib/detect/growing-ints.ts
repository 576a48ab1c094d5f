/** 32-bit numbers in one block of memory. It grows by a quarter, so that little of it lies empty. */
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
      const grown = new Int32Array(Math.max(this.length, Math.ceil(this.data.length * 1.25)));
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
