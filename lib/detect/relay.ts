import { hash53 } from './hash';
import { compact } from './normalize';
import type { Message } from './types';

/** A relay list (接龙): which list of which chat, and its head. */
export type Relay = { key: string; head: string };

const ENTRY = /^[ \t]*1[ \t]*[.、．)][ \t]*\S/m;

/** Reads a relay list: "#接龙", a head, numbered entries. Null for anything else. */
export function relayOf(message: Message): Relay | null {
  if (message.kind !== 'text') return null;
  const text = message.text.slice(0, 4000);
  const mark = /^\s*[#＃]\s*接[龙龍]/.exec(text);
  if (!mark) return null;
  const rest = text.slice(mark[0].length);
  const entry = ENTRY.exec(rest);
  if (!entry) return null;
  const head = compact(rest.slice(0, entry.index).normalize('NFKC').toLowerCase());
  if (head === '') return null;
  return { key: hash53(`${message.site}:${message.chat}\u0000${head}`), head };
}
