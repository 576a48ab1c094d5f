import type { GroupNotes } from '../messages/protocol.ts';
import type { TallyDb } from './db.ts';
import type { Disposal, GroupRow } from './rows.ts';

/** Longest purpose, owner or unit, and longest note, in UTF-16 units: what a cell of a form holds. */
const LONGEST = 200;
const LONGEST_NOTE = 1_000;

const DISPOSALS: ReadonlySet<string> = new Set<Disposal>(['keep', 'merge', 'dissolve', 'regulate']);

/** The key of a group's notes. A site's name holds no "|". */
export function groupId({ site, chat }: { site: string; chat: string }): string {
  return `${site}|${chat}`;
}

/** Writes down what the user notes of a group; notes that say nothing are not kept. */
export async function recordGroup(db: TallyDb, notes: GroupNotes): Promise<void> {
  const { site, chat, disposal } = notes;
  const row: GroupRow = {
    id: groupId({ site, chat }),
    site,
    chat,
    purpose: notes.purpose.trim().slice(0, LONGEST),
    owner: notes.owner.trim().slice(0, LONGEST),
    unit: notes.unit.trim().slice(0, LONGEST),
    note: notes.note.trim().slice(0, LONGEST_NOTE),
    disposal: disposal !== null && DISPOSALS.has(disposal) ? disposal : null,
  };
  const isEmpty = [row.purpose, row.owner, row.unit, row.note].every((text) => text === '');
  if (isEmpty && row.disposal === null) await db.groups.delete(row.id);
  else await db.groups.put(row);
}
