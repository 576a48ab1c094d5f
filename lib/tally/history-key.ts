import type { Message } from '../detect/types.ts';
import type { Engine } from './engine.ts';

const MARK = ':history-';

/** Code points from which on nobody says the same in the same chat by chance: as long as a notice at least. */
const LONG = 24;

/** 53 bits of a text, as a whole number. */
export function numberOf(text: string, { hash }: Pick<Engine<unknown>, 'hash'>): number {
  return Number.parseInt(hash(text), 16);
}

/** The key of a message of a history: its row, where it has one, is known by it. */
export function historyKey(site: string, key: number): string {
  return `${site}${MARK}${key.toString(16).padStart(14, '0')}`;
}

/** Whether a message's key was made for a history, so that no page ever tells it. */
export function isHistoryKey(key: string): boolean {
  return key.includes(MARK);
}

/** The number in such a key; null of any other. */
export function historyNumber(key: string): number | null {
  const at = key.indexOf(MARK);
  return at === -1 ? null : Number.parseInt(key.slice(at + MARK.length), 16);
}

/** Whether a message says so much that another one with the same content is the same one. */
export function isLongContent({ kind, text, file, link }: Message): boolean {
  return (
    (kind === 'file' && file !== undefined) ||
    (kind === 'link' && link !== undefined) ||
    text.length >= LONG
  );
}

/**
 * What files often do not tell: how large a file was, which picture it was. Messages of one class that a file tells so are
 * the same as what a page tells in full. Null for what is told by its words.
 */
export function vagueClass({ kind, file }: Pick<Message, 'kind' | 'file'>): 'file' | 'bare' | null {
  if (kind === 'file') return (file?.size ?? 0) === 0 ? 'file' : null;
  return kind === 'text' || kind === 'link' || kind === 'system' ? null : 'bare';
}

/** A message as a file would tell it that says no more than that; null for what is told by its words. */
export function vaguelyTold(message: Message): Message | null {
  const { file, image: _, ...rest } = message;
  if (message.kind === 'file' && file) {
    return { ...rest, file: { ...file, size: 0, exact: false } };
  }
  return vagueClass(message) === 'bare' ? { ...rest, text: '' } : null;
}
