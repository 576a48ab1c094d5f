import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { engine } from '../../lib/background/engine';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import type { TallyDb } from '../../lib/tally/db';
import { openRecorder, type Recorder } from '../../lib/tally/record';
import { freshDb, message, NOON, report, reportOf, sums } from './tally-bench';

const LETTERS = '河沟桥柳庄营湾关岭塘森校养道梯燃仓库堂坝渠闸堤井泵灯杆棚圈厂窑坊铺摊站台亭廊院墙';

/** Four letters, others for each number. */
const nameOf = (number: number) =>
  [Math.floor(number / LETTERS.length), number, number * 13, number * 17]
    .map((place) => LETTERS[place % LETTERS.length])
    .join('');

const COUNT = 520;

let db: TallyDb;

const titleOf = (number: number) => `关于${nameOf(number)}的通知`;

/** Of some six kilobytes, forty to a page of words; each about something else. */
const textOf = (number: number) =>
  `${titleOf(number)}：${`${nameOf(number)}由${nameOf(number + 977)}管护，${nameOf(number + 1983)}另报；`.repeat(160)}`;

const notice = (number: number) =>
  message(`wechat:${number}`, textOf(number), { chat: `chat ${number % 7}`, at: number / 60 });

const copyOf = (number: number, key = `wechat:9000${number}`) =>
  message(key, textOf(number), { chat: 'another', at: 30 + number / 600 });

function open(): Promise<Recorder> {
  const settings = DEFAULT_SETTINGS;
  return openRecorder({ db, engine, version: '1.0.0', settings, now: () => NOON });
}

/** The queue answers in order: what a call left in it is done. */
const settled = (recorder: Recorder) => recorder.report(report({}));

async function told(numbers: readonly number[]): Promise<Recorder> {
  const recorder = await open();
  await recorder.report(reportOf(...numbers.map(notice)));
  await settled(recorder);
  return recorder;
}

const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at);

/** Pages that are read while something is done. */
async function pagesRead(act: () => Promise<unknown>): Promise<number[]> {
  const read: number[] = [];
  const note = (row: { page: number }) => {
    read.push(row.page);
    return row;
  };
  db.indexWords.hook('reading', note);
  await act();
  db.indexWords.hook('reading').unsubscribe(note);
  return read;
}

async function wordsOnDisk(): Promise<string> {
  const rows = await db.indexWords.toArray();
  const snapshot = await db.indexSnapshots.get('index');
  const parts = [...rows.map(({ words }) => words), snapshot?.snapshot] as ArrayBuffer[];
  const units = (bytes: Uint8Array) => new TextDecoder('utf-16le').decode(bytes);
  return parts
    .map((part) => new Uint8Array(part))
    .map((bytes) => units(bytes) + units(bytes.subarray(1)))
    .join('');
}

beforeEach(() => {
  db = freshDb();
});

test('a start reads no words but those that it is asked about', async () => {
  await told(upTo(COUNT));
  const pages = await db.indexWords.count();
  expect(pages).toBeGreaterThan(4);
  const restarted = await open();
  expect(await pagesRead(() => settled(restarted))).toEqual([]);
  let verdict: unknown;
  const read = await pagesRead(async () => {
    const answer = await restarted.report(reportOf(copyOf(3)));
    verdict = answer.verdicts[0]?.verdict;
  });
  expect(verdict).toMatchObject({ relation: 'copy', notice: 'wechat:3', action: 'fold' });
  expect(read.length).toBeGreaterThan(0);
  expect(new Set(read).size).toBe(read.length);
  expect(read.length).toBeLessThan(pages / 2);
  expect(await pagesRead(() => restarted.report(reportOf(copyOf(3, 'wechat:more'))))).toEqual([]);
});

test('a change of what is only on the disk is told, not folded', async () => {
  await told(upTo(COUNT));
  const changed = {
    ...copyOf(5),
    text: textOf(5).replace('的通知：', '的通知：请于11月9日前办结，'),
  };
  const answer = await (await open()).report(reportOf(changed));
  expect(answer.verdicts[0]?.verdict).toMatchObject({ relation: 'revision', of: 'wechat:5' });
  expect(answer.verdicts[0]?.verdict.action).not.toBe('fold');
});

test('hundreds of messages that need words are judged in one transaction, as by a worker that has them', async () => {
  const running = await told(upTo(COUNT));
  const copies = upTo(300).map((number) => copyOf((number * 53) % COUNT, `wechat:8000${number}`));
  const restarted = await open();
  const cold = await restarted.report(reportOf(...copies));
  expect(cold.verdicts.every(({ verdict }) => verdict.relation === 'copy')).toBe(true);
  const counted = await sums(db);
  // The other worker's index is of before; it says the same, and nothing is counted twice.
  const warm = await running.report(reportOf(...copies));
  expect(warm.verdicts.map(({ verdict }) => verdict)).toEqual(
    cold.verdicts.map(({ verdict }) => verdict),
  );
  expect(await sums(db)).toEqual(counted);
});

test('full pages are written once', async () => {
  const recorder = await told(upTo(COUNT));
  const written: number[] = [];
  db.indexWords.hook('creating', (page) => void written.push(page));
  const before = await db.indexWords.count();
  await recorder.report(reportOf(...upTo(COUNT, COUNT).map(notice)));
  await settled(recorder);
  expect(written.length).toBeGreaterThan(4);
  expect(Math.min(...written)).toBe(before);
  const answer = await (await open()).report(reportOf(copyOf(7), copyOf(COUNT + 7)));
  const found = answer.verdicts.map(({ verdict }) => verdict.notice);
  expect(found).toEqual(['wechat:7', `wechat:${COUNT + 7}`]);
});

const damages: Record<string, (words: ArrayBuffer) => unknown> = {
  'have another byte': (words) => {
    const bytes = new Uint8Array(words.slice());
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    return bytes.buffer;
  },
  'are cut': (words) => words.slice(0, 1024),
  'are none': () => 'nothing',
};

test.each(Object.entries(damages))(
  'where words %s the index is made of the log',
  async (_, damage) => {
    await told(upTo(COUNT));
    await db.indexWords.toCollection().modify((row) => {
      row.words = damage(row.words as ArrayBuffer);
    });
    const recorder = await open();
    const answer = await recorder.report(reportOf(copyOf(11)));
    expect(answer.verdicts[0]?.verdict).toMatchObject({ relation: 'copy', notice: 'wechat:11' });
    await settled(recorder);
    // It was written anew, and is read again.
    const next = await open();
    const read = await pagesRead(() => next.report(reportOf(copyOf(12))));
    expect(read.length).toBeGreaterThan(0);
    expect((await db.messages.get(copyOf(12).key))?.verdict.notice).toBe('wechat:12');
  },
);

test('where pages of words are missing the index is made of the log', async () => {
  await told(upTo(COUNT));
  await db.indexWords.clear();
  const answer = await (await open()).report(reportOf(copyOf(11)));
  expect(answer.verdicts[0]?.verdict).toMatchObject({ relation: 'copy', notice: 'wechat:11' });
});

test('where paring finds words damaged it goes on with an index made of the log', async () => {
  await told(upTo(COUNT));
  await db.indexWords.clear();
  await (await open()).pare();
  expect(await db.indexWords.count()).toBeGreaterThan(4);
  const answer = await (await open()).report(reportOf(copyOf(2)));
  expect(answer.verdicts[0]?.verdict.notice).toBe('wechat:2');
});

test('a worker whose index another one has written anew judges by what is true', async () => {
  await told(upTo(COUNT));
  const slow = await open();
  await settled(slow);
  const other = await open();
  await slow.report(reportOf(copyOf(400)));
  // Pages are other ones afterwards: the first forty notices are gone.
  await other.erase({ what: 'chat', site: 'wechat', chat: 'chat 0' });
  const answer = await slow.report(reportOf(copyOf(1), copyOf(7), copyOf(8)));
  const found = answer.verdicts.map(({ verdict }) => verdict.notice);
  expect(found).toEqual(['wechat:1', copyOf(7).key, 'wechat:8']);
});

test('what is erased is in no page, also after a restart', async () => {
  await told(upTo(COUNT));
  expect((await wordsOnDisk()).includes(titleOf(14))).toBe(true);
  const restarted = await open();
  await restarted.erase({ what: 'chat', site: 'wechat', chat: 'chat 0' });
  const left = await wordsOnDisk();
  expect([14, 21, 15].map((number) => left.includes(titleOf(number)))).toEqual([
    false,
    false,
    true,
  ]);
  const answer = await (await open()).report(reportOf(copyOf(15)));
  expect(answer.verdicts[0]?.verdict.notice).toBe('wechat:15');
  await restarted.erase({ what: 'everything' });
  expect(await db.indexWords.count()).toBe(0);
});

test('an edit of a notice whose words are on the disk founds another', async () => {
  await told(upTo(COUNT));
  const restarted = await open();
  const edited = { ...notice(9), text: textOf(900), hash: 'another' };
  await restarted.report(reportOf(edited));
  const answer = await restarted.report(reportOf(copyOf(9), copyOf(900)));
  const found = answer.verdicts.map(({ verdict }) => verdict.notice);
  expect(found[0]).not.toBe('wechat:9');
  expect(found[1]).toContain('wechat:9');
});

test('paring after a restart keeps what is young', async () => {
  await told(upTo(COUNT));
  const restarted = await open();
  await restarted.pare();
  const answer = await (await open()).report(reportOf(copyOf(2)));
  expect(answer.verdicts[0]?.verdict.notice).toBe('wechat:2');
});

test.each(['NotFoundError', 'DataError', 'NotReadableError', 'UnknownError'])(
  'where the browser cannot read words or snapshot (%s) the index is made of the log',
  async (name) => {
    await told(upTo(COUNT));
    const refuse = () => {
      throw new DOMException('Failed to read large IndexedDB value', name);
    };
    for (const table of [db.indexWords, db.indexSnapshots]) {
      table.hook('reading', refuse);
      const recorder = await open();
      const number = table === db.indexWords ? 11 : 12;
      const { verdicts } = await recorder.report(reportOf(copyOf(number)));
      expect(verdicts[0]?.verdict).toMatchObject({ relation: 'copy', notice: `wechat:${number}` });
      table.hook('reading').unsubscribe(refuse);
      await settled(recorder);
    }
  },
);
