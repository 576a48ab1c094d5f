import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Member, NoticeRow } from '../../lib/tally/rows';
import { travelledFarthest } from '../../lib/tally/travelled';
import { noteSpread } from '../../lib/tally/versions';
import { freshDb } from './tally-bench';

type Seen = [chat: string, day: string, rest?: Partial<Member>];

function notice(name: string, ...seen: Seen[]): NoticeRow {
  const row: NoticeRow = {
    ...{ notice: name, rev: 1, title: `title of ${name}`, claims: [], revises: null },
    ...{ changed: [], askedBefore: [], revisedBy: [] },
    members: seen.map(([chat, day, rest], at) => ({
      ...{ key: `${name} ${at}`, site: 'wechat', chat, sender: 'Li', own: false, time: at, day },
      ...{ chars: 40, media: false, demands: [], recalled: false, ...rest },
    })),
  };
  noteSpread(row);
  return row;
}

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };

async function farthest(notices: NoticeRow[], range = NOVEMBER, most = 10) {
  const db = freshDb();
  await db.notices.bulkAdd(notices);
  return travelledFarthest(range, most, db);
}

const NAMES = Array.from({ length: 11 }, (_, at) => `group ${at + 1}`);

test('one notice, eleven groups: each is named once, in the order in which it came to them', async () => {
  const spread = notice('wide', ...NAMES.map((chat): Seen => [chat, '2026-11-10']), [
    'group 1',
    '2026-11-12',
  ]);
  const found = await farthest([notice('twice', ['a', '2026-11-02'], ['b', '2026-11-02']), spread]);
  expect(found.map((each) => [each.notice, each.chats.length, each.messages])).toEqual([
    ['wide', 11, 12],
    ['twice', 2, 2],
  ]);
  expect(found[0]).toMatchObject({ title: 'title of wide', first: '2026-11-10' });
  expect(found[0]?.chats.map(({ chat }) => chat)).toEqual(NAMES);
});

test('only what came within the period counts, also where the notice went on after it', async () => {
  const long = notice(
    'long',
    ['a', '2026-10-30'],
    ['b', '2026-11-02'],
    ['c', '2026-11-30'],
    ['d', '2027-02-01'],
  );
  const before = notice('before', ['a', '2026-10-01'], ['b', '2026-10-31']);
  const after = notice('after', ['a', '2026-12-01'], ['b', '2026-12-02']);
  const once = notice('once', ['a', '2026-10-31'], ['b', '2026-11-01']);
  const found = await farthest([before, long, after, once]);
  expect(
    found.map((each) => [each.notice, each.first, each.chats.map(({ chat }) => chat)]),
  ).toEqual([['long', '2026-11-02', ['b', 'c']]]);
});

test('what the user passed on has not travelled, and the same name on two sites is two groups', async () => {
  const own = notice('own', ['a', '2026-11-02'], ['b', '2026-11-02', { own: true }]);
  const sites = notice('sites', ['a', '2026-11-02'], ['a', '2026-11-02', { site: 'feishu' }]);
  expect((await farthest([own, sites])).map((each) => each.notice)).toEqual(['sites']);
});

test('the most are kept over pieces, and the order does not hang on the order of reading', async () => {
  const notices = Array.from({ length: 60 }, (_, at) => {
    const day = `2026-${String(1 + (at % 12)).padStart(2, '0')}-15`;
    return notice(`n${at}`, ...NAMES.slice(0, 2 + (at % 7)).map((chat): Seen => [chat, day]));
  });
  const year = { from: '2026-01-01', to: '2026-12-31' };
  const found = await farthest(notices, year, 5);
  expect(found.map(({ chats }) => chats.length)).toEqual([8, 8, 8, 8, 8]);
  expect(await farthest([...notices].reverse(), year, 5)).toEqual(found);
});

test('an empty tally has none, and a reading that nobody waits for ends', async () => {
  expect(await farthest([])).toEqual([]);
  const db = freshDb();
  await db.notices.add(notice('x', ['a', '2026-11-02'], ['b', '2026-11-02']));
  expect(await travelledFarthest(NOVEMBER, 5, db, () => true)).toEqual([]);
});
