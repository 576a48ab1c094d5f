import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { expect, test, vi } from 'vitest';
import { burdenOf, firstDay, foldedOn } from '../../lib/tally/query';
import { freshDb, message, nonZero, recorderOn, report, reportOf, TODAY } from './tally-bench';

async function threeDays() {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const day = 24 * 60;
  await recorder.report(
    reportOf(message('a', 'words'), message('b', 'x ?meeting', { chat: 'two' })),
  );
  await recorder.report(reportOf(message('c', 'words', { at: 2 * day })));
  await recorder.report(reportOf(message('late', 'after the period', { at: 9 * day })));
  await recorder.report(report({ folded: ['c'] }));
  return { db, recorder };
}

test('a burden has totals, every chat with the costliest first, and every day', async () => {
  const { db } = await threeDays();
  const burden = await burdenOf(TODAY, '2026-10-17', db);
  expect(nonZero(burden.totals)).toEqual({
    messages: 3,
    notices: 2,
    copies: 1,
    copyChars: 5,
    folded: 1,
    foldedChars: 5,
    demands: { meeting: 1 },
  });
  expect(burden.chats.map(({ chat, counts }) => [chat, counts.messages])).toEqual([
    ['two', 1],
    ['one', 2],
  ]);
  expect(burden.series.map(({ day, counts }) => [day, counts.messages])).toEqual([
    ['2026-10-15', 2],
    ['2026-10-16', 0],
    ['2026-10-17', 1],
  ]);
});

test('a burden reads the day sums alone', async () => {
  const { db } = await threeDays();
  await db.messages.clear();
  await db.notices.clear();
  expect((await burdenOf(TODAY, TODAY, db)).totals.messages).toBe(2);
});

test('a burden says how many of its days came back from a copy', async () => {
  const { db } = await threeDays();
  await db.closedDays.bulkPut(
    ['2026-10-14', TODAY, '2026-10-18'].map((day) => ({ day, since: 1 })),
  );
  expect((await burdenOf(TODAY, '2026-10-17', db)).restoredDays).toBe(1);
  expect((await burdenOf('2026-10-14', '2026-10-18', db)).restoredDays).toBe(3);
});

test('an empty tally has no chats and days of zero', async () => {
  const burden = await burdenOf(TODAY, TODAY, freshDb());
  expect(burden).toMatchObject({ chats: [], totals: { messages: 0 }, series: [{ day: TODAY }] });
  expect(await firstDay(freshDb())).toBeNull();
});

test('a live burden is told again when the tally changes', async () => {
  const { db, recorder } = await threeDays();
  const seen: number[] = [];
  const watching = liveQuery(() => burdenOf(TODAY, TODAY, db)).subscribe(({ totals }) =>
    seen.push(totals.messages),
  );
  await vi.waitFor(() => expect(seen).toEqual([2]));
  await recorder.report(reportOf(message('d', 'more words')));
  await vi.waitFor(() => expect(seen).toEqual([2, 3]));
  watching.unsubscribe();
});

test('folded today and first day', async () => {
  const { db } = await threeDays();
  expect([await foldedOn(TODAY, db), await foldedOn('2026-10-16', db)]).toEqual([1, 0]);
  expect(await firstDay(db)).toBe(TODAY);
});
