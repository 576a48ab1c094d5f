import type { History, HistoryFormat, ReadChat, ReadMessage, Skipped } from './history.ts';

/** Between 2000 and 2100: no chat is older, no clock is later. */
const FIRST_TIME = 946_684_800_000;
const LAST_TIME = 4_102_444_800_000;

/** Characters of one message that are read, as in a page; a longer one is cut and marked. */
const MAX_TEXT = 20_000;
const MAX_NAME = 500;

/** What a reader says of one message; see `ReadMessage`. */
export type Told = Omit<ReadMessage, 'inChat' | 'from' | 'oversize'>;

/** Takes in what readers find, with the bounds of everything that comes from a file. */
export class HistoryBuilder {
  readonly history: History = {
    files: [],
    chats: [],
    messages: [],
    skipped: { system: 0, recalled: 0, empty: 0, time: 0 },
  };
  readonly #places = new Map<string, number>();
  /** Equal names are one string: half a million of them would be half a million strings. */
  readonly #names = new Map<string, string>();

  /** From now on messages are of this file. */
  begin(name: string, format: HistoryFormat): void {
    this.history.files.push({ name, format, messages: 0 });
  }

  /** The place of a chat; `key` tells chats of one file apart that have the same name, or none. */
  chat({ site, name, isPrivate }: Omit<ReadChat, 'from'>, key = ''): number {
    const from = this.history.files.length - 1;
    const bounded = name === null ? null : name.trim().slice(0, MAX_NAME) || null;
    const id = [from, site, bounded ?? '', key].join('\u0000');
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    const place = this.history.chats.push({ site, name: bounded, isPrivate, from }) - 1;
    this.#places.set(id, place);
    return place;
  }

  /** Chats after the last one that is left were taken back with their file. */
  forget(): void {
    const left = this.history.chats.length;
    for (const [id, place] of this.#places) if (place >= left) this.#places.delete(id);
  }

  skip(why: keyof Skipped): void {
    this.history.skipped[why] += 1;
  }

  add(inChat: number, told: Told): void {
    const { time, kind, own } = told;
    if (!(time > FIRST_TIME && time < LAST_TIME)) {
      this.skip('time');
      return;
    }
    const text = told.text.trim();
    if (text === '' && kind === 'text') {
      this.skip('empty');
      return;
    }
    const from = this.history.files.length - 1;
    const message: ReadMessage = {
      ...{ inChat, from, time, kind, own },
      sender: this.#name(told.sender),
      text: text.slice(0, MAX_TEXT),
    };
    if (text.length > MAX_TEXT) message.oversize = true;
    if (told.file) message.file = { ...told.file, name: told.file.name.slice(0, MAX_NAME) };
    if (told.link) message.link = boundedLink(told.link);
    this.history.messages.push(message);
    const file = this.history.files[from];
    if (file) file.messages += 1;
  }

  #name(name: string): string {
    const bounded = name.trim().slice(0, MAX_NAME);
    const known = this.#names.get(bounded);
    if (known !== undefined) return known;
    this.#names.set(bounded, bounded);
    return bounded;
  }
}

/** Anything but a web address is none: it tells nothing apart. */
function boundedLink({ url, title }: { url: string; title: string }) {
  const address = /^https?:/i.test(url) ? url.slice(0, 2_000) : '';
  return { url: address, title: title.trim().slice(0, MAX_NAME) };
}
