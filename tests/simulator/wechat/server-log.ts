import { fileOf } from './pictures.ts';
import type { PageOptions, Picture, SimulatedChat, SimulatedMessage } from './types.ts';

/** What the server knows: what to say at the next load, and what pictures look like. */
export type ServerLog = {
  /** Options for the document to be served now. */
  pageOptions(): PageOptions;
  pictures: Map<string, Picture>;
  chats(chats: readonly SimulatedChat[]): void;
  /** Gives every message an id and a time, and keeps it. */
  messages(messages: readonly SimulatedMessage[]): SimulatedMessage[];
  change(id: string, change: Partial<SimulatedMessage>): void;
  opened(chat: string): void;
};

export function createServerLog(options: PageOptions, keepOnReload: boolean): ServerLog {
  const pictures = new Map<string, Picture>();
  let chats: SimulatedChat[] = [...(options.chats ?? [])];
  let open = options.open;
  let loads = 0;
  const kept = new Map<string, SimulatedMessage>();
  const log: ServerLog = {
    pageOptions() {
      const messages = loads++ === 0 || keepOnReload ? [...kept.values()] : [];
      return { ...options, chats, messages, ...(open === undefined ? {} : { open }) };
    },
    pictures,
    chats(more) {
      chats = [...chats, ...more];
    },
    messages(given) {
      return given.map((message) => {
        const id = message.id ?? newId();
        const file = message.picture && fileOf(message.picture);
        const time = message.time ?? Date.now();
        const whole = { ...message, id, time, ...(file && { pictureFile: file }) };
        kept.set(id, whole);
        if (message.picture) pictures.set(id, message.picture);
        return whole;
      });
    },
    change(id, change) {
      const message = kept.get(id);
      if (message) kept.set(id, { ...message, ...change });
    },
    opened(chat) {
      open = chat;
    },
  };
  log.messages(options.messages ?? []);
  return log;
}

function newId(): string {
  const digits = Array.from({ length: 18 }, () => Math.floor(Math.random() * 10)).join('');
  return `${1 + Math.floor(Math.random() * 8)}${digits}`;
}
