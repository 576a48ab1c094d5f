import { describe, expect, test } from 'vitest';
import { csvOf } from '../../lib/export/csv';
import {
  DEFAULT_REDACTION,
  NAME_RULES,
  type Redaction,
  redactorOf,
} from '../../lib/export/redaction';
import { plainTable } from '../../lib/export/sheet';
import { sheetsOf } from '../../lib/export/sheets';
import { sheetsJson } from '../../lib/export/sheets-json';
import { xlsxOf } from '../../lib/export/xlsx';
import { ALL, dayRow, noteOf, OPEN, objectsOf, sourceOf } from './hand-over';
import { partsOf } from './workbook';

const DAY = '2026-10-15';
const NAME = '县教育局绝密标记甲群';
const SECRET = {
  name: '绝密标记甲',
  owner: '赵绝密标记乙',
  text: '绝密标记丙',
  own: '绝密标记丁',
};
const NUMBER = 'e5'.repeat(32);

const SOURCE = sourceOf(
  DAY,
  DAY,
  [
    dayRow(DAY, NAME, { messages: 9, demands: { photo: 1 } }),
    dayRow(DAY, '县水利局群', { messages: 5, demands: { photo: 1 } }),
    dayRow('2026-10-14', '县水利局群', { messages: 5, demands: { photo: 1 } }),
  ],
  {
    notes: [
      noteOf(NAME, {
        owner: SECRET.owner,
        purpose: `${SECRET.own}，另见县水利局群`,
        note: `同${NAME}`,
      }),
    ],
    asked: [
      {
        ...{ kind: 'photo', site: 'wechat', chat: NAME, day: DAY, time: 1, reached: [] },
        ...{ offHours: false, emergency: false, evidence: NUMBER },
        excerpt: `请${NAME}各位于今日下班之前上传现场工作照片若干，${SECRET.text}`,
      },
    ],
  },
);

async function everyFormat(redaction: Redaction): Promise<string> {
  const sheets = sheetsOf(SOURCE, ALL, redaction);
  const head = { from: DAY, to: DAY, redaction, created: 0 };
  const parts = Object.values(await partsOf(await xlsxOf(sheets)));
  const tables = sheets.map((sheet) => csvOf(plainTable(sheet)));
  return [...tables, sheetsJson(sheets, head), ...parts].join('\n');
}

test('by default no name and no word of a chat is in any file', async () => {
  const written = await everyFormat(DEFAULT_REDACTION);
  for (const secret of [SECRET.name, SECRET.owner, SECRET.text]) {
    expect(written).not.toContain(secret);
  }
  expect(written).not.toContain('县水利局群');
  expect(written).toContain(SECRET.own);
});

test('a number stands in every file whatever is redacted: it is what a lead is proved by', async () => {
  for (const text of ['never', 'start', 'whole'] as const) {
    const leads = sheetsOf(SOURCE, ALL, { ...DEFAULT_REDACTION, text })[1];
    expect(objectsOf(leads).map((row) => row.佐证编号)).toEqual([NUMBER, null]);
    const written = await everyFormat({ ...DEFAULT_REDACTION, text });
    // As a text in the workbook, in the table, in the list.
    expect(written.split(NUMBER).length - 1).toBe(3);
  }
});

test('without the user’s own words these are gone too', async () => {
  const written = await everyFormat({ ...DEFAULT_REDACTION, ownWords: false });
  expect(written).not.toContain('绝密标记');
});

test('the first characters of a text end before what comes later, and hide names inside', async () => {
  const written = await everyFormat({ names: 'code', text: 'start', ownWords: true });
  expect(written).toContain('例：请群01各位');
  expect(written).not.toContain(SECRET.text);
  expect(written).not.toContain(SECRET.name);
});

test('everything is written where everything is let out', async () => {
  const written = await everyFormat(OPEN);
  for (const secret of Object.values(SECRET)) expect(written).toContain(secret);
});

describe('codes', () => {
  const groupsIn = (redaction: Redaction, choice = ALL) => {
    const [, leads, ledger] = sheetsOf(SOURCE, choice, redaction);
    return {
      leads: objectsOf(leads).map((row) => row.群),
      ledger: objectsOf(ledger).map((row) => row.群名称),
    };
  };

  test.each(NAME_RULES)('names written as "%s" are the same in every sheet', (names) => {
    const { leads, ledger } = groupsIn({ ...DEFAULT_REDACTION, names });
    expect(ledger).toHaveLength(2);
    expect(new Set(ledger).size).toBe(2);
    expect([...leads].sort()).toEqual([...ledger].sort());
  });

  test('groups with the same first character are still told apart', () => {
    expect(groupsIn({ ...DEFAULT_REDACTION, names: 'first' }).ledger).toEqual([
      '县＊＊（群01）',
      '县＊＊（群02）',
    ]);
  });

  test('a code does not change with the choice of groups', () => {
    const groups = new Set(['wechat|县水利局群']);
    expect(groupsIn(DEFAULT_REDACTION, { ...ALL, groups }).ledger).toEqual(['群02']);
  });
});

test('the first character of a family, a flag or nothing', () => {
  const chats = ['👨‍👩‍👧‍👦家', '🇨🇳群', '', '\u202e'];
  const places = chats.map((chat) => ({ site: 'wechat', chat }));
  const redactor = redactorOf(places, { ...DEFAULT_REDACTION, names: 'first' });
  expect(places.map((place) => redactor.group(place))).toEqual([
    '👨‍👩‍👧‍👦＊＊（群01）',
    '🇨🇳＊＊（群02）',
    '群03',
    '群04',
  ]);
});

test('a name of nothing printable is a number whatever the rule', () => {
  const place = { site: 'wechat', chat: '\u0000\ufffe' };
  for (const names of NAME_RULES) {
    expect(redactorOf([place], { ...OPEN, names }).group(place)).toBe('群01');
  }
});

test('a group that nobody listed is never named', () => {
  const redactor = redactorOf([], OPEN);
  expect(redactor.group({ site: 'wechat', chat: '密' })).toBe('＊＊');
});

test('a name that begins another is hidden whole', () => {
  const places = ['工作群', '工作群（二）'].map((chat) => ({ site: 'wechat', chat }));
  const redactor = redactorOf(places, { ...DEFAULT_REDACTION, text: 'whole' });
  expect(redactor.excerpt('工作群（二）转工作群')).toBe('群02转群01');
});
