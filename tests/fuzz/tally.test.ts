import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { backupJson } from '../../lib/export/json';
import { parseBackup } from '../../lib/import/backup';
import type { HistoryMessage, ObservedMessage } from '../../lib/messages/protocol';
import { readBackup } from '../../lib/tally/backup';
import type { TallyDb } from '../../lib/tally/db';
import { addDays } from '../../lib/tally/local-day';
import type { Recorder } from '../../lib/tally/record';
import { importHistory, told } from '../tally/history-bench';
import { type PlainCopy, PlainTally } from '../tally/plain-tally';
import {
  freshDb,
  message,
  NOON,
  recorderOn,
  report,
  reportOf,
  sums,
  TODAY,
} from '../tally/tally-bench';
import { fuzzTest } from './fuzz-test';

const TEXTS = [
  'one ?reply ?photo',
  'two ?form',
  'fix:one now ?reply ?photo ?form',
  'fix:now again ?photo',
  'loose ?check-in',
  'reply',
];
const CHATS = ['a', 'b', 'c'];

const DAY = 24 * 60;
const YESTERDAY = addDays(TODAY, -1);
/** Of the chat that only files tell of; minutes apart, so that no two of them are taken for one. */
const FILE_TEXTS = ['two ?form', 'file ?photo ?reply', 'loose ?check-in', 'reply'];

type Step =
  | { do: 'tell'; messages: ObservedMessage[]; twice: boolean }
  | { do: 'recall' | 'claim' | 'fold'; key: string }
  | { do: 'history'; lines: { text: string; at: number }[] }
  | { do: 'erase'; chat: string }
  | { do: 'eraseDays'; from: string; to: string }
  | { do: 'settings'; retentionDays: number }
  | { do: 'restart' | 'abort' | 'abortImport' | 'write' | 'readIn' | 'eraseAll' | 'pare' };

const key = fc.integer({ min: 0, max: 11 }).map((at) => `k${at}`);

const toldMessage = fc
  .record({
    key,
    text: fc.constantFrom(...TEXTS),
    chat: fc.constantFrom(...CHATS),
    at: fc.constantFrom(0, 1, 2, 3, 4, 5, -DAY, 1 - DAY),
    own: fc.boolean(),
    via: fc.constantFrom('page' as const, 'feed' as const),
  })
  .map(({ key: id, text, ...rest }) => message(id, text, rest));

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('tell' as const),
      messages: fc.array(toldMessage, { minLength: 1, maxLength: 4 }),
      twice: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('recall', 'claim', 'fold'), key }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('erase' as const), chat: fc.constantFrom(...CHATS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('history' as const),
      lines: fc.array(
        fc.record({
          text: fc.constantFrom(...FILE_TEXTS),
          at: fc.constantFrom(10, 20, 30, 10 - DAY, 20 - DAY),
        }),
        { minLength: 1, maxLength: 5 },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('eraseDays' as const),
      from: fc.constantFrom(YESTERDAY, TODAY),
      to: fc.constantFrom(YESTERDAY, TODAY),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('settings' as const),
      retentionDays: fc.constantFrom(1, 2, 90),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...([
          'restart',
          'restart',
          'abort',
          'abort',
          'abortImport',
          'write',
          'readIn',
          'readIn',
        ] as const),
        ...(['eraseAll', 'pare'] as const),
      ),
    }),
  },
);

/** A recorder whose writes fail while `broken` holds: the transaction in the middle of which the worker is killed. */
class Bench {
  broken = false;
  /** The last backup that was written, and what was kept then. */
  backup: { json: string; plain: PlainCopy } | null = null;
  recorder: Promise<Recorder>;
  readonly #db: TallyDb;

  constructor(db: TallyDb) {
    this.#db = db;
    this.recorder = this.open();
    // Some of what is written comes before, some would come after.
    for (const table of [db.messages, db.histories]) {
      table.hook('creating', () => {
        if (this.broken) throw new Error('killed');
      });
    }
  }

  open(): Promise<Recorder> {
    return recorderOn(this.#db);
  }
}

async function run(bench: Bench, plain: PlainTally, db: TallyDb, each: Step): Promise<void> {
  const recorder = await bench.recorder;
  switch (each.do) {
    case 'tell': {
      for (const one of each.messages) plain.tell(one);
      await recorder.report(reportOf(...each.messages));
      if (each.twice) {
        for (const one of each.messages) plain.tell(one);
        await recorder.report(reportOf(...each.messages));
      }
      return;
    }
    case 'fold':
      plain.fold(each.key);
      await recorder.report(report({ folded: [each.key] }));
      return;
    case 'recall':
      await recorder.report(report({ recalls: [each.key] }));
      return;
    case 'claim': {
      const hash = (await db.messages.get(each.key))?.hash ?? 'none';
      await recorder.report(report({ claims: [{ key: each.key, hash }] }));
      return;
    }
    case 'history':
      for (const line of each.lines) plain.tell(lineAsTold(line));
      await importHistory(recorder, each.lines.map(asRead));
      return;
    case 'write':
      bench.backup = { json: backupJson(await readBackup(db), NOON), plain: plain.copy() };
      return;
    case 'readIn':
      if (!bench.backup) return;
      plain.restore(bench.backup.plain);
      await recorder.importBackup(parseBackup(bench.backup.json));
      return;
    case 'eraseAll':
      plain.eraseEverything();
      await recorder.erase({ what: 'everything' });
      return;
    case 'eraseDays':
      plain.eraseDays(each.from, each.to);
      await recorder.erase({ what: 'days', from: each.from, to: each.to });
      return;
    case 'settings':
      await recorder.setSettings({ ...DEFAULT_SETTINGS, retentionDays: each.retentionDays });
      return;
    case 'pare':
      await recorder.pare();
      return;
    case 'abortImport': {
      bench.broken = true;
      const half = [
        asRead({ text: 'new in a file ?form', at: 40 }),
        asRead({ text: 'reply', at: 50 }),
      ];
      await expect(importHistory(recorder, half)).rejects.toThrow('killed');
      bench.broken = false;
      return;
    }
    case 'erase':
      plain.erase(each.chat);
      await recorder.erase({ what: 'chat', site: 'wechat', chat: each.chat });
      return;
    case 'restart':
      bench.recorder = bench.open();
      return;
    case 'abort': {
      bench.broken = true;
      const half = reportOf(message('k0', 'two ?form'), message('last', 'one ?reply ?photo'));
      await expect(recorder.report(half)).rejects.toThrow('killed');
      bench.broken = false;
    }
  }
}

const FILE_CHAT = 'h';

function asRead({ text, at }: { text: string; at: number }): HistoryMessage {
  return told(text, { at, chat: FILE_CHAT });
}

/** A line of a file as a message: the same line is the same message, however often it is told. */
function lineAsTold({ text, at }: { text: string; at: number }): ObservedMessage {
  return message(`file ${text} ${at}`, text, { at, chat: FILE_CHAT });
}

/** What must hold whatever has happened. */
async function checkRows(db: TallyDb): Promise<void> {
  const messages = new Map((await db.messages.toArray()).map((row) => [row.key, row]));
  for (const notice of await db.notices.toArray()) {
    expect(notice.members.length).toBeGreaterThan(0);
    for (const member of notice.members) {
      expect(messages.get(member.key)?.verdict.notice).toBe(notice.notice);
    }
    for (const claim of notice.claims) {
      expect(messages.get(claim.key)).toMatchObject({ recalled: false, hash: claim.hash });
    }
    for (const { notice: later, key: shown } of notice.revisedBy) {
      expect((await db.notices.get(later))?.revises).toBe(notice.notice);
      expect(messages.get(shown)?.recalled).toBe(false);
    }
  }
}

fuzzTest<Step[]>('tally: any order of events against a plain recount', {
  runs: 120,
  input: fc.array(step, { minLength: 1, maxLength: 25 }),
  async check(steps) {
    const db = freshDb();
    const bench = new Bench(db);
    const plain = new PlainTally();
    for (const each of steps) {
      await run(bench, plain, db, each);
      expect(await sums(db)).toEqual(plain.sums());
    }
    await checkRows(db);
    parseBackup(backupJson(await readBackup(db), NOON));
    await db.delete();
  },
});
