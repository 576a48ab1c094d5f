import type { TallyDb } from './db.ts';
import type { HistoryRow } from './history-rows.ts';
import type {
  ClosedRow,
  DayRow,
  ExceptionRow,
  GroupRow,
  MessageRow,
  NoticeRow,
  PrivateChatRow,
} from './rows.ts';

/** Says that a file is ours. */
export const BACKUP_FORMAT = 'fingerlight-backup';

/** Rises when a row of a backup changes its shape or meaning. */
export const BACKUP_VERSION = 3;

/** A row of imported chats as JSON can hold it; see `HistoryRow`. */
export type PlainHistory = Pick<HistoryRow, 'id' | 'day' | 'site' | 'chat'> & Columns<number[]>;

type Columns<T> = Record<'keys' | 'contents' | 'times' | 'senders' | 'marks' | 'hours', T>;

/** Everything that the tally keeps, row by row, except the memory of full texts by which copies are recognised. */
export type Backup = {
  messages: MessageRow[];
  notices: NoticeRow[];
  days: DayRow[];
  exceptions: ExceptionRow[];
  groups: GroupRow[];
  /** Days of which only the sums are left. */
  closedDays: ClosedRow[];
  privateChats: PrivateChatRow[];
  /** Messages of imported chats that have no row of their own. */
  histories: PlainHistory[];
};

/** The row as the tally keeps it. */
export function packedOf({
  keys,
  contents,
  times,
  senders,
  marks,
  hours,
  ...place
}: PlainHistory): HistoryRow {
  return {
    ...place,
    keys: Float64Array.from(keys),
    contents: Float64Array.from(contents),
    times: Float64Array.from(times),
    senders: Float64Array.from(senders),
    marks: Uint8Array.from(marks),
    hours: Uint8Array.from(hours),
  };
}

function plainOf({
  keys,
  contents,
  times,
  senders,
  marks,
  hours,
  ...place
}: HistoryRow): PlainHistory {
  return {
    ...place,
    keys: [...keys],
    contents: [...contents],
    times: [...times],
    senders: [...senders],
    marks: [...marks],
    hours: [...hours],
  };
}

/** Reads everything in one transaction, so that no report falls in between. */
export function readBackup(db: TallyDb): Promise<Backup> {
  const { messages, notices, days, exceptions, groups, closedDays, privateChats, histories } = db;
  const tables = [messages, notices, days, exceptions, groups, closedDays, privateChats, histories];
  return db.transaction('r', tables, async () => ({
    messages: await messages.toArray(),
    notices: await notices.toArray(),
    days: await days.toArray(),
    exceptions: await exceptions.toArray(),
    groups: await groups.toArray(),
    closedDays: await closedDays.toArray(),
    privateChats: await privateChats.toArray(),
    histories: (await histories.toArray()).map(plainOf),
  }));
}
