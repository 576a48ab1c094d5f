import type { Settings } from '../default-settings';
import { askedIn, mayAsk } from '../export/asked';
import { ledgerGroups, type SheetSource } from '../export/sheet-source';
import { type Coverage, silentDays } from '../tally/coverage';
import type { TallyDb } from '../tally/db';
import { groupId } from '../tally/group-notes';
import { readGroupFacts } from '../tally/group-query';
import { dayOf } from '../tally/local-day';
import { type DayRange, rangeBefore } from '../tally/periods';
import { dayRows, firstDay, importedDays, readingDb, restoredDays } from '../tally/query';
import type { Day, DayRow, MessageRow, NoticeRow } from '../tally/rows';
import { dormantLimit } from '../tally/suspect-silence';
import { groupTest } from '../tally/work-groups';

/** The settings that the sheets depend on. */
export type ExportSettings = Pick<
  Settings,
  'demandMinutes' | 'pace' | 'dormantDays' | 'dayStartHour'
>;

/**
 * Everything that the sheets of a period are made of. Messages are read a day at a time and let go, and not in one
 * transaction: a long one would keep the background from recording. What comes in between shows as details that are not whole.
 * Rejects between two readings once `stopped`.
 */
export async function readSheetSource(
  from: Day,
  to: Day,
  settings: ExportSettings,
  stopped?: AbortSignal,
  db: TallyDb = readingDb(),
): Promise<SheetSource> {
  const earlier = rangeBefore({ from, to });
  const [rows, isGroup] = await Promise.all([dayRows('', to, db), groupTest(db)]);
  const known = rows.filter(isGroup);
  const days = known.filter(({ day }) => day >= from);
  const dates = [...new Set(days.map(({ day }) => day))];
  const asking = await askingMessages(db, dates, stopped);
  const messages = asking.filter(isGroup);
  const notices = await noticesOf(db, messages);
  stopped?.throwIfAborted();
  const dormantDays = dormantLimit(settings.dormantDays);
  // Of days to come no group is silent.
  const today = dayOf(Date.now(), settings.dayStartHour);
  const facts = await readGroupFacts({ from, to: to < today ? to : today, dormantDays }, db);
  const suspicions = new Map(
    facts.map((group) => [groupId(group), group.suspicions.map(({ kind }) => kind)]),
  );
  const coverage = await coverageIn({ from, to }, rows, today, db);
  const first = known.reduce((least, { day }) => (day < least ? day : least), to);
  return {
    ...{
      from,
      to,
      days,
      coverage,
      own: { demandMinutes: settings.demandMinutes, pace: settings.pace },
    },
    before: known.filter(({ day }) => day >= earlier.from && day <= earlier.to),
    isBeforeWhole: first <= earlier.from,
    asked: askedIn(messages, notices, from, to),
    groups: ledgerGroups(known, await db.groups.toArray(), from, suspicions),
  };
}

/** `rows`: day sums of every chat up to the last day of the period. */
async function coverageIn(
  range: DayRange,
  rows: readonly DayRow[],
  today: Day,
  db: TallyDb,
): Promise<Coverage> {
  const earlier = rangeBefore(range);
  const [first, restored, restoredBefore, imported] = await Promise.all([
    firstDay(db),
    restoredDays(range.from, range.to, db),
    restoredDays(earlier.from, earlier.to, db),
    importedDays(range.from, range.to, db),
  ]);
  const known = { firstDay: first, today };
  return {
    ...known,
    restored: restored.length,
    restoredBefore: restoredBefore.length,
    imported: imported.length,
    silent: silentDays(range, rows, known),
  };
}

async function askingMessages(
  db: TallyDb,
  days: readonly Day[],
  stopped?: AbortSignal,
): Promise<MessageRow[]> {
  const found: MessageRow[] = [];
  for (const day of days) {
    stopped?.throwIfAborted();
    const rows = await db.messages.where('day').equals(day).toArray();
    for (const row of rows) if (mayAsk(row)) found.push(row);
  }
  return found;
}

async function noticesOf(db: TallyDb, messages: readonly MessageRow[]): Promise<NoticeRow[]> {
  const ids = new Set<string>();
  for (const { verdict } of messages) if (verdict.notice !== null) ids.add(verdict.notice);
  const rows = await db.notices.bulkGet([...ids]);
  return rows.filter((row) => row !== undefined);
}
