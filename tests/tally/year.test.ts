import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { backupJson } from '../../lib/export/json';
import { parseBackup } from '../../lib/import/backup';
import { NOON, TODAY } from './tally-bench';
import { makeYear } from './year/year';

const SIZE = { seed: 7, groups: 30, days: 100, messages: 6_000, lastDay: TODAY };

test('a generated tally holds together: it passes for a backup, and is the same for the same seed', () => {
  const made = makeYear(SIZE);
  expect(Math.abs(made.messages.length - SIZE.messages)).toBeLessThan(0.05 * SIZE.messages);
  const json = backupJson(
    { ...made, exceptions: [], groups: [], closedDays: [], privateChats: [], histories: [] },
    NOON,
  );
  expect(parseBackup(json).messages).toHaveLength(made.messages.length);
  expect(makeYear(SIZE)).toEqual(made);
});
