import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ObservedMessage } from '../../lib/messages/protocol';
import type { TallyDb } from '../../lib/tally/db';
import type { Recorder } from '../../lib/tally/record';
import { PlainTally } from './plain-tally';
import { freshDb, message, recorderOn, report, reportOf, sums } from './tally-bench';

const TEXTS = [
  'one ?reply ?photo',
  'two ?form',
  'fix:one now ?reply ?photo ?form',
  'fix:now again ?photo',
  'loose ?check-in',
  'reply',
];
const CHATS = ['a', 'b', 'c'];

type Step =
  | { do: 'tell'; messages: ObservedMessage[]; twice: boolean }
  | { do: 'recall' | 'claim' | 'fold'; key: string }
  | { do: 'erase'; chat: string }
  | { do: 'restart' | 'abort' };

const key = fc.integer({ min: 0, max: 11 }).map((at) => `k${at}`);

const told = fc
  .record({
    key,
    text: fc.constantFrom(...TEXTS),
    chat: fc.constantFrom(...CHATS),
    at: fc.integer({ min: 0, max: 5 }),
    own: fc.boolean(),
    via: fc.constantFrom('page' as const, 'feed' as const),
  })
  .map(({ key: id, text, ...rest }) => message(id, text, rest));

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('tell' as const),
      messages: fc.array(told, { minLength: 1, maxLength: 4 }),
      twice: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('recall', 'claim', 'fold'), key }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('erase' as const), chat: fc.constantFrom(...CHATS) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('restart', 'abort') }) },
);

/** A recorder whose writes fail while `broken` holds: the transaction in the middle of which the worker is killed. */
class Bench {
  broken = false;
  recorder: Promise<Recorder>;
  readonly #db: TallyDb;

  constructor(db: TallyDb) {
    this.#db = db;
    this.recorder = this.open();
    db.messages.hook('creating', () => {
      if (this.broken) throw new Error('killed');
    });
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

test('whatever happens in whatever order, the sums are those of a plain recount', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const db = freshDb();
      const bench = new Bench(db);
      const plain = new PlainTally();
      for (const each of steps) {
        await run(bench, plain, db, each);
        expect(await sums(db)).toEqual(plain.sums());
      }
      await checkRows(db);
      await db.delete();
    }),
    { numRuns: 150 },
  );
}, 60_000);
