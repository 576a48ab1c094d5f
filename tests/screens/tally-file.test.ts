import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { numbered, tallyCells, tallyFile } from '../../lib/screens/tally-file';
import { emptyDay } from '../../lib/tally/counts';
import { readingDb } from '../../lib/tally/query';
import { speak } from '../components/words';

const CHATS = ['防汛值守群', '=村居两委', '防汛值守群（二）'];
const PERIOD = { from: '2026-11-16', to: '2026-11-17' };

function row(day: string, chat: string) {
  return { ...emptyDay(`${day}|wechat|${chat}`), messages: 7, copies: 2 };
}

beforeEach(async () => {
  await speak('zh_CN');
  const { days, closedDays } = readingDb();
  await Promise.all([days.clear(), closedDays.clear()]);
  await days.bulkPut(
    CHATS.flatMap((chat) => ['2026-11-16', '2026-11-17'].map((day) => row(day, chat))),
  );
});

test('a tally file names no chat unless the user lets it', async () => {
  const without = JSON.stringify(await tallyCells({ ...PERIOD, withNames: false }));
  const withNames = JSON.stringify(await tallyCells({ ...PERIOD, withNames: true }));
  for (const chat of CHATS) {
    expect(without).not.toContain(chat);
    expect(withNames).toContain(chat);
  }
});

test('a number stands for one chat throughout the file, and different chats differ', () => {
  const rows = numbered([row('2026-11-16', 'b'), row('2026-11-16', 'a'), row('2026-11-17', 'b')]);
  const [first, second, third] = rows.map(({ chat }) => chat);
  expect(first).toBe(third);
  expect(first).not.toBe(second);
});

test('the numbers are the same with and without names', async () => {
  const figures = (cells: unknown[][]) => cells.map((line) => line.slice(3).join()).sort();
  const without = await tallyCells({ ...PERIOD, withNames: false });
  expect(figures(without)).toEqual(figures(await tallyCells({ ...PERIOD, withNames: true })));
  expect(without.flat()).toContain('只统计本浏览器收到过消息的会话，为下限。');
});

test('a file says where its figures do not reach all of the period, and nothing where they do', async () => {
  const textOf = async (from: string) =>
    JSON.stringify(await tallyCells({ from, to: PERIOD.to, withNames: false }));
  expect(await textOf(PERIOD.from)).not.toMatch(/恢复|统计自|没有任何记录/);
  expect(await textOf('2026-11-10')).toContain('统计自 2026-11-16 开始');
  const { days, closedDays } = readingDb();
  await days.put(row('2026-11-10', '防汛值守群'));
  await closedDays.bulkPut(['2026-11-09', '2026-11-16'].map((day) => ({ day, since: 1 })));
  // Wednesday to Friday of the week before.
  expect(await textOf('2026-11-10')).toContain('3 个工作日没有任何记录');
  expect(await textOf('2026-11-10')).toContain('其中 1 天的数字来自快照或备份恢复');
});

test('the file holds what the preview showed, and its name the period', async () => {
  const cells = await tallyCells({ ...PERIOD, withNames: true });
  const { name, content } = tallyFile(cells, PERIOD.from, PERIOD.to);
  expect(name).toBe('fingerlight-2026-11-16_2026-11-17.csv');
  const lines = (await content.text()).trimEnd().split('\r\n');
  expect(lines).toHaveLength(cells.length);
  expect(lines.join('\n')).toContain("'=村居两委");
});
