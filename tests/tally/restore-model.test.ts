import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backupJson } from '../../lib/export/json';
import { parseBackup } from '../../lib/import/backup';
import { readBackup } from '../../lib/tally/backup';
import { type TallyDb, tallyDb } from '../../lib/tally/db';
import { addDays } from '../../lib/tally/local-day';
import type { Recorder } from '../../lib/tally/record';
import { MemorySnapshots } from './memory-snapshots';
import { freshDb, message, NOON, recorderOn, report, reportOf, sums, TODAY } from './tally-bench';

const DAY = 24 * 60;
const CHATS = ['a', 'b'];
const TEXTS = ['one ?reply', 'two ?form', 'fix:one now ?photo', 'loose ?check-in', 'reply'];

/** Twenty messages of the last four days; each key always has its own day, chat and words. */
const MESSAGES = Array.from({ length: 20 }, (_, at) =>
  message(`k${String(at).padStart(2, '0')}`, TEXTS[at % TEXTS.length] ?? '', {
    chat: CHATS[at % 2] ?? '',
    own: at % 7 === 6,
    at: -DAY * (at % 4) + at,
  }),
);
const DAYS = [0, 1, 2, 3].map((back) => addDays(TODAY, -back));

type Step =
  | { do: 'tell'; which: number[] }
  | { do: 'fold' | 'recall' | 'edit'; which: number[] }
  | { do: 'eraseChat'; chat: string }
  | { do: 'eraseDays'; back: number; length: number }
  | { do: 'snapshot' | 'lose' | 'restart' | 'restore' }
  | { do: 'clock'; back: number };

const which = fc.array(fc.integer({ min: 0, max: MESSAGES.length - 1 }), {
  minLength: 1,
  maxLength: 8,
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('tell' as const), which }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('fold', 'recall', 'edit'), which }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom('snapshot', 'lose', 'restart', 'restore') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('clock' as const),
      back: fc.integer({ min: 0, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('eraseChat' as const),
      chat: fc.constantFrom(...CHATS),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('eraseDays' as const),
      back: fc.integer({ min: 0, max: 3 }),
      length: fc.integer({ min: 0, max: 2 }),
    }),
  },
);

/** A tally, its second copy and a clock. */
class Bench {
  readonly snapshots = new MemorySnapshots();
  db: TallyDb = freshDb();
  back = 0;
  recorder: Promise<Recorder> = this.open();

  open(): Promise<Recorder> {
    const now = () => NOON - this.back * DAY * 60_000;
    return recorderOn(this.db, { snapshots: this.snapshots, now });
  }

  async run(each: Step): Promise<void> {
    const recorder = await this.recorder;
    const told = 'which' in each ? each.which.flatMap((at) => MESSAGES[at] ?? []) : [];
    const keys = told.map(({ key }) => key);
    if (each.do === 'tell') await recorder.report(reportOf(...told));
    if (each.do === 'edit') {
      const edited = (text: string) => ({ text: `${text} edited`, hash: `hash ${text} edited` });
      await recorder.report(reportOf(...told.map((one) => ({ ...one, ...edited(one.text) }))));
    }
    if (each.do === 'fold') await recorder.report(report({ folded: keys }));
    if (each.do === 'recall') await recorder.report(report({ recalls: keys }));
    if (each.do === 'snapshot') await recorder.takeSnapshot();
    if (each.do === 'restore') await recorder.restore();
    if (each.do === 'clock') this.back = each.back;
    if (each.do === 'restart') this.recorder = this.open();
    if (each.do === 'eraseChat') {
      await recorder.erase({ what: 'chat', site: 'wechat', chat: each.chat });
    }
    if (each.do === 'eraseDays') {
      const from = addDays(TODAY, -each.back);
      await recorder.erase({ what: 'days', from, to: addDays(from, each.length) });
    }
    if (each.do === 'lose') {
      await this.db.delete();
      this.db = tallyDb(this.db.name);
      this.recorder = this.open();
    }
  }
}

/** The true number of messages of each day and chat. */
const MOST = new Map<string, number>();
for (const { time, chat } of MESSAGES) {
  const id = `${DAYS.find((_, back) => Math.abs(NOON - back * DAY * 60_000 - time) < 60 * 60_000)}|wechat|${chat}`;
  MOST.set(id, (MOST.get(id) ?? 0) + 1);
}

async function closedSums(db: TallyDb) {
  const closed = new Set(await db.closedDays.toCollection().primaryKeys());
  const all = Object.entries(await sums(db));
  return Object.fromEntries(all.filter(([id]) => closed.has(id.slice(0, 10))));
}

test('whatever is lost, restored, told again and erased, no message counts twice and closed sums stay', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 30 }), async (steps) => {
      const bench = new Bench();
      for (const each of steps) {
        const closed = await closedSums(bench.db);
        await bench.run(each);
        const after = await closedSums(bench.db);
        const changes = ['lose', 'restore', 'eraseChat', 'eraseDays'].includes(each.do);
        // A restoring behind a report may close days, and changes no other.
        if (!changes) expect(after).toMatchObject(closed);
        for (const [id, { messages = 0 }] of Object.entries(await sums(bench.db))) {
          expect(messages, id).toBeLessThanOrEqual(MOST.get(id) ?? 0);
          for (const count of Object.values((await sums(bench.db))[id] ?? {})) {
            if (typeof count === 'number') expect(count).toBeGreaterThan(0);
          }
        }
        // The sums of open days are just what the rows come to, and closed days say so: the check of every backup.
        const backup = await readBackup(bench.db);
        expect(parseBackup(backupJson(backup, NOON))).toEqual(backup);
      }
      await bench.db.delete();
    }),
    { numRuns: 40 },
  );
}, 60_000);
