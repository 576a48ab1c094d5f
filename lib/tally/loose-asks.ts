import type { TallyDb } from './db.ts';
import type { DigestEntry } from './digest.ts';
import { readingDb } from './query.ts';
import type { Day, MessageRow } from './rows.ts';
import { sightingOf } from './versions.ts';

/**
 * Messages of others on these days, both included, that ask for something and are no notices: "请大家打卡". In no order.
 * There is no index of such, so every message of the days is read: ask for few days at a time, as a long reading keeps
 * the background from writing.
 */
export async function looseAsks(
  from: Day,
  to: Day,
  db: TallyDb = readingDb(),
): Promise<DigestEntry[]> {
  const rows = await db.messages.where('detailDay').between(from, to, true, true).toArray();
  return rows.filter(isAsk).map(entryOf);
}

function isAsk({ own, recalled, verdict }: MessageRow): boolean {
  const isLoose = verdict.notice === null && !verdict.isReply && !own && !recalled;
  // A list of laggards by itself asks for nothing.
  return isLoose && verdict.demands.some((kind) => kind !== 'ranking');
}

function entryOf(row: MessageRow): DigestEntry {
  const { key, time, excerpt, verdict, done } = row;
  return {
    id: key,
    newest: {
      notice: key,
      title: verdict.title,
      excerpt,
      sightings: [{ ...sightingOf(row), own: false }],
      time,
      chats: 1,
      changed: [],
    },
    earlier: [],
    demands: [...new Set(verdict.demands)],
    deadline: verdict.deadline,
    traceOnly: verdict.traceOnly,
    done,
    ticks: [key],
  };
}
