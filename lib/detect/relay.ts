import { type HashKey, hashWith } from './keyed-hash.ts';
import { matchesOf } from './matches.ts';
import { compact } from './normalize.ts';
import type { Message } from './types.ts';

/** A relay list (接龙): which head in which chat, and its entries without their numbers. */
export type Relay = { key: string; entries: string[] };

const MARK = /^\s{0,20}[#＃]\s{0,4}接[龙龍]/;
const ENTRY = /^[ \t]*(\d{1,3})[ \t]*[.、．)][ \t]*(\S[^\n]{0,200})/gm;
const ENTRY_LINE = /^[ \t]*\d{1,3}[ \t]*[.、．)][ \t]*\S/;
/** Entries that are read: enough to know a list again. */
const ENTRIES_READ = 200;

/** Reads a relay list: "#接龙", a head, numbered entries from 1 on. Null for anything else. */
export function relayOf(message: Message, key: HashKey): Relay | null {
  if (message.kind !== 'text') return null;
  const mark = MARK.exec(message.text);
  if (!mark) return null;
  const rest = message.text.slice(mark[0].length, 4000);
  const found = matchesOf(ENTRY, rest);
  const first = found.findIndex((match) => match[1] === '1');
  if (first === -1) return null;
  const head = words(rest.slice(0, found[first]?.index ?? 0));
  if (head === '') return null;
  const entries = found.slice(first, first + ENTRIES_READ).map((match) => words(match[2] ?? ''));
  return { key: hashWith(key, `${message.site}:${message.chat}\u0000${head}`), entries };
}

/**
 * Whether a list goes on from a known one of the same head: it has more than the opener's single entry and either
 * begins like the known list or holds at least half of it. A list of one entry opens a relay of its own.
 */
export function continues(relay: Relay, known: readonly string[]): boolean {
  if (relay.entries.length < 2) return false;
  if (relay.entries[0] === known[0]) return true;
  const held = new Set(relay.entries);
  return known.filter((entry) => held.has(entry)).length * 2 > known.length;
}

/** Letters that lines which are no entries may have, and letters of one entry: a name with what is asked beside it. */
const BESIDES = 8;
const LONG_ENTRY = 60;

/** Whether something stands behind the first entry of a list, or in one of them, that is no name: it would fold unread. */
export function saysBesides({ text }: Message): boolean {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => ENTRY_LINE.test(line));
  let besides = 0;
  for (const line of lines.slice(first + 1)) {
    const letters = words(line).length;
    if (!ENTRY_LINE.test(line)) besides += letters;
    else if (letters > LONG_ENTRY) return true;
  }
  return besides >= BESIDES;
}

function words(text: string): string {
  return compact(text.normalize('NFKC').toLowerCase());
}
