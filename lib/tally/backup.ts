import type { DayRow, ExceptionRow, MessageRow, NoticeRow } from './rows';

/** Everything that the tally keeps, row by row, except the memory of full texts by which copies are recognised. */
export type Backup = {
  messages: MessageRow[];
  notices: NoticeRow[];
  days: DayRow[];
  exceptions: ExceptionRow[];
};
