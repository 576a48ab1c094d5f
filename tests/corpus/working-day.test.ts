import { expect, test } from 'vitest';
import {
  DAY_GROUPS,
  dayMessages,
  ENTRIES,
  entryTime,
  recalledIds,
  simulatedDay,
} from './working-day.ts';

test('the day has thirty groups, each with messages, and three hundred messages', () => {
  expect(DAY_GROUPS).toHaveLength(30);
  expect(new Set(ENTRIES.map((entry) => entry.group))).toEqual(new Set(DAY_GROUPS));
  expect(dayMessages().length).toBeGreaterThanOrEqual(300);
});

test('ids are unique, have nineteen digits, and times rise', () => {
  const ids = simulatedDay().map((message) => message.id ?? '');
  expect(new Set(ids).size).toBe(ENTRIES.length);
  expect(ids.every((id) => /^\d{19}$/.test(id))).toBe(true);
  const times = ENTRIES.map(entryTime);
  expect(times).toEqual([...times].sort((one, other) => one - other));
  expect(recalledIds().every((id) => ids.includes(id))).toBe(true);
});

test('every kind of posting occurs, and every entry has what its kind needs', () => {
  const kinds = new Set(ENTRIES.map((entry) => entry.kind));
  for (const kind of [
    'text',
    'image',
    'file',
    'link',
    'voice',
    'video',
    'location',
    'unsupported',
  ]) {
    expect(kinds).toContain(kind);
  }
  for (const entry of ENTRIES) {
    if (entry.kind === 'file') expect(entry.file?.size).toBeGreaterThan(0);
    if (entry.kind === 'link') expect(entry.link?.url).toMatch(/^https:/);
    if (entry.kind === 'image') expect(entry.picture).toBeDefined();
    if (entry.kind === 'text') expect(entry.text).not.toBe('');
  }
});
