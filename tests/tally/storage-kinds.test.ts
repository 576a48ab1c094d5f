import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { knownChats } from '../../lib/tally/known-chats';
import { storageByKind } from '../../lib/tally/storage-kinds';
import { freshDb, message, recorderOn, reportOf } from './tally-bench';

test('what takes the space is told by kind, and nothing takes none', async () => {
  const db = freshDb();
  expect((await storageByKind(db)).map(({ rows, bytes }) => rows + bytes)).toEqual([0, 0, 0, 0]);
  const recorder = await recorderOn(db);
  for (let at = 0; at < 100; at++) await recorder.report(reportOf(message(`k${at}`, '防汛')));
  const kinds = await storageByKind(db);
  expect(kinds.map(({ kind, rows }) => [kind, rows])).toEqual([
    ['messages', 100],
    ['notices', 1],
    ['days', 1],
    // Of a copy no text is remembered.
    ['texts', 1],
  ]);
  const exact = new TextEncoder().encode(JSON.stringify(await db.messages.toArray())).length;
  const told = kinds[0]?.bytes ?? 0;
  expect(Math.abs(told - exact) / exact).toBeLessThan(0.05);
});

test('chats are those counted and those noted of, each once', async () => {
  const db = freshDb();
  const recorder = await recorderOn(db);
  await recorder.report(reportOf(message('a', 'words', { chat: '乙|群' }), message('b', 'words')));
  await recorder.report(reportOf(message('c', 'words', { chat: '乙|群', at: -2_000 })));
  const notes = { purpose: 'x', owner: '', unit: '', note: '', disposal: null };
  await recorder.setGroups([{ site: 'wechat', chat: 'one', ...notes }]);
  await recorder.setGroups([{ site: 'feishu', chat: 'quiet', ...notes }]);
  const chats = await knownChats(db);
  expect(chats.map(({ site, chat }) => `${site}:${chat}`).sort()).toEqual([
    'feishu:quiet',
    'wechat:one',
    'wechat:乙|群',
  ]);
});
