import { Dexie, type EntityTable, type Transaction } from 'dexie';
import { DATABASE_NAME, schemaVersion } from './database.ts';
import type { HistoryDayRow, HistoryRow } from './history-rows.ts';
import type {
  AskRow,
  ClosedRow,
  DayRow,
  ExceptionRow,
  GroupRow,
  LogRow,
  MessageRow,
  MetaRow,
  NoticeRow,
  PrivateChatRow,
  SnapshotRow,
  WordsRow,
} from './rows.ts';

/** The tally's database. Only the recorder writes; pages read. */
export type TallyDb = Dexie & {
  messages: EntityTable<MessageRow, 'key'>;
  notices: EntityTable<NoticeRow, 'notice'>;
  asks: EntityTable<AskRow, 'entry'>;
  days: EntityTable<DayRow, 'id'>;
  exceptions: EntityTable<ExceptionRow, 'contentKey'>;
  groups: EntityTable<GroupRow, 'id'>;
  closedDays: EntityTable<ClosedRow, 'day'>;
  privateChats: EntityTable<PrivateChatRow, 'id'>;
  histories: EntityTable<HistoryRow, 'id'>;
  historyDays: EntityTable<HistoryDayRow, 'day'>;
  meta: EntityTable<MetaRow, 'name'>;
  indexLog: EntityTable<LogRow, 'id'>;
  indexSnapshots: EntityTable<SnapshotRow, 'id'>;
  indexWords: EntityTable<WordsRow, 'page'>;
};

/**
 * Schema by version. A released version is never edited; the next one lists only the tables that change,
 * and its upgrade names no constant of today.
 * `detailDay` is on a row only while it still has details, so the index over it is as small as what is left to pare.
 */
const VERSION_1 = {
  messages: 'key, day, [site+chat], contentKey, detailDay',
  notices: 'notice, detailDay',
  days: 'id, day, [site+chat]',
  exceptions: 'contentKey',
  meta: 'name',
  indexLog: '++id, until',
  indexSnapshots: 'id',
};

/**
 * What several chats had in common and what was asked for are found by day. What the user notes of a group has a table,
 * and so have the days that were restored without their messages, and the chats that are no groups.
 */
const VERSION_2 = {
  notices: 'notice, detailDay, spreadDay',
  asks: 'entry',
  groups: 'id',
  closedDays: 'day',
  privateChats: 'id',
};

/** Messages of histories have tables of their own; nothing that is there changes. */
const VERSION_3 = {
  histories: 'id, [site+chat]',
  historyDays: 'day',
};

/** Words of the index stand apart from its snapshot. A snapshot of before is of another version, and is not read. */
const VERSION_4 = {
  indexWords: 'page',
};

type Version2Notice = {
  members?: { site: string; chat: string; day: string }[];
  spreadDay?: string;
};

/**
 * Day sums have hours, and versions in several chats say so. Of messages from before the hour is not known, and
 * of notices what they ask for.
 * A damaged row is left as it is: it must not keep all others from today's schema for ever.
 */
async function upgradeTo2(transaction: Transaction): Promise<void> {
  await transaction.table('days').toCollection().modify({ hours: {} });
  const notices = transaction.table<Version2Notice>('notices').toCollection();
  await notices.modify((notice) => {
    const members = notice.members ?? [];
    const chats = new Set(members.map(({ site, chat }) => `${site}|${chat}`));
    const days = members.map(({ day }) => day).sort();
    if (chats.size > 1) notice.spreadDay = days.at(-1) ?? '';
  });
}

/** The database could not be changed to a later schema. The browser took everything back: it is as it was. */
export class UpgradeFailed extends Error {
  override readonly name = 'UpgradeFailed';
  readonly inner: unknown;

  constructor(inner: unknown) {
    super(inner instanceof Error ? inner.message : String(inner));
    this.inner = inner;
  }
}

type Upgrade = (transaction: Transaction) => Promise<void>;

function saidInWords(upgrade: Upgrade): Upgrade {
  return async (transaction) => {
    try {
      await upgrade(transaction);
    } catch (error) {
      throw new UpgradeFailed(error);
    }
  };
}

/**
 * Opens nothing yet; the first query does.
 * Writes are strict (flushed to the disk before they count as done), because the answer to a report makes the page
 * forget the messages: what is then only in a buffer would be lost in a power cut.
 * Answers are not kept by Dexie: it copies each deeply for whoever asked, and no two of our queries ask the same. Opened
 * in turn over a million messages in Firefox, the panel stood after 610 ms without that, and after 810 with it.
 */
export function tallyDb(name = DATABASE_NAME): TallyDb {
  const db = new Dexie(name, {
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
  }) as TallyDb;
  db.version(1).stores(VERSION_1);
  db.version(2).stores(VERSION_2).upgrade(saidInWords(upgradeTo2));
  db.version(3).stores(VERSION_3);
  db.version(4).stores(VERSION_4);
  // Dexie would open a database of a later version too, and older code must not write into rows that it does not know.
  db.on('ready', () => refuseNewer(db), true);
  // A newer version of the extension waits to upgrade: let go, or both stand still. The next query opens anew.
  db.on('versionchange', () => {
    db.close({ disableAutoOpen: false });
    return undefined;
  });
  return db;
}

/** The database was written by a later version of the extension. It is left as it is. */
export class NewerTally extends Error {
  override readonly name = 'NewerTally';
}

function refuseNewer(db: TallyDb): void {
  const stored = schemaVersion(db.backendDB().version);
  if (stored > db.verno) throw new NewerTally(`tally of version ${stored}`);
}
