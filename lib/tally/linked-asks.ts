import { inPieces } from './breath.ts';
import type { TallyDb } from './db.ts';
import { grouped } from './grouped.ts';
import { addDays } from './local-day.ts';
import type { Day } from './rows.ts';

/** Asked for again within so many days of the first is a repeat; later it is another round. */
export const REPEAT_DAYS = 30;

/** Keys, or things, gone through between two breaths: twenty thousand at once held the page for 120 ms. */
const KEYS_PIECE = 1_000;

/** What is asked for on a day by a notice, as `asks` has it. `key`: "id|period". */
export type AskEntry = { day: Day; key: string; notice: string };

/**
 * What was asked for in the period and more than once, with all askings that these may be repeats of. Which one is the
 * first of a round depends on the round before, so the keys are read back until thirty days are without any.
 */
export async function linkedAsks(from: Day, to: Day, db: TallyDb): Promise<AskEntry[]> {
  let start = addDays(from, -REPEAT_DAYS);
  let linked = await linkedTo(from, await entriesIn(db, start, to));
  for (let edge = from; linked.some(({ day }) => day < edge); ) {
    edge = start;
    start = addDays(start, -REPEAT_DAYS);
    const earlier = await entriesIn(db, start, addDays(edge, -1));
    linked = await linkedTo(from, [...earlier, ...linked]);
  }
  return linked;
}

/** Of what was asked for from a day on, every asking that no gap of more than thirty days parts from it; single ones are left out. */
async function linkedTo(from: Day, entries: readonly AskEntry[]): Promise<AskEntry[]> {
  const linked: AskEntry[] = [];
  const things = [...grouped(entries, ({ key }) => key).values()];
  for await (const some of inPieces(things, KEYS_PIECE)) {
    linked.push(...some.flatMap((same) => roundsUpTo(from, same)));
  }
  return linked;
}

/** The askings for one thing from a day on and before, back to a gap; nothing where there is only one. */
function roundsUpTo(from: Day, same: readonly AskEntry[]): AskEntry[] {
  const late = same.filter(({ day }) => day >= from);
  if (late.length === 0 || same.length === 1) return [];
  const early = same
    .filter(({ day }) => day < from)
    .sort((one, other) => (one.day < other.day ? 1 : -1));
  let next = late.reduce((first, { day }) => (day < first ? day : first), late[0]?.day ?? from);
  for (const entry of early) {
    if (entry.day < addDays(next, -REPEAT_DAYS)) break;
    late.push(entry);
    next = entry.day;
  }
  return late.length > 1 ? late : [];
}

async function entriesIn(db: TallyDb, from: Day, to: Day): Promise<AskEntry[]> {
  const keys = await db.asks.where('entry').between(`${from}|`, `${to}|\uffff`).primaryKeys();
  const entries: AskEntry[] = [];
  for await (const some of inPieces(keys, KEYS_PIECE)) entries.push(...some.map(entryOf));
  return entries;
}

/** "day|id|period|notice"; a notice's own name may hold "|". */
function entryOf(entry: string): AskEntry {
  const id = entry.indexOf('|') + 1;
  const period = entry.indexOf('|', id) + 1;
  const notice = entry.indexOf('|', period) + 1;
  return {
    day: entry.slice(0, id - 1),
    key: entry.slice(id, notice - 1),
    notice: entry.slice(notice),
  };
}
