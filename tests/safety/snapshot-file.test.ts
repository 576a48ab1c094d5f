import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { checksumOf } from '../../lib/safety/checksum';
import { packed } from '../../lib/safety/gzip';
import { aggregatesIn, snapshotFile } from '../../lib/safety/snapshot-file';
import { dayRowId } from '../../lib/tally/counts';
import { addDays } from '../../lib/tally/local-day';
import { COUNT_NAMES, type Counts, type DayRow } from '../../lib/tally/rows';
import { NOON } from '../tally/tally-bench';

afterEach(() => vi.unstubAllGlobals());

const count = fc.integer({ min: 0, max: 50_000 });
const counts = fc.record({
  ...(Object.fromEntries(COUNT_NAMES.map((name) => [name, count])) as Record<
    (typeof COUNT_NAMES)[number],
    typeof count
  >),
  demands: fc.dictionary(fc.constantFrom('reply', 'form', 'photo', 'check-in'), count),
  hours: fc.dictionary(
    fc.integer({ min: 0, max: 23 }).map((hour) => String(hour)),
    count,
  ),
}) as unknown as fc.Arbitrary<Counts>;

const chatName = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('防汛|值守|群', '‮群', '', '=HYPERLINK("x")'),
);

const dayRows = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 400 }),
      chat: chatName,
      site: fc.constantFrom('wechat', 'feishu'),
      counts,
    }),
    { maxLength: 40 },
  )
  .map((drawn) => {
    const rows = drawn.map(({ at, chat, site, counts: own }): DayRow => {
      const day = addDays('2025-10-15', at);
      return { ...own, id: dayRowId({ day, site, chat }), day, site, chat };
    });
    return [...new Map(rows.map((row) => [row.id, row])).values()];
  });

function byId(one: DayRow, other: DayRow): number {
  return one.id < other.id ? -1 : 1;
}

test.each(['packed', 'plain'])('any sums come back as they were (%s)', async (way) => {
  if (way === 'plain') vi.stubGlobal('CompressionStream', undefined);
  await fc.assert(
    fc.asyncProperty(dayRows, fc.nat(), async (days, rev) => {
      const aggregates = { days, groups: [], exceptions: [], privateChats: [], rev };
      const { file } = await snapshotFile(aggregates, 1, NOON);
      expect(file.encoding).toBe(way === 'plain' ? 'plain' : 'gzip');
      const back = await aggregatesIn(JSON.parse(JSON.stringify(file)));
      expect({ ...back, days: back.days.sort(byId) }).toEqual({
        ...aggregates,
        days: [...days].sort(byId),
      });
    }),
    { numRuns: 60 },
  );
});

/** A year of sixty groups, nearly all of them speaking every day. */
function heavyYear(days = 365): DayRow[] {
  let seed = 1;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  return Array.from({ length: days * 60 }, (_, at): DayRow => {
    const [day, chat] = [addDays('2025-10-15', Math.floor(at / 60)), `街道第${at % 60}工作群`];
    const row = { id: dayRowId({ day, site: 'wechat', chat }), day, site: 'wechat', chat };
    const plain = Object.fromEntries(COUNT_NAMES.map((name) => [name, random(300)]));
    const hours = Object.fromEntries(
      Array.from({ length: 12 }, (_each, hour) => [hour + 8, 1 + random(30)]),
    );
    const demands = { reply: 1 + random(9), form: 1 + random(3), photo: 1 + random(4) };
    return { ...row, ...plain, hours, demands } as DayRow;
  });
}

test('a year of sixty groups takes less than two million characters, however random its figures', async () => {
  const days = heavyYear();
  expect(days.length).toBeGreaterThan(20_000);
  const { file, extent } = await snapshotFile(
    { days, groups: [], exceptions: [], privateChats: [], rev: 1 },
    1,
    NOON,
  );
  expect(file.data.length).toBeLessThan(2_000_000);
  expect(extent).toEqual({ taken: NOON, from: '2025-10-15', days: 365 });
});

test('of more than the bound takes, the oldest days are left out, each with all its chats', async () => {
  const days = heavyYear(40);
  const aggregates = { days, groups: [], exceptions: [], privateChats: [], rev: 1 };
  const { file, extent } = await snapshotFile(aggregates, 1, NOON, 60_000);
  expect(file.data.length).toBeLessThanOrEqual(60_000);
  const back = await aggregatesIn(file);
  const kept = new Set(back.days.map(({ day }) => day));
  expect(kept.size).toBeGreaterThan(0);
  expect(kept.size).toBeLessThan(40);
  expect(back.days).toHaveLength(60 * kept.size);
  expect([...kept].sort().at(-1)).toBe(days.at(-1)?.day);
  expect(extent).toEqual({ taken: NOON, from: [...kept].sort()[0], days: kept.size });
});

/** A snapshot with a true checksum whose data is what is given. */
async function fileWith(data: string) {
  const sample = { days: [], groups: [], exceptions: [], privateChats: [], rev: 1 };
  const { file } = await snapshotFile(sample, 1, NOON);
  const { format, version, serial, taken, encoding } = file;
  const checksum = await checksumOf([format, version, serial, taken, encoding, data].join('\n'));
  return { ...file, data, checksum };
}

test('of a small snapshot that unpacks without end no more is unpacked than one may hold', async () => {
  const blank = ' '.repeat(64 * 1024 * 1024);
  const bomb = await fileWith(await packed(`${blank}{}`));
  expect(bomb.data.length).toBeLessThan(200_000);
  const text = vi.spyOn(Blob.prototype, 'text');
  await expect(aggregatesIn(bomb, 1024 * 1024)).rejects.toMatchObject({ code: 'damaged' });
  expect(text).not.toHaveBeenCalled();
  const sound = await fileWith(await packed('{"days":{},"groups":[],"exceptions":[]}'));
  await expect(aggregatesIn(sound, 1024 * 1024)).rejects.toMatchObject({ code: 'damaged' });
  expect(text).toHaveBeenCalledOnce();
});

test('a group under the name of another is not taken', async () => {
  const group = {
    ...{ id: 'wechat|街道工作群', site: 'wechat', chat: '街道工作群' },
    ...{ purpose: '日常', owner: '', unit: '', note: '', disposal: null },
  };
  const days: DayRow[] = [];
  const withGroup = async (chat: string) => {
    const groups = [{ ...group, chat }];
    const aggregates = { days, groups, exceptions: [], privateChats: [], rev: 1 };
    const { file } = await snapshotFile(aggregates, 1, NOON);
    return aggregatesIn(file);
  };
  expect((await withGroup('街道工作群')).groups).toEqual([group]);
  await expect(withGroup('网格一群')).rejects.toMatchObject({ code: 'damaged' });
});
