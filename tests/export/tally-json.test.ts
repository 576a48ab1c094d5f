import { expect, test } from 'vitest';
import { checkOf, codeOf, isLongEnough, secretKey, wordKey } from '../../lib/export/group-code';
import { handedTally, tallyJson } from '../../lib/export/tally-json';
import { parseTally } from '../../lib/import/tally';
import { addHour, emptyDay } from '../../lib/tally/counts';
import { figureAt } from '../../lib/tally/hand-over';
import type { DayRow, GroupRow } from '../../lib/tally/rows';
import { identityOf, makeTown, personOf } from '../tally/handed/people';
import { TODAY } from '../tally/tally-bench';

const WORD = '减负 2026';
const SIZE = { seed: 3, groups: 12, days: 30, messages: 1_500, lastDay: TODAY };

function row(chat: string, day: string, counts: Partial<DayRow> = {}): DayRow {
  return { ...emptyDay(`${day}|wechat|${chat}`), messages: 3, ...counts };
}

function notes(chat: string, disposal: GroupRow['disposal']): GroupRow {
  const planted = { purpose: 'PLANTED-purpose', owner: 'PLANTED-owner', unit: 'PLANTED-unit' };
  return { id: `wechat|${chat}`, site: 'wechat', chat, ...planted, note: 'PLANTED-note', disposal };
}

const request = (rows: DayRow[], groups: GroupRow[] = [], word = '', person = 1) => ({
  identity: identityOf(person),
  ...{ word, from: '2026-10-01', to: '2026-10-31', dayStart: 4, rows, groups },
  restored: new Set<string>(),
});

test('a file says what the rows say, and reads back the same', async () => {
  const town = makeTown(SIZE);
  const tally = await personOf(town, 0, { word: WORD });
  expect(tally.rows.length).toBeGreaterThan(150);
  expect(parseTally(tallyJson(tally))).toEqual(tally);
});

test('no name, no text, no key and no secret is in the bytes, with a word and without', async () => {
  const planted = row('PLANTED-chat', '2026-10-09', {
    ...({ excerpt: 'PLANTED-text', sender: 'PLANTED-sender', hash: 'PLANTED-hash' } as object),
    ...({ evidence: { key: 'PLANTED-key', number: 'PLANTED-number' } } as object),
    id: '2026-10-09|wechat|PLANTED-chat',
    demands: { form: 1 },
  });
  for (const word of ['', 'PLANTED-word']) {
    const groups = [notes('PLANTED-chat', 'dissolve')];
    const { installation, revision } = identityOf(1);
    const identity = { installation, revision, secret: 'PLANTED-secret' };
    const json = tallyJson(await handedTally({ ...request([planted], groups, word), identity }));
    expect(json).toContain('dissolve');
    expect(json).not.toMatch(/planted/i);
    expect(json.split('\n').filter((line) => line.startsWith('{"day"'))).toEqual([
      expect.stringMatching(
        /^{"day":"2026-10-09","site":"wechat","code":"[0-9a-f]{20}","messages":3,"demands":{"form":1},"hours":{}}$/,
      ),
    ]);
  }
});

test('the order of rows tells nothing of the order of names', async () => {
  const one = await handedTally(request([row('甲', '2026-10-09'), row('乙', '2026-10-09')]));
  const other = await handedTally(request([row('乙', '2026-10-09'), row('甲', '2026-10-09')]));
  expect(tallyJson(one)).toBe(tallyJson(other));
});

test('off-hours are those of the official calendar', async () => {
  const late = { messages: 9, own: 1, late: 2 };
  const { rows } = await handedTally(
    request([row('甲', '2026-10-09', late), row('甲', '2026-10-02', late)]),
  );
  // The second of October is a holiday: all of it counts.
  expect(rows.map(({ day, figures }) => [day, figureAt(figures, 'offHours')])).toEqual([
    ['2026-10-02', 8],
    ['2026-10-09', 2],
  ]);
});

test('rows outside the period and rows without a message stay at home', async () => {
  const folded = row('甲', '2026-10-12', { messages: 0, folded: 4 });
  const { rows } = await handedTally(
    request([row('甲', '2026-09-30'), row('甲', '2026-10-31'), folded, row('甲', '2026-11-01')]),
  );
  expect(rows.map(({ day }) => day)).toEqual(['2026-10-31']);
});

test('with one word the codes of two people meet; without, and with another, they do not', async () => {
  const rows = [row('防汛值守群', '2026-10-09')];
  const codeWith = async (word: string, person: number) => {
    const tally = await handedTally(request(rows, [], word, person));
    return [tally.rows[0]?.code, tally.word];
  };
  const [code, check] = await codeWith(WORD, 1);
  expect(await codeWith('减负２０２６ ', 2)).toEqual([code, check]);
  const [otherCode, otherCheck] = await codeWith('别的口令', 2);
  expect([otherCode === code, otherCheck === check]).toEqual([false, false]);
  const [mine, none] = await codeWith('', 1);
  const [theirs] = await codeWith('', 2);
  expect(none).toBeNull();
  expect(new Set([code, mine, theirs]).size).toBe(3);
});

test('chats whose name is not known never meet those of another', async () => {
  const rows = [row('', '2026-10-09'), row(' ', '2026-10-09', { replies: 1 })];
  const one = await handedTally(request(rows, [], WORD, 1));
  const other = await handedTally(request(rows, [], WORD, 2));
  expect(one.rows.map(({ figures }) => figureAt(figures, 'messages'))).toEqual([6]);
  expect(one.rows[0]?.code).not.toBe(other.rows[0]?.code);
});

test('only the disposal of a group goes along, and only of groups that have rows', async () => {
  const { groups, rows } = await handedTally(
    request([row('甲', '2026-10-09')], [notes('甲', 'merge'), notes('乙', 'keep')]),
  );
  expect(groups).toEqual([{ site: 'wechat', code: rows[0]?.code, disposal: 'merge' }]);
});

test('a code is 80 bits of HMAC-SHA-256, bound to the site, and the check tells words apart', async () => {
  const key = await secretKey('key');
  const expected = await crypto.subtle
    .importKey('raw', new TextEncoder().encode('key'), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ])
    .then((raw) => crypto.subtle.sign('HMAC', raw, new TextEncoder().encode('group|wechat|甲')));
  const hex = Buffer.from(expected).toString('hex');
  expect(await codeOf(key, { site: 'wechat', chat: '甲' })).toBe(hex.slice(0, 20));
  expect(await codeOf(key, { site: 'feishu', chat: '甲' })).not.toBe(hex.slice(0, 20));
  expect(await checkOf(await wordKey('第一个'))).not.toBe(await checkOf(await wordKey('第二个')));
});

test.each([
  ['减负', false],
  ['  减 负 ', false],
  ['减负行动', true],
  ['𠮷𠮷𠮷', false],
])('the word “%s” is long enough: %s', (word, expected) => {
  expect(isLongEnough(word)).toBe(expected);
});

test('a file says when a day starts by the settings of today, and which of its days are a lower bound', async () => {
  const rows = [row('甲', '2026-10-09'), row('甲', '2026-10-12'), row('乙', '2026-10-12')];
  const restored = new Set(['2026-09-30', '2026-10-11', '2026-10-12', '2026-10-09', '2026-11-01']);
  const tally = await handedTally({ ...request(rows), dayStart: 0, restored });
  // A day without a row says nothing here, nor does one of another period.
  expect([tally.dayStart, tally.restored]).toEqual([0, ['2026-10-09', '2026-10-12']]);
  expect(parseTally(tallyJson(tally))).toEqual(tally);
  expect(tallyJson({ ...tally, restored: [] })).not.toContain('restored');
});

test('nothing in a file tells where its writer is', async () => {
  const json = tallyJson(await handedTally(request([row('甲', '2026-10-09')])));
  const head = JSON.parse(json) as Record<string, unknown>;
  expect(Object.keys(head).sort()).toEqual(
    ['format', 'version', 'note', 'formula', 'installation', 'revision', 'from', 'to', 'word']
      .concat('dayStart', 'groups', 'rows')
      .sort(),
  );
  expect(json).not.toMatch(/Shanghai|UTC|GMT|\+08/);
});

test('hours go along', async () => {
  const day = row('甲', '2026-10-09');
  addHour(day, 0, 1);
  addHour(day, 23, 2);
  const json = tallyJson(await handedTally(request([day])));
  expect(json).toContain('"hours":{"0":1,"23":2}');
});
