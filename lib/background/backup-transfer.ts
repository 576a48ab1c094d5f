import type { BackupPiece } from '../messages/protocol';

/** Longest backup that is put together, in UTF-16 units: a quarter of a million messages. */
const LONGEST = 256 * 1024 * 1024;

/** A piece does not go on where the last one ended: the worker was stopped in between, or another page began. */
export class TransferBroken extends Error {
  override readonly name = 'TransferBroken';
  readonly code = 'transfer-broken';
}

/** A backup on its way from a page, piece by piece. Only one at a time, and in memory alone: nothing of it stays. */
export class BackupTransfer {
  readonly #longest: number;
  #transfer: string | null = null;
  #pieces: string[] = [];
  #length = 0;

  constructor(longest = LONGEST) {
    this.#longest = longest;
  }

  /**
   * Takes one piece; the first one lets go of whatever was begun before. Answers the whole text with the last piece,
   * else null. Throws `TransferBroken`, and a RangeError where the text is longer than is read; nothing of it is kept then.
   */
  take({ transfer, at, isLast, text }: BackupPiece): string | null {
    if (at === 0) this.#begin(transfer);
    if (transfer !== this.#transfer) throw new TransferBroken('another backup was begun');
    if (at !== this.#pieces.length) {
      this.#begin(null);
      throw new TransferBroken('a piece of the backup is missing');
    }
    this.#pieces.push(text);
    this.#length += text.length;
    if (this.#length > this.#longest) {
      this.#begin(null);
      throw new RangeError(`a backup of more than ${this.#longest} characters`);
    }
    if (!isLast) return null;
    const whole = this.#pieces.join('');
    this.#begin(null);
    return whole;
  }

  #begin(transfer: string | null): void {
    this.#transfer = transfer;
    this.#pieces = [];
    this.#length = 0;
  }
}
