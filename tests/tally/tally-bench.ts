import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import type { ObservedMessage, Report } from '../../lib/messages/protocol';
import { type TallyDb, tallyDb } from '../../lib/tally/db';
import type { Engine } from '../../lib/tally/engine';
import { openRecorder, type Recorder } from '../../lib/tally/record';
import type { RecorderOptions } from '../../lib/tally/recorder-options';
import type { Counts, DayRow } from '../../lib/tally/rows';
import { type WordIndex, wordEngine } from './word-engine';

/** Noon of a Thursday, local time. */
export const NOON = new Date(2026, 9, 15, 12).getTime();
export const TODAY = '2026-10-15';

let databases = 0;

/** A database of its own, in memory. */
export function freshDb(): TallyDb {
  databases += 1;
  return tallyDb(`test-${databases}`);
}

/** Opens a recorder with the toy judge. */
export function recorderOn(
  db: TallyDb,
  options: Partial<RecorderOptions<WordIndex>> & { engine?: Engine<WordIndex> } = {},
): Promise<Recorder> {
  return openRecorder({
    db,
    engine: wordEngine,
    version: '1.0.0',
    settings: DEFAULT_SETTINGS,
    now: () => NOON,
    ...options,
  });
}

/** A message of another, in chat "one" at noon, with anything said otherwise. Minutes after noon by `at`. */
export function message(
  key: string,
  text: string,
  { at = 0, ...rest }: Partial<ObservedMessage> & { at?: number } = {},
): ObservedMessage {
  const told = { site: 'wechat', chat: 'one', sender: 'Li', own: false, kind: 'text' as const };
  const time = NOON + at * 60_000;
  return { key, text, hash: `hash ${text}`, via: 'page', time, ...told, ...rest };
}

/** A report with what is given and nothing else. */
export function report(part: Partial<Report>): Report {
  return { messages: [], claims: [], recalls: [], folded: [], ...part };
}

export function reportOf(...messages: ObservedMessage[]): Report {
  return report({ messages });
}

/** Every day row without what is zero, by id. */
export async function sums(db: TallyDb): Promise<Record<string, Record<string, unknown>>> {
  const rows = await db.days.toArray();
  return Object.fromEntries(rows.map((row) => [row.id, nonZero(row)]));
}

/** What one chat came to today. */
export async function sumOf(db: TallyDb, chat = 'one', day = TODAY) {
  return (await sums(db))[`${day}|wechat|${chat}`] ?? {};
}

/** The counts that are not zero. */
export function nonZero(counts: Counts | DayRow): Record<string, unknown> {
  const { demands, ...rest } = counts;
  const plain = Object.entries(rest).filter(
    ([, value]) => typeof value === 'number' && value !== 0,
  );
  return Object.fromEntries(
    Object.keys(demands).length > 0 ? [...plain, ['demands', demands]] : plain,
  );
}
