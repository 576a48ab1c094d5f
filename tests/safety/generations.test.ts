import { beforeEach, expect, test } from 'vitest';
import { dropSnapshots, keepSnapshot, loadSnapshot } from '../../lib/safety/generations';
import type { SnapshotFile } from '../../lib/safety/snapshot-file';
import type { Aggregates } from '../../lib/tally/aggregates';
import { emptyDay } from '../../lib/tally/counts';
import { NOON } from '../tally/tally-bench';
import { MemoryArea } from './memory-area';

let area: MemoryArea;

beforeEach(() => {
  area = new MemoryArea();
});

function sumsOf(messages: number): Aggregates {
  const row = { ...emptyDay('2026-10-14|wechat|防汛|值守群'), messages, hours: { 9: messages } };
  row.demands = { reply: 2, form: 1 };
  return { days: [row], groups: [], exceptions: [], privateChats: [], rev: 7 };
}

function fileIn(name: string): SnapshotFile {
  return area.stored[name] as SnapshotFile;
}

async function messagesLoaded(): Promise<number | undefined> {
  return (await loadSnapshot(area)).aggregates?.days[0]?.messages;
}

test('what is kept is loaded again, whole', async () => {
  const group = {
    id: 'wechat|防汛|值守群',
    site: 'wechat',
    chat: '防汛|值守群',
    purpose: '防汛',
    owner: '',
    unit: '',
    note: '=1+1\n‮',
    disposal: 'merge' as const,
  };
  const aggregates: Aggregates = {
    ...sumsOf(3),
    groups: [group],
    exceptions: [{ contentKey: 'x', lesson: 'not-copy', time: NOON }],
  };
  const extent = await keepSnapshot(area, aggregates, NOON);
  expect(extent).toEqual({ taken: NOON, from: '2026-10-14', days: 1 });
  expect(await loadSnapshot(area)).toEqual({ aggregates, problem: null });
});

test('two generations are kept, and the newer one is loaded', async () => {
  for (const messages of [1, 2, 3]) {
    await keepSnapshot(area, sumsOf(messages), NOON);
    expect(await messagesLoaded()).toBe(messages);
  }
  expect(Object.keys(area.stored)).toHaveLength(2);
});

test('a clock that was set back does not make an older generation the newer one', async () => {
  await keepSnapshot(area, sumsOf(1), NOON);
  await keepSnapshot(area, sumsOf(2), NOON - 2 * 86_400_000);
  expect(await messagesLoaded()).toBe(2);
  await keepSnapshot(area, sumsOf(3), NOON - 86_400_000);
  expect(await messagesLoaded()).toBe(3);
});

test.each([0, 1, 20, 100])('cut off after %d characters, the one before is whole', async (cut) => {
  await keepSnapshot(area, sumsOf(1), NOON);
  await keepSnapshot(area, sumsOf(2), NOON);
  area.cutAt = cut;
  await expect(keepSnapshot(area, sumsOf(3), NOON)).rejects.toThrow('damaged');
  expect(await loadSnapshot(area)).toMatchObject({ problem: 'damaged' });
  expect(await messagesLoaded()).toBe(2);
  area.cutAt = null;
  await keepSnapshot(area, sumsOf(4), NOON);
  expect(await messagesLoaded()).toBe(4);
  expect((await loadSnapshot(area)).problem).toBeNull();
});

test('a full storage rejects and leaves what there is', async () => {
  await keepSnapshot(area, sumsOf(1), NOON);
  const before = structuredClone(area.stored);
  area.full = true;
  await expect(keepSnapshot(area, sumsOf(2), NOON)).rejects.toThrow('quota');
  expect(area.stored).toEqual(before);
});

test.each<[string, (file: SnapshotFile) => unknown]>([
  ['another date', (file) => ({ ...file, taken: file.taken + 1 })],
  ['another number', (file) => ({ ...file, serial: 99 })],
  ['one letter of the data', (file) => ({ ...file, data: `A${file.data.slice(1)}B` })],
  ['an encoding', (file) => ({ ...file, encoding: 'plain' })],
  ['no checksum', ({ checksum: _, ...file }) => file],
  ['null', () => null],
  ['a text', () => 'gone'],
  ['a list', () => []],
  ['another format', (file) => ({ ...file, format: 'settings' })],
])('damage is found: %s', async (_, damage) => {
  await keepSnapshot(area, sumsOf(1), NOON);
  area.stored['snapshot-a'] = damage(fileIn('snapshot-a'));
  expect(await loadSnapshot(area)).toEqual({ aggregates: null, problem: 'damaged' });
});

test('a snapshot of a later version is neither read nor replaced', async () => {
  await keepSnapshot(area, sumsOf(1), NOON);
  area.stored['snapshot-a'] = { ...fileIn('snapshot-a'), version: 2, checksum: 'of another make' };
  const later = structuredClone(area.stored['snapshot-a']);
  expect(await loadSnapshot(area)).toEqual({ aggregates: null, problem: 'newer-version' });
  for (const messages of [2, 3]) await keepSnapshot(area, sumsOf(messages), NOON);
  expect(area.stored['snapshot-a']).toEqual(later);
  area.stored['snapshot-b'] = structuredClone(later);
  await expect(keepSnapshot(area, sumsOf(4), NOON)).rejects.toThrow('newer-version');
  expect(area.stored['snapshot-b']).toEqual(later);
});

test.each([1, 2, 7])(
  'a snapshot of a later version is the newer one when it can be read again, after %d others',
  async (kept) => {
    for (const messages of [100, 200]) await keepSnapshot(area, sumsOf(messages), NOON);
    const good = structuredClone(fileIn('snapshot-b'));
    area.stored['snapshot-b'] = { ...good, version: 2 };
    for (let messages = 1; messages <= kept; messages++) {
      await keepSnapshot(area, sumsOf(messages), NOON);
    }
    area.stored['snapshot-b'] = good;
    expect(await messagesLoaded()).toBe(200);
    await keepSnapshot(area, sumsOf(300), NOON);
    expect(await messagesLoaded()).toBe(300);
    expect(fileIn('snapshot-b')).toEqual(good);
  },
);

test.each([undefined, 'x', Number.NaN, -3, 1.5])(
  'of a later version without a number (%s) the others still rise',
  async (serial) => {
    await keepSnapshot(area, sumsOf(1), NOON);
    area.stored['snapshot-b'] = { ...fileIn('snapshot-a'), version: 2, serial };
    for (const messages of [2, 3]) await keepSnapshot(area, sumsOf(messages), NOON);
    expect(fileIn('snapshot-a').serial).toBe(3);
  },
);

test('nothing is no problem, and dropping leaves nothing', async () => {
  expect(await loadSnapshot(area)).toEqual({ aggregates: null, problem: null });
  for (const messages of [1, 2]) await keepSnapshot(area, sumsOf(messages), NOON);
  await dropSnapshots(area);
  expect(area.stored).toEqual({});
});
