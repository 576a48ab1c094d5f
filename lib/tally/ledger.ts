import { contributionsOfMessage, contributionsOfNotice } from './contributions.ts';
import { addContributions, type Contributions } from './counts.ts';
import type { TallyDb } from './db.ts';
import { groupId } from './group-notes.ts';
import { changedDays, writeAsks, writeRows } from './ledger-writes.ts';
import type { Day, MessageRow, NoticeRow } from './rows.ts';
import { rowsByKey } from './rows-by-key.ts';
import { asksIn, noteSpread } from './versions.ts';

/**
 * The rows that one transaction reads and changes, and what the changes do to the day sums.
 * Lives as long as its transaction. Rows are loaded in bulk and then used without waiting: a chain of a hundred awaits
 * without a query between them makes Dexie lose the transaction.
 *
 * A row is changed in place after `editMessage` or `editNotice` gave it out: these note what it cost before.
 */
export class Ledger {
  /** Revision number of everything that this transaction changes; see `skipTo`. */
  rev: number;
  /** The last revision number of the tally before this transaction; 0 while nothing was ever written. */
  readonly before: number;
  readonly #db: TallyDb;
  readonly #messages = new Map<string, MessageRow | undefined>();
  readonly #notices = new Map<string, NoticeRow | undefined>();
  readonly #changedMessages = new Set<string>();
  readonly #changedNotices = new Set<string>();
  /** What the changed notices asked for before. */
  readonly #asksBefore = new Set<string>();
  /** Change of the day sums, so far with what the changed rows cost before taken out. */
  readonly #change: Contributions = new Map();
  /** Days whose sums stay as they are. */
  readonly #closed = new Set<Day>();
  readonly #privateChats = new Set<string>();
  /** What is written elsewhere in this transaction. */
  readonly #others: (() => PromiseLike<unknown>)[] = [];
  #isSpent = false;

  private constructor(db: TallyDb, before: number) {
    this.#db = db;
    this.before = before;
    this.rev = before + 1;
  }

  /** Call inside a read-write transaction over all tables. */
  static async open(db: TallyDb): Promise<Ledger> {
    const last = await db.meta.get('rev');
    return new Ledger(db, last?.value ?? 0);
  }

  /** From now on the sums of these days stay as they are. Call before a row of theirs is changed. */
  closeDays(days: Iterable<Day>): void {
    for (const day of days) this.#closed.add(day);
  }

  isClosed(day: Day): boolean {
    return this.#closed.has(day);
  }

  /** Goes on with a higher revision number. Call before anything is changed. */
  skipTo(rev: number): void {
    if (this.before < rev) this.rev = Math.max(this.rev, rev);
  }

  /** The last revision number of the tally after `close`. */
  get after(): number {
    return this.#isSpent ? this.rev : this.before;
  }

  /** Uses up the revision number for a change that is not made through this ledger. */
  spend(): void {
    this.#isSpent = true;
  }

  /** Reads the rows of these keys; every key that is used later must have been read. */
  async loadMessages(keys: Iterable<string>): Promise<void> {
    const missing = [...new Set(keys)].filter((key) => !this.#messages.has(key));
    if (missing.length === 0) return;
    const rows = await rowsByKey(this.#db.messages, missing);
    for (const [index, key] of missing.entries()) this.#messages.set(key, rows[index]);
  }

  /** Whether some of these versions, or of those that they revise, were not read yet. */
  lacksNotices(ids: readonly string[]): boolean {
    return [...ids, ...this.#revisedBy(ids)].some((id) => !this.#notices.has(id));
  }

  /**
   * Reads these versions and those that they revise, but not what those revise in turn: a notice that is issued anew each
   * day would have hundreds read for each of its messages.
   */
  async loadNotices(ids: Iterable<string>): Promise<void> {
    const wanted = [...ids];
    await this.#readNotices(wanted);
    await this.#readNotices(this.#revisedBy(wanted));
  }

  async #readNotices(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#notices.has(id));
    if (missing.length === 0) return;
    const rows = await rowsByKey(this.#db.notices, missing);
    for (const [index, id] of missing.entries()) this.#notices.set(id, rows[index]);
  }

  /** The versions that these revise, where these were read. */
  #revisedBy(ids: readonly string[]): string[] {
    return ids.flatMap((id) => this.#notices.get(id)?.revises ?? []);
  }

  message(key: string): MessageRow | undefined {
    if (!this.#messages.has(key)) throw new Error('message was not loaded');
    return this.#messages.get(key);
  }

  notice(id: string): NoticeRow | undefined {
    if (!this.#notices.has(id)) throw new Error('notice was not loaded');
    return this.#notices.get(id);
  }

  /** The row, to be changed in place. */
  editMessage(key: string): MessageRow | undefined {
    const row = this.message(key);
    if (row && !this.#changedMessages.has(key)) {
      addContributions(this.#change, contributionsOfMessage(row, this.#closed), -1);
    }
    this.#changedMessages.add(key);
    if (row) row.rev = this.rev;
    return row;
  }

  /** The row, to be changed in place. */
  editNotice(id: string): NoticeRow | undefined {
    const row = this.notice(id);
    if (row && !this.#changedNotices.has(id)) {
      addContributions(this.#change, contributionsOfNotice(row, this.#closed), -1);
      for (const entry of asksIn(row)) this.#asksBefore.add(entry);
    }
    this.#changedNotices.add(id);
    if (row) row.rev = this.rev;
    return row;
  }

  /** Puts a row in place of whatever is there. */
  setMessage(row: MessageRow): void {
    this.editMessage(row.key);
    this.#messages.set(row.key, row);
  }

  setNotice(row: NoticeRow): void {
    this.editNotice(row.notice);
    this.#notices.set(row.notice, row);
  }

  deleteMessage(key: string): void {
    this.editMessage(key);
    this.#messages.set(key, undefined);
  }

  deleteNotice(id: string): void {
    this.editNotice(id);
    this.#notices.set(id, undefined);
  }

  /** Says of keys and version ids that there is no row of them, without asking the database. */
  knowMissing(ids: Iterable<string>): void {
    for (const id of ids) {
      if (!this.#messages.has(id)) this.#messages.set(id, undefined);
      if (!this.#notices.has(id)) this.#notices.set(id, undefined);
    }
  }

  /** Changes day sums by what no row of this ledger says. Closed days stay as they are. */
  addChange(change: Contributions): void {
    addContributions(this.#change, change);
    this.spend();
  }

  /** Has something of another table written together with the rows; what it writes cannot be read before. See `close`. */
  atClose(write: () => PromiseLike<unknown>): void {
    this.#others.push(write);
  }

  /** Keeps that a chat is one of two people. */
  markPrivate(place: { site: string; chat: string }): void {
    this.#privateChats.add(groupId(place));
  }

  /** Ids of the versions that this transaction changed so far. */
  get changedNotices(): ReadonlySet<string> {
    return this.#changedNotices;
  }

  /** The messages that were changed, with what they cost by now in the sums. */
  #takeMessages(): (readonly [string, MessageRow | undefined])[] {
    const messages = [...this.#changedMessages].map(
      (key) => [key, this.#messages.get(key)] as const,
    );
    if (messages.length > 0) this.spend();
    for (const [, row] of messages)
      if (row) addContributions(this.#change, contributionsOfMessage(row, this.#closed));
    return messages;
  }

  /** The versions that were changed, with what they cost by now in the sums. */
  #takeNotices(): (readonly [string, NoticeRow | undefined])[] {
    const notices = [...this.#changedNotices].map((id) => [id, this.#notices.get(id)] as const);
    if (notices.length > 0) this.spend();
    for (const [, row] of notices) {
      if (!row) continue;
      noteSpread(row);
      addContributions(this.#change, contributionsOfNotice(row, this.#closed));
    }
    return notices;
  }

  /**
   * Writes every changed row, the day sums and the revision number; `also` writes what belongs to them. Call once, at the
   * end. All is asked for at once: were anything read in between, a browser that ends this context there, and takes what
   * was asked for as all there is, would keep messages that are in no sum.
   */
  async close(also: () => Promise<void>): Promise<void> {
    const [messages, notices] = [this.#takeMessages(), this.#takeNotices()];
    const asks = notices.flatMap(([, row]) => (row ? asksIn(row) : []));
    const days = await changedDays(this.#db, this.#change, this.#closed);
    const chats = [...this.#privateChats].map((id) => [id, { id }] as const);
    await Promise.all([
      writeRows(this.#db.messages, messages),
      writeRows(this.#db.notices, notices),
      writeAsks(this.#db, this.#asksBefore, asks),
      writeRows(this.#db.days, days),
      writeRows(this.#db.privateChats, chats),
      this.#isSpent ? this.#db.meta.put({ name: 'rev', value: this.rev }) : undefined,
      also(),
      ...this.#others.map((write) => write()),
    ]);
  }
}
