import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { engine } from '../../lib/background/engine';
import { evidenceNumber } from '../../lib/background/evidence-number';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { evidenceText } from '../../lib/detect/evidence-text';
import type { ObservedMessage } from '../../lib/messages/protocol';
import { openRecorder } from '../../lib/tally/record';
import { freshDb, message, NOON, reportOf } from '../tally/tally-bench';

const DOCUMENT = readFileSync(new URL('../../docs/export.md', import.meta.url), 'utf8');
const NOTICE =
  '关于报送河道保洁统计表的通知：请各村（社区）于10月20日17:00前报镇水利站，逾期不候。';

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The blocks of one language in the chapter on evidence numbers. */
function blocks(language: string): string[] {
  const chapter = DOCUMENT.split(/^## /m).find((part) => part.startsWith('Evidence numbers')) ?? '';
  const found = chapter.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\``, 'g'));
  return [...found].map(([, block = '']) => block);
}

async function recorded(...messages: ObservedMessage[]) {
  const db = freshDb();
  const recorder = await openRecorder({
    ...{ db, engine, version: '1.0.0', settings: DEFAULT_SETTINGS, now: () => NOON },
  });
  for (const each of messages) await recorder.report(reportOf(each));
  const rows = await db.notices.toArray();
  return rows.map(({ members, evidence }) => [members.length, evidence?.number ?? null]);
}

test('the example of the document comes out as it stands there', async () => {
  const [text = '', words = '', number = ''] = blocks('text');
  expect(evidenceText(text)).toBe(words);
  expect(sha256(words)).toBe(number);
  expect(evidenceNumber(message('a', text))).toBe(number);
  expect(await recorded(message('a', text))).toEqual([[1, number]]);
});

test('the script of the document says the same of any text', async () => {
  const [script = ''] = blocks('js');
  const module = `data:text/javascript,${encodeURIComponent(`export ${script}`)}`;
  const told = (await import(/* @vite-ignore */ module)) as {
    evidenceNumber(text: string): Promise<string | null>;
  };
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(
      NOTICE,
      '转发：',
      '【转】',
      '（FWD）',
      '１ 2',
      ' \n',
      '\u200b',
      '\udc00',
      '1\u00852',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
      const text = pieces.join('');
      expect(await told.evidenceNumber(text)).toBe(evidenceNumber(message('a', text)));
    }),
    { numRuns: 1_000 },
  );
});

test('23 characters of its own are too few, 24 enough, whatever stands around them', () => {
  const [few, enough] = ['𠮷'.repeat(23), '𠮷'.repeat(24)];
  const dressed = (text: string) => `【转发】 ${[...text].join('\u200b \n')}\u3000\n`;
  expect(evidenceNumber(message('a', dressed(few)))).toBeNull();
  expect(evidenceNumber(message('a', dressed(enough)))).toBe(sha256(enough));
});

test('one notice in several groups has one number, in whatever wrapping it came first', async () => {
  const copies = [
    NOTICE,
    `【转发】${NOTICE}`,
    `${NOTICE}\n\n`,
    NOTICE.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    [...NOTICE].join('\u200b'),
  ];
  for (let first = 0; first < copies.length; first++) {
    const order = [...copies.slice(first), ...copies.slice(0, first)];
    const told = order.map((text, at) => message(`m${at}`, text, { chat: `群${at}`, at }));
    expect(await recorded(...told)).toEqual([[copies.length, sha256(evidenceText(NOTICE))]]);
  }
});

test('another deadline is another notice with another number', async () => {
  const later = NOTICE.replace('20日', '22日');
  const rows = await recorded(message('a', NOTICE), message('b', later, { at: 5 }));
  expect(rows).toEqual([
    [1, sha256(evidenceText(NOTICE))],
    [1, sha256(evidenceText(later))],
  ]);
  expect(rows[0]?.[1]).not.toBe(rows[1]?.[1]);
});

test.each<[string, Partial<ObservedMessage>]>([
  [
    'a file',
    { kind: 'file', text: '', file: { name: `${NOTICE}.docx`, size: 9_000, exact: true } },
  ],
  ['a link', { kind: 'link', text: NOTICE, link: { url: 'https://x.invalid/1', title: NOTICE } }],
  ['a picture', { kind: 'image', text: '', image: { key: 'abc' } }],
  ['a text that was cut', { oversize: true }],
  ['a text between two people', { isPrivate: true }],
  ['a short text', { text: '请各村今天下班前交防汛值班表' }],
])('%s has none', async (_, rest) => {
  const rows = await recorded(message('a', NOTICE, rest));
  expect(rows.flatMap(([, number]) => number ?? [])).toEqual([]);
});

test('what a client says in place of a message founds nothing', async () => {
  const text = '[收到一条网页版微信暂不支持的消息类型，请在手机上查看]';
  expect([...evidenceText(text)].length).toBeGreaterThanOrEqual(24);
  expect(await recorded(message('a', text))).toEqual([]);
});
