import type { TallyDb } from './db';
import type { DayRow, ExceptionRow, MessageRow, NoticeRow } from './rows';

/** Says that a file is ours. */
export const BACKUP_FORMAT = 'fingerlight-backup';

/** Rises when a row of a backup changes its shape or meaning. */
export const BACKUP_VERSION = 1;

/** Everything that the tally keeps, row by row, except the memory of full texts by which copies are recognised. */
export type Backup = {
  messages: MessageRow[];
  notices: NoticeRow[];
  days: DayRow[];
  exceptions: ExceptionRow[];
};

/** Reads everything in one transaction, so that no report falls in between. */
export function readBackup(db: TallyDb): Promise<Backup> {
  const { messages, notices, days, exceptions } = db;
  return db.transaction('r', messages, notices, days, exceptions, async () => ({
    messages: await messages.toArray(),
    notices: await notices.toArray(),
    days: await days.toArray(),
    exceptions: await exceptions.toArray(),
  }));
}
