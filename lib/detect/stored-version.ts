import type { RecordReader } from './record-bytes.ts';
import type { Version } from './version.ts';
import { recordOf, type VersionParts } from './version-parts.ts';
import { type Attachments, type RecordHead, readHead, readId } from './version-record.ts';
import { REVISES_NOTHING } from './version-rows.ts';

const NO_ATTACHMENTS: Attachments = {};

/**
 * A version in the store. What seldom counts is read from its record only when it is asked for; to ask for its words or
 * attachments may throw `WordsMissing`.
 */
export class StoredVersion implements Version {
  readonly ordinal: number;
  readonly site: string;
  readonly chat: string;
  readonly sender: string;
  readonly time: number;
  readonly kind: Version['kind'];
  readonly header: string | null;
  readonly #parts: VersionParts;
  readonly #head: RecordHead;
  #id: string | undefined;
  #prints: number[] | undefined;
  #attachments: Attachments | undefined;

  constructor(parts: VersionParts, ordinal: number) {
    const head = readHead(recordOf(parts, ordinal), parts.names);
    this.#parts = parts;
    this.#head = head;
    this.ordinal = ordinal;
    this.site = head.site;
    this.chat = head.chat;
    this.sender = head.sender;
    this.time = head.time;
    this.kind = head.kind;
    this.header = head.header;
  }

  get id(): string {
    this.#id ??= readId(recordOf(this.#parts, this.ordinal), this.#parts.names);
    return this.#id;
  }

  get seen(): number {
    return this.#parts.seen.get(this.ordinal) ?? this.time;
  }

  /** "" when what it changes is not known, or not any more. */
  get revises(): string | null {
    const { rows, names } = this.#parts;
    const target = rows.targetOf(this.ordinal);
    if (target === REVISES_NOTHING) return null;
    return target < 0 || rows.isDead(target) ? '' : readId(recordOf(this.#parts, target), names);
  }

  get superseded(): boolean {
    return this.#parts.rows.isSuperseded(this.ordinal);
  }

  get places(): string[] {
    const { rows, names, places } = this.#parts;
    return places.from(rows.placeOf(this.ordinal)).map((name) => names.nameOf(name));
  }

  get came(): readonly string[] | undefined {
    return this.#parts.came.get(this.ordinal);
  }

  get prints(): number[] {
    const { book } = this.#parts.prints;
    this.#prints ??= this.#rest()
      .rising()
      .map((number) => book.keyOf(number));
    return this.#prints;
  }

  get text(): string {
    return this.#words().text();
  }

  get file(): Version['file'] {
    return this.#attached().file;
  }

  get link(): Version['link'] {
    return this.#attached().link;
  }

  get image(): Version['image'] {
    return this.#attached().image;
  }

  /** Bytes of its record. */
  get length(): number {
    const reader = this.#rest();
    reader.skipRising();
    reader.number();
    return reader.at - recordOf(this.#parts, this.ordinal).at;
  }

  /** Where its words begin and end in their page. */
  get wordsPlace(): { start: number; end: number } {
    const start = this.#wordsStart();
    const reader = this.#words();
    reader.text();
    return { start, end: reader.at };
  }

  #rest(): RecordReader {
    const reader = recordOf(this.#parts, this.ordinal);
    reader.at = this.#head.rest;
    return reader;
  }

  #attached(): Attachments {
    if (!this.#head.attached) return NO_ATTACHMENTS;
    if (!this.#attachments) {
      const reader = this.#parts.words.reader(this.ordinal, this.#wordsStart());
      this.#attachments = JSON.parse(reader.text()) as Attachments;
    }
    return this.#attachments;
  }

  #wordsStart(): number {
    const reader = this.#rest();
    reader.skipRising();
    return reader.number();
  }

  /** Reads its text. */
  #words(): RecordReader {
    const reader = this.#parts.words.reader(this.ordinal, this.#wordsStart());
    if (this.#head.attached) reader.text();
    return reader;
  }
}
