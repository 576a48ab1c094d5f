import type { TallyDb } from './db.ts';
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
export const BACKUP_VERSION = 2;

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
};

/** Reads everything in one transaction, so that no report falls in between. */
export function readBackup(db: TallyDb): Promise<Backup> {
  const { messages, notices, days, exceptions, groups, closedDays, privateChats } = db;
  const tables = [messages, notices, days, exceptions, groups, closedDays, privateChats];
  return db.transaction('r', tables, async () => ({
    messages: await messages.toArray(),
    notices: await notices.toArray(),
    days: await days.toArray(),
    exceptions: await exceptions.toArray(),
    groups: await groups.toArray(),
    closedDays: await closedDays.toArray(),
    privateChats: await privateChats.toArray(),
  }));
}
