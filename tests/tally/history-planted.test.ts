import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { engine } from '../../lib/background/engine';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import type { HistoryMessage, ObservedMessage } from '../../lib/messages/protocol';
import { contentHash } from '../../lib/sites/content-hash';
import type { TallyDb } from '../../lib/tally/db';
import { openRecorder, type Recorder } from '../../lib/tally/record';
import { expectedTally } from '../corpus/expected-tally';
import { PLANTED_ME, plantedStream } from '../corpus/planted-stream';
import { importHistory } from './history-bench';
import { freshDb, NOON, reportOf } from './tally-bench';

const DAY = 24 * 60 * 60 * 1000;
const SIZE = { groups: 8, messages: 300, days: 2 };

function streamFrom(daysAgo: number) {
  const start = new Date(new Date(NOON).setHours(0, 0, 0, 0) - daysAgo * DAY);
  const { messages, truth } = plantedStream(43, { ...SIZE, start });
  // No two at one moment: there the key decides which is the first, and keys of files are others than keys of pages.
  return { messages: messages.map((each, at) => ({ ...each, time: each.time + at })), truth };
}

function recorderOn(db: TallyDb): Promise<Recorder> {
  const settings = { ...DEFAULT_SETTINGS, myNames: [PLANTED_ME] };
  return openRecorder({ db, engine, version: '1', settings, now: () => NOON });
}

type Stream = ReturnType<typeof streamFrom>;

function toldBy({ messages }: Stream): HistoryMessage[] {
  return messages.map(({ key: _, ...message }) => ({ ...message, nth: 0, from: 0 }));
}

function seenIn({ messages }: Stream): ObservedMessage[] {
  return messages.map((message) => ({ ...message, hash: contentHash(message), via: 'feed' }));
}

/** The sums that the tally and the planted truth have in common, by day and chat. */
async function sumsOf(db: TallyDb) {
  const days = (await db.days.toArray()).filter(({ messages }) => messages > 0);
  return Object.fromEntries(
    days.map(({ day, chat, copyChars: copyCharacters, ...row }) => {
      const { messages, notices, copies, copyMedia, replies, demands } = row;
      const counts = { messages, notices, copies, copyCharacters, copyMedia, replies, demands };
      return [`${day}|${chat}`, counts];
    }),
  );
}

test.each([
  ['the last days', 6],
  ['the last months', 80],
  ['the last years', 700],
])('a history of %s comes to the planted sums, and again changes nothing', async (_, daysAgo) => {
  const stream = streamFrom(daysAgo);
  const planted = Object.fromEntries(expectedTally(stream.messages, stream.truth));
  const db = freshDb();
  const recorder = await recorderOn(db);
  await importHistory(recorder, toldBy(stream), { daysInPiece: 2 });
  expect(await sumsOf(db)).toEqual(planted);
  expect(await importHistory(recorder, toldBy(stream))).toMatchObject({ added: 0 });
  expect(await sumsOf(db)).toEqual(planted);
});

/** A change that is known before what it changes was not told what had been asked already: of pages and of files alike. */
function withoutDemands(sums: Record<string, object>) {
  return Object.entries(sums).map(([id, sum]) => [id, { ...sum, demands: null }]);
}

test('a part of it read live first, and the rest later, comes to the same', async () => {
  const stream = streamFrom(6);
  const planted = withoutDemands(Object.fromEntries(expectedTally(stream.messages, stream.truth)));
  const seen = seenIn(stream);
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(...seen.slice(150, 220)));
  await importHistory(recorder, toldBy(stream));
  expect(withoutDemands(await sumsOf(db)).sort()).toEqual(planted.sort());
  const imported = await sumsOf(db);
  await recorder.report(reportOf(...seen.slice(0, 150)));
  await recorder.report(reportOf(...seen.slice(150)));
  expect(withoutDemands(await sumsOf(db)).sort()).toEqual(planted.sort());

  const live = freshDb();
  const page = await recorderOn(live);
  for (const [from, to] of [
    [150, 220],
    [0, 150],
    [220, 300],
  ] as const) {
    await page.report(reportOf(...seen.slice(from, to)));
  }
  expect(imported).toEqual(await sumsOf(live));
});

test('broken off in the middle and imported again by a worker that knows nothing, it comes to the same', async () => {
  const stream = streamFrom(300);
  const planted = Object.fromEntries(expectedTally(stream.messages, stream.truth));
  const db = freshDb();
  await importHistory(await recorderOn(db), toldBy(stream), { pieces: 2 });
  await importHistory(await recorderOn(db), toldBy(stream), { pieces: 3, daysInPiece: 1 });
  await importHistory(await recorderOn(db), toldBy(stream), { daysInPiece: 3 });
  expect(await sumsOf(db)).toEqual(planted);
});
