import { handedTally, tallyJson } from '../../../lib/export/tally-json.ts';
import type { HandedTally } from '../../../lib/tally/hand-over.ts';
import { addDays } from '../../../lib/tally/local-day.ts';
import type { Day, DayRow, Disposal, GroupRow } from '../../../lib/tally/rows.ts';
import { createRandom, type Random } from '../../corpus/planted/random.ts';
import { makeYear, type YearSize } from '../year/year.ts';

/** Days of some groups, made once: making a year for each of many people would take longer than reading it. */
export type Town = { rows: DayRow[]; from: Day; to: Day };

export function makeTown(size: YearSize): Town {
  const from = addDays(size.lastDay, 1 - size.days);
  return { rows: makeYear(size).days, from, to: size.lastDay };
}

/**
 * What one person of a town hands over: the town's busy groups that they are in, with figures of their own.
 * People with neighbouring numbers share most of their groups. `word`: "" for none.
 */
export async function personOf(
  town: Town,
  person: number,
  { word = '', groups = 30, revision = 1, from = town.from, to = town.to, dayStart = 4 } = {},
): Promise<HandedTally> {
  const random = createRandom(person + 1);
  const chats = [...new Set(town.rows.map(({ chat }) => chat))];
  const own = new Set(
    Array.from({ length: groups }, (_, at) => chats[(person + at) % chats.length]),
  );
  const rows = town.rows.filter(({ chat }) => own.has(chat) && random.chance(0.97));
  const notes = [...own].flatMap((chat): GroupRow[] => {
    const site = rows.find((row) => row.chat === chat)?.site;
    return site && random.chance(0.3) ? [notesOf(site, chat ?? '', random)] : [];
  });
  return handedTally({
    identity: identityOf(person, revision),
    ...{ word, from, to, dayStart, rows, groups: notes, restored: new Set() },
  });
}

export function identityOf(person: number, revision = 1) {
  const installation = person.toString(16).padStart(32, '0');
  return { installation, secret: `secret ${person}`, revision };
}

/** The same tally as another person's: codes stay, so that thousands of people cost no thousands of keys. */
export function asAnother(tally: HandedTally, person: number): HandedTally {
  return { ...tally, installation: identityOf(person).installation };
}

export const jsonOf = (tally: HandedTally): string => tallyJson(tally);

function notesOf(site: string, chat: string, random: Random): GroupRow {
  const disposal = random.pick<Disposal>(['keep', 'merge', 'dissolve', 'regulate']);
  const words = { purpose: '', owner: '', unit: '', note: '' };
  return { id: `${site}|${chat}`, site, chat, ...words, disposal };
}
