import type { DemandKind } from '../../lib/detect/types';
import type { ObservedMessage } from '../../lib/messages/protocol';
import { dayOf } from '../../lib/tally/local-day';
import { TODAY } from './tally-bench';

type Kept = ObservedMessage & { folded: boolean; recalled: boolean };
type Sums = Record<string, Record<string, unknown>>;
/** Where something is counted: the day of the message, but for a fold. */
type Place = { chat: string; day?: string };
/** What was kept at some time, as a backup holds it. */
export type PlainCopy = { kept: [string, Kept][]; versions: Version[] };

/** Notices of one text, with what an earlier version had asked when it was first told. */
type Version = { text: string; asked: string[]; revises: boolean };

/**
 * The tally as one would write it without a database, an index or a thought of speed: keep every message, and count
 * all of them anew whenever someone asks. Understands the toy judge's words.
 */
export class PlainTally {
  readonly #kept = new Map<string, Kept>();
  /** Living versions, oldest first. */
  #versions: Version[] = [];

  tell(message: ObservedMessage): void {
    const known = this.#kept.get(message.key);
    const isSame = known?.hash === message.hash;
    if (known && isSame) {
      if (message.via === 'page') known.via = 'page';
      return;
    }
    if (known?.via === 'page' && message.via === 'feed') return;
    if (known) this.#kept.delete(message.key);
    this.#buryEmpty();
    this.#found(message);
    const { time, chat, own } = known ?? message;
    const { folded, recalled } = known ?? { folded: false, recalled: false };
    this.#kept.set(message.key, { ...message, time, chat, own, folded, recalled });
  }

  fold(key: string): void {
    const kept = this.#kept.get(key);
    if (kept) kept.folded = true;
  }

  erase(chat: string): void {
    for (const [key, kept] of this.#kept) if (kept.chat === chat) this.#kept.delete(key);
    this.#buryEmpty();
  }

  eraseDays(from: string, to: string): void {
    for (const [key, kept] of this.#kept) {
      const day = dayIn(kept);
      if (from <= day && day <= to) this.#kept.delete(key);
    }
    this.#buryEmpty();
  }

  eraseEverything(): void {
    this.#kept.clear();
    this.#buryEmpty();
  }

  copy(): PlainCopy {
    return structuredClone({ kept: [...this.#kept], versions: this.#versions });
  }

  /** What is unknown comes back as it was; of what is known only a fold does. */
  restore({ kept, versions }: PlainCopy): void {
    for (const [key, before] of kept) {
      const known = this.#kept.get(key);
      if (known) known.folded ||= before.folded;
      else this.#kept.set(key, { ...before });
    }
    const missing = versions.filter(
      ({ text }) => !this.#versions.some((each) => each.text === text),
    );
    this.#versions.push(...missing);
    this.#buryEmpty();
  }

  sums(): Sums {
    const sums: Sums = {};
    const count = (place: Place, name: string, more = 1) => {
      const row = rowOf(sums, place);
      row[name] = ((row[name] as number | undefined) ?? 0) + more;
    };
    for (const kept of this.#kept.values()) {
      const { chat, own, text, folded } = kept;
      const place = placeOf(kept);
      count(place, 'messages');
      if (own) count(place, 'own');
      if (!own && isReply(text)) count(place, 'replies');
      if (!own && !isNotice(text)) for (const kind of asks(text)) demand(sums, place, kind);
      if (folded) count({ chat }, 'folded');
      if (folded) count({ chat }, 'foldedChars', length(text));
    }
    for (const version of this.#versions) this.#countVersion(version, sums, count);
    return sums;
  }

  #countVersion(
    { text, asked, revises }: Version,
    sums: Sums,
    count: (place: Place, name: string, more?: number) => void,
  ): void {
    const others = this.#stating(text).filter(({ own }) => !own);
    others.sort((a, b) => a.time - b.time || (a.key < b.key ? -1 : 1));
    const [first, ...copies] = others;
    if (!first) return;
    count(placeOf(first), 'notices');
    if (revises) count(placeOf(first), 'revisions');
    for (const copy of copies) {
      count(placeOf(copy), 'copies');
      count(placeOf(copy), 'copyChars', length(text));
    }
    for (const kind of asks(text)) {
      if (kind === 'reply') {
        const chats = new Map(others.toReversed().map((each) => [each.chat, each]));
        for (const earliest of chats.values()) demand(sums, placeOf(earliest), kind);
      } else if (!asked.includes(kind)) {
        demand(sums, placeOf(first), kind);
      }
    }
  }

  #found({ text }: ObservedMessage): void {
    if (!isNotice(text) || this.#versions.some((version) => version.text === text)) return;
    const fixed = text
      .split(' ')
      .find((word) => word.startsWith('fix:'))
      ?.slice('fix:'.length);
    const changes = this.#versions.find((version) => version.text.split(' ').includes(fixed ?? ''));
    const isAsked = changes && this.#stating(changes.text).some(({ own }) => !own);
    const asked = [...(changes?.asked ?? []), ...(isAsked ? asks(changes.text) : [])];
    this.#versions.push({ text, asked, revises: changes !== undefined });
  }

  #stating(text: string): Kept[] {
    return [...this.#kept.values()].filter((kept) => kept.text === text);
  }

  #buryEmpty(): void {
    this.#versions = this.#versions.filter(({ text }) => this.#stating(text).length > 0);
  }
}

function dayIn({ time }: Kept): string {
  return dayOf(time, 4);
}

function placeOf(kept: Kept): Place {
  return { chat: kept.chat, day: dayIn(kept) };
}

function demand(sums: Sums, place: Place, kind: DemandKind): void {
  const row = rowOf(sums, place);
  const demands = (row.demands ?? {}) as Record<string, number>;
  row.demands = { ...demands, [kind]: (demands[kind] ?? 0) + 1 };
}

function rowOf(sums: Sums, { chat, day = TODAY }: Place): Record<string, unknown> {
  const id = `${day}|wechat|${chat}`;
  const row = sums[id] ?? {};
  sums[id] = row;
  return row;
}

function isReply(text: string): boolean {
  return text.split(' ').includes('reply');
}

function isNotice(text: string): boolean {
  return !isReply(text) && !text.split(' ').includes('loose');
}

function asks(text: string): DemandKind[] {
  const words = text.split(' ').filter((word) => word.startsWith('?'));
  return words.map((word) => word.slice(1) as DemandKind);
}

function length(text: string): number {
  return text.replaceAll(' ', '').length;
}
