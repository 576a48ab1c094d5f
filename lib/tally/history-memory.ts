import type { Message, Verdict } from '../detect/types.ts';
import type { TallyDb } from './db.ts';
import type { Engine, Memo } from './engine.ts';
import { NO_VERDICT } from './opinion.ts';
import type { Recording } from './recording.ts';

/**
 * How often what is old is forgotten, ms of the history's own time. The tally does it daily; each time the whole memory is
 * written anew, which daily took a fifth of all judging, and weekly a thirtieth.
 */
const TIDY_EVERY = 7 * 24 * 60 * 60 * 1000;

/** Most known messages that wait to be read again: more than come in eight weeks to a hundred groups. */
const MOST_WAITING = 200_000;

/** Rows of messages of which all content keys are kept in mind, some 80 bytes each. */
const MOST_CONTENTS = 300_000;

/** A message that is counted already. `row`: the key under which it has a row. */
type Waiting = { message: Message; row: string | null };

/** The piece does not go on where the last one ended, or the last one was taken back: begin again. */
export class HistoryBroken extends Error {
  override readonly name = 'HistoryBroken';
  readonly code = 'transfer-broken';
}

/**
 * What the judge knows while a history is read in order, from its first message on. What is old has a memory of its own,
 * which forgets as the tally's would have forgotten at that time; it begins empty, for of what the tally saw then the
 * words are gone. What is so new that the tally's own memory reaches to it is judged by that one, and stays in it.
 *
 * Messages that are counted already are only kept in mind. They are judged when a new one comes behind them, so a
 * history that is known takes no time, and one that broke off goes on as if it had not. Lives as long as one import.
 */
export class HistoryMemory<Index> {
  readonly #engine: Engine<Index>;
  /** How long the tally's own memory lasts, ms. */
  readonly #lasts: number;
  /** Unix ms from which on the tally's own memory judges. */
  readonly #recentFrom: number;
  #index: Index;
  #tidied = Number.NEGATIVE_INFINITY;
  #waiting: Waiting[] = [];
  /** What the end of the old part leaves to the tally's own memory. */
  #memos: Memo[] = [];
  #isRecent = false;
  /** Versions that are another one in the tally. */
  readonly #names = new Map<string, string>();
  #next = 0;
  /** Content keys in the tally when the import began. */
  #contents: ReadonlySet<string> | 'many' | null = null;

  /** `now`: Unix ms. `lasts`: how far back the tally's own memory reaches, ms. */
  constructor(engine: Engine<Index>, now: number, lasts: number) {
    this.#engine = engine;
    this.#lasts = lasts;
    this.#recentFrom = now - 2 * lasts;
    this.#index = engine.createIndex();
  }

  /** Throws `HistoryBroken` unless this is the next piece. A piece that was begun is never begun again. */
  begin(at: number): void {
    if (at !== this.#next) throw new HistoryBroken(`piece ${at} after ${this.#next - 1}`);
    this.#next = at + 1;
  }

  /** Whether the tally's own memory judges a message of this time. */
  isRecent(time: number): boolean {
    return time >= this.#recentFrom;
  }

  /** Whether the tally's own memory was told of any message. */
  get hasTouchedRecent(): boolean {
    return this.#isRecent;
  }

  /** A message that is counted already. */
  pass(message: Message, row: string | null): void {
    if (this.isRecent(message.time)) return;
    if (this.#waiting.length >= MOST_WAITING) this.#waiting.splice(0, MOST_WAITING / 2);
    this.#waiting.push({ message, row });
  }

  /** Call before messages are judged; `last`: Unix ms of the newest of them. */
  async prepare(recording: Recording<Index>, first: number, last: number): Promise<void> {
    await this.#readAgain(recording, first);
    if (!this.isRecent(last)) return;
    await recording.keeper.catchUp(recording.ledger.before);
    await recording.keeper.readAllWords();
  }

  /** What a message says, already remembered. Call in order of time. */
  judge(recording: Recording<Index>, message: Message): Verdict {
    const { keeper, options, onFailure } = recording;
    try {
      if (!this.isRecent(message.time)) return this.renamed(this.#judgeOld(recording, message));
      this.#enterRecent(recording);
      const verdict = this.#engine.judge(keeper.index, message, options);
      keeper.remember(message, verdict);
      return this.renamed(verdict);
    } catch (error) {
      onFailure(error);
      return NO_VERDICT;
    }
  }

  /** Which of these contents the tally may hold, from before this import: looking each up takes a browser some 0.2 ms. */
  async soughtContents(db: TallyDb, contents: readonly string[]): Promise<string[]> {
    if (contents.length === 0) return [];
    this.#contents ??= await contentsIn(db);
    const known = this.#contents;
    const sought = [...new Set(contents)];
    return known === 'many' ? sought : sought.filter((content) => known.has(content));
  }

  /** From now on what this version states is stated by another one. */
  rename(version: string, name: string): void {
    if (version !== name) this.#names.set(version, name);
  }

  #judgeOld({ options }: Recording<Index>, message: Message): Verdict {
    this.#tidy(message.time);
    const verdict = this.#engine.judge(this.#index, message, options);
    const memo = this.#engine.remember(this.#index, message, verdict);
    if (memo && message.time >= this.#recentFrom - this.#lasts) this.#memos.push(memo);
    return verdict;
  }

  #tidy(time: number): void {
    if (time - this.#tidied < TIDY_EVERY) return;
    this.#engine.expire(this.#index, time - this.#lasts);
    this.#tidied = time;
  }

  #enterRecent({ keeper }: Recording<Index>): void {
    if (this.#isRecent) return;
    this.#isRecent = true;
    for (const { message, verdict } of this.#memos) keeper.remember(message, verdict);
    this.#memos = [];
    this.#index = this.#engine.createIndex();
  }

  /** Judges the known messages of which the memory would still hold something at `first`. */
  async #readAgain(recording: Recording<Index>, first: number): Promise<void> {
    const since = first - this.#lasts;
    const waiting = this.#waiting.filter(({ message }) => message.time >= since);
    this.#waiting = [];
    if (waiting.length === 0) return;
    const { ledger } = recording;
    await ledger.loadMessages(waiting.flatMap(({ row }) => row ?? []));
    for (const { message, row } of waiting) {
      const verdict = this.#judgeOld(recording, message);
      const counted = row === null ? null : ledger.message(row)?.verdict.notice;
      if (verdict.notice === message.key && counted) this.rename(message.key, counted);
    }
  }

  /** The verdict with versions by the names that the tally has for them. */
  renamed(verdict: Verdict): Verdict {
    if (this.#names.size === 0) return verdict;
    const { notice, of } = verdict;
    const nameOf = (id: string | null) => (id === null ? null : (this.#names.get(id) ?? id));
    return { ...verdict, notice: nameOf(notice), of: nameOf(of) };
  }
}

async function contentsIn(db: TallyDb): Promise<ReadonlySet<string> | 'many'> {
  if ((await db.messages.count()) > MOST_CONTENTS) return 'many';
  return new Set((await db.messages.orderBy('contentKey').keys()) as string[]);
}
