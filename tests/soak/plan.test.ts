import { beforeAll, expect, test } from 'vitest';
import { judge } from '../../lib/detect/judge.ts';
import { createIndex, remember } from '../../lib/detect/notice-index.ts';
import { differencesOf } from '../corpus/differences.ts';
import { PLANTED_ME } from '../corpus/planted-stream.ts';
import { options } from '../detect/fixtures.ts';
import { type Operation, planOf } from './plan.ts';
import { type SoakSize, soakStream } from './stream.ts';

const START = new Date(2026, 10, 16);
const LONG: SoakSize = { groups: 40, messages: 100_000, days: 14, start: START };
const SHORT: SoakSize = { ...LONG, groups: 8, messages: 1_500 };

const KINDS: readonly Operation['do'][] = [
  ...(['receive', 'edit', 'recall', 'read', 'switch', 'reload', 'open-second'] as const),
  ...(['close-second', 'reopen', 'crash', 'restart', 'update', 'check'] as const),
];

let long: ReturnType<typeof soakStream>;
beforeAll(() => {
  long = soakStream(1, LONG);
});

test('the judge says of every message what was planted', () => {
  for (const stream of [soakStream(1, SHORT), long]) {
    const index = createIndex();
    const settings = options({ myNames: [PLANTED_ME] });
    const verdicts = stream.messages.map((message) => {
      const verdict = judge(index, message, settings);
      remember(index, message, verdict);
      return verdict;
    });
    expect(differencesOf(stream, verdicts)).toEqual([]);
  }
});

test('as many messages as asked for, in order, each once, in every group and on every day', () => {
  const { messages } = long;
  expect(messages).toHaveLength(LONG.messages);
  expect(new Set(messages.map(({ key }) => key)).size).toBe(LONG.messages);
  expect(new Set(messages.map(({ chat }) => chat)).size).toBe(LONG.groups);
  const days = new Set(messages.map(({ time }) => new Date(time).toDateString()));
  expect(days.size).toBeGreaterThanOrEqual(LONG.days);
  const times = messages.map(({ time }) => time);
  expect(times).toEqual([...times].sort((one, other) => one - other));
  expect(times.at(-1)).toBeLessThan(new Date(2026, 10, 30).getTime());
});

test.each([
  ['short', SHORT],
  ['long', LONG],
] as const)('a %s plan delivers each message once and has every kind of operation', (_, size) => {
  const stream = soakStream(3, size);
  const plan = planOf(stream, 3);
  let next = 0;
  for (const operation of plan) {
    if (operation.do === 'receive') {
      expect(operation.from).toBe(next);
      next = operation.to;
    }
    if (operation.do === 'measure') next += operation.messages;
    // Nothing is changed before it was there, or twice.
    if ('message' in operation) expect(operation.message).toBeLessThan(next);
  }
  expect(next).toBe(size.messages);
  const kinds = new Set(plan.map((operation) => operation.do));
  expect(KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
  const touched = plan.flatMap((operation) => ('message' in operation ? [operation.message] : []));
  expect(new Set(touched).size).toBe(touched.length);
  const kills = plan.filter((operation) => 'kill' in operation);
  expect(kills.length).toBeGreaterThanOrEqual(8);
});

test('the same seed makes the same plan, another seed another', () => {
  const plan = (seed: number) => JSON.stringify(planOf(soakStream(seed, SHORT), seed));
  expect(plan(5)).toBe(plan(5));
  expect(plan(5)).not.toBe(plan(6));
});

test('memory is measured in the first tenth and at the end, with nothing else going on', () => {
  const plan = planOf(long, 1);
  const measures = plan.filter((operation) => operation.do === 'measure');
  expect(measures).toHaveLength(3);
  expect(plan.at(-1)?.do).toBe('measure');
});
