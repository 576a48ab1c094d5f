import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message } from '../../lib/detect/types';
import type { HistoryMessage, ObservedMessage } from '../../lib/messages/protocol';
import type { TallyDb } from '../../lib/tally/db';
import { importHistory, told } from './history-bench';
import { freshDb, message, recorderOn, report, reportOf, sumOf, sums, TODAY } from './tally-bench';
import { wordEngine } from './word-engine';

const DAY = 24 * 60;

test('messages of a history are counted as if a page had told them', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const counts = await importHistory(recorder, [
    told('words ?photo'),
    told('words ?photo', { at: 1, chat: 'two' }),
    told('reply', { at: 2 }),
    told('loose ?form', { at: 3 }),
    told('mine', { at: 4, own: true }),
  ]);
  expect(counts).toEqual({ added: 5, known: 0, onPage: 0, closed: 0 });
  expect(await sumOf(db)).toEqual({
    messages: 4,
    own: 1,
    notices: 1,
    replies: 1,
    demands: { photo: 1, form: 1 },
  });
  expect(await sumOf(db, 'two')).toEqual({ messages: 1, copies: 1, copyChars: 11 });
});

test('the same file again counts nothing', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const file = [told('words'), told('reply', { at: 1 }), told('reply', { at: 1, nth: 1 })];
  await importHistory(recorder, file);
  const before = await sums(db);
  expect(await importHistory(recorder, file)).toEqual({ added: 0, known: 3, onPage: 0, closed: 0 });
  expect(await sums(db)).toEqual(before);
});

test('what a page told is not counted again, though the minute differs', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('m1', 'words'), message('m2', 'reply', { at: 1 })));
  const before = await sums(db);
  const counts = await importHistory(recorder, [
    told('words', { at: 0.7 }),
    told('reply', { at: 1.9 }),
  ]);
  expect(counts).toEqual({ added: 0, known: 0, onPage: 2, closed: 0 });
  expect(await sums(db)).toEqual(before);
});

test('what was imported is not counted again when a page tells it', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await importHistory(recorder, [told('words ?photo'), told('reply', { at: 1 })]);
  const before = await sums(db);
  const live = reportOf(message('m1', 'words ?photo'), message('m2', 'reply', { at: 1 }));
  const { verdicts } = await recorder.report(live);
  expect(verdicts.map(({ verdict }) => verdict.relation)).toEqual(['new', 'none']);
  expect(await sums(db)).toEqual(before);
  await recorder.report(live);
  expect(await sums(db)).toEqual(before);
  expect(await importHistory(recorder, [told('words ?photo'), told('reply', { at: 1 })])).toEqual({
    ...{ added: 0, known: 2, onPage: 0, closed: 0 },
  });
  expect(await sums(db)).toEqual(before);
});

test('a file without its size and a picture without its key are what a page told in full, and the other way round', async () => {
  const file = (size: number) => ({
    kind: 'file' as const,
    file: { name: 'a.xlsx', size, exact: size > 0 },
  });
  const contentKey = (message: Message) =>
    JSON.stringify([message.kind, message.text, message.file?.size, message.image?.key]);
  const engine = { ...wordEngine, contentKey };
  const pages = [
    message('m1', '', { ...file(2000), sender: 'Li' }),
    message('m2', '', { kind: 'image', image: { key: 'k' }, at: 1 }),
  ];
  const files = [told('', { ...file(0), at: 0.2 }), told('', { kind: 'image', at: 1.1 })];
  for (const isLiveFirst of [true, false]) {
    const db = freshDb();
    const recorder = await recorderOn(db, { engine });
    if (isLiveFirst) await recorder.report(reportOf(...pages));
    const { added, onPage } = await importHistory(recorder, files);
    expect([added, onPage]).toEqual(isLiveFirst ? [0, 2] : [2, 0]);
    if (!isLiveFirst) await recorder.report(reportOf(...pages));
    expect(await sumOf(db)).toMatchObject({ messages: 2 });
    await importHistory(recorder, files);
    expect(await sumOf(db)).toMatchObject({ messages: 2 });
  }
});

test('two people who answer alike in one minute are two, of whom a page told one', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('m1', 'reply', { sender: 'Wang' })));
  const answers = ['Li', 'Wang', 'Zhao'].map((sender) => told('reply', { sender }));
  expect(await importHistory(recorder, answers)).toMatchObject({ added: 2, onPage: 1 });
  expect(await sumOf(db)).toEqual({ messages: 3, replies: 3 });
});

test('another tool that gives names otherwise tells the same messages', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await importHistory(recorder, [told('words', { sender: 'Li' }), told('reply', { at: 1 })]);
  const before = await sums(db);
  const other = [
    told('words', { sender: 'wxid_1', at: 0.3 }),
    told('reply', { sender: 'wxid_1', at: 1.5 }),
  ];
  expect(await importHistory(recorder, other)).toMatchObject({ added: 0, known: 2 });
  expect(await sums(db)).toEqual(before);
});

test('two files of one import that overlap count what is in both once', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const files = [
    told('reply'),
    told('reply', { nth: 1 }),
    told('reply', { from: 1 }),
    told('words', { at: 1, from: 1 }),
  ];
  expect(await importHistory(recorder, files)).toMatchObject({ added: 3, known: 1 });
  expect(await sumOf(db)).toMatchObject({ messages: 3, replies: 2, notices: 1 });
});

test('a history on closed days is left out', async () => {
  const db = freshDb();
  await db.closedDays.put({ day: TODAY, since: 1 });
  const recorder = await recorderOn(db);
  const counts = await importHistory(recorder, [told('words'), told('words', { at: -DAY })]);
  expect(counts).toMatchObject({ added: 1, closed: 1 });
  expect(Object.keys(await sums(db))).toEqual(['2026-10-14|wechat|one']);
});

test('erasing takes out what a history counted, and it can be imported again', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const file = [
    told('words'),
    told('reply', { at: 1 }),
    told('words', { at: -DAY }),
    told('reply', { at: 2, chat: 'two' }),
  ];
  await importHistory(recorder, file);
  const before = await sums(db);
  await recorder.erase({ what: 'days', from: TODAY, to: TODAY });
  expect(Object.keys(await sums(db))).toEqual(['2026-10-14|wechat|one']);
  expect(await db.historyDays.toCollection().primaryKeys()).toEqual(['2026-10-14']);
  await recorder.erase({ what: 'chat', site: 'wechat', chat: 'one' });
  expect(await sums(db)).toEqual({});
  expect(await db.histories.count()).toBe(0);
  expect(await importHistory(recorder, file)).toMatchObject({ added: 4 });
  expect(await sums(db)).toEqual(before);
});

test('a piece that does not go on where the last one ended is refused, and begins again', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const part = { transfer: 'x', isLast: false, messages: [told('words')] };
  await expect(recorder.importHistory({ ...part, at: 1 })).rejects.toMatchObject({
    code: 'transfer-broken',
  });
  await recorder.importHistory({ ...part, at: 0 });
  await expect(recorder.importHistory({ ...part, at: 2 })).rejects.toMatchObject({
    code: 'transfer-broken',
  });
  expect(await sumOf(db)).toMatchObject({ messages: 1 });
});

test('details of what is older than details are kept never come in', async () => {
  const db = freshDb();
  const contentKey = (message: Message) => `hash ${message.text.length}`;
  const recorder = await recorderOn(db, { engine: { ...wordEngine, contentKey } });
  await importHistory(recorder, [told('secret words', { at: -200 * DAY }), told('fresh words')]);
  const [old] = await db.notices.filter(({ detailDay }) => detailDay === undefined).toArray();
  expect(old?.members).toHaveLength(1);
  const everything = JSON.stringify([
    await db.messages.toArray(),
    await db.notices.toArray(),
    await db.indexLog.toArray(),
  ]);
  expect(everything).not.toContain('secret');
  expect(everything).toContain('fresh');
});

const TEXTS = ['words ?photo', 'else ?form', 'reply', 'loose ?share', 'words ?photo', 'reply'];

type Made = { text: number; minute: number; day: number; chat: number; sender: number };

const made = fc.record({
  text: fc.nat(5),
  minute: fc.nat(4),
  day: fc.nat(3),
  chat: fc.nat(2),
  sender: fc.nat(2),
});

/** Every message of a random working week, alike ones by their number. */
function weekOf(list: readonly Made[]): HistoryMessage[] {
  const seen = new Map<string, number>();
  return list.map((each) => {
    const id = JSON.stringify([TEXTS[each.text], each.minute, each.day, each.chat, each.sender]);
    const nth = seen.get(id) ?? 0;
    seen.set(id, nth + 1);
    return told(TEXTS[each.text] ?? '', {
      // Never at one moment in two chats: there the key decides, and a page's keys are others than a file's.
      at: each.minute * 30 + each.chat * 7 - each.day * DAY,
      chat: `c${each.chat}`,
      sender: `s${each.sender}`,
      nth,
    });
  });
}

function live({ nth, from: _, ...rest }: HistoryMessage, at: number): ObservedMessage {
  return { ...rest, key: `live ${at} ${nth}`, hash: rest.text, via: 'page' };
}

/** Names of versions hang on what came first, and so does whether a copy keeps its own key: sums and members do not. */
async function counted(db: TallyDb) {
  const notices = await db.notices.toArray();
  const members = notices.map((notice) =>
    notice.members.map(({ time, chat, sender }) => `${time} ${chat} ${sender}`).sort(),
  );
  return { days: await sums(db), members: members.sort() };
}

test('whatever was read live before, between and after, imports come to the sums of all read live', async () => {
  const list = fc.array(made, { minLength: 1, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(list, fc.array(fc.nat(2)), fc.nat(3), async (picked, when, cut) => {
      const week = weekOf(picked);
      const pages = week.map(live);
      const isAt = (time: number) => (_: unknown, at: number) => when[at % when.length] === time;
      const expected = freshDb();
      const one = await recorderOn(expected);
      const order = [...pages].sort((a, b) => a.time - b.time);
      for (const each of order) await one.report(reportOf(each));

      const db = freshDb();
      const recorder = await recorderOn(db);
      const [before, after] = [pages.filter(isAt(0)), pages.filter(isAt(1))];
      if (before.length > 0) await recorder.report(report({ messages: before }));
      // Broken off after some days, and begun again.
      await importHistory(recorder, week, { pieces: cut });
      await importHistory(recorder, week, { daysInPiece: 2 });
      if (after.length > 0) await recorder.report(report({ messages: after }));
      expect(await counted(db)).toEqual(await counted(expected));
      await importHistory(recorder, week);
      expect(await counted(db)).toEqual(await counted(expected));
    }),
    { numRuns: 150 },
  );
});

test('a day of very many messages of which none has a row is one transaction all the same', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  const talk = Array.from({ length: 20_000 }, (_, at) => told('reply', { at: at / 60 }));
  expect((await importHistory(recorder, talk)).added).toBe(20_000);
  expect(await db.messages.count()).toBe(0);
  expect((await sumOf(db)).messages).toBe(20_000);
});
