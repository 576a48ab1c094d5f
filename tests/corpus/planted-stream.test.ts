import { expect, test } from 'vitest';
import type { Verdict } from '../../lib/detect/types.ts';
import { asSimulated } from './as-simulated.ts';
import { differencesOf } from './differences.ts';
import { expectedTally } from './expected-tally.ts';
import type { Truth } from './planted/truth.ts';
import { plantedStream } from './planted-stream.ts';

const SIZE = { groups: 30, messages: 2000, start: new Date(2026, 2, 9) };

test('the same seed gives the same stream, another seed another', () => {
  const once = plantedStream(7, SIZE);
  expect(plantedStream(7, SIZE)).toEqual(once);
  expect(plantedStream(8, SIZE).messages[0]).not.toEqual(once.messages[0]);
});

test('the stream has what was asked for, in order, with one truth each', () => {
  const { chats, messages, truth } = plantedStream(7, SIZE);
  expect([chats.length, messages.length, truth.length]).toEqual([30, 2000, 2000]);
  expect(truth.map((one) => one.key)).toEqual(messages.map((message) => message.key));
  expect(new Set(messages.map((message) => message.key)).size).toBe(2000);
  const times = messages.map((message) => message.time);
  expect(times).toEqual([...times].sort((one, other) => one - other));
});

test('every hard case is planted', () => {
  const { messages, truth } = plantedStream(7, SIZE);
  const count = (holds: (one: (typeof truth)[number]) => boolean) => truth.filter(holds).length;
  expect(count((one) => one.relation === 'copy')).toBeGreaterThan(300);
  expect(count((one) => one.relation === 'revision')).toBeGreaterThan(15);
  expect(count((one) => one.relation === 'series')).toBeGreaterThan(40);
  expect(count((one) => one.partial && one.relation === 'copy')).toBeGreaterThan(5);
  expect(count((one) => one.stale)).toBeGreaterThan(5);
  expect(count((one) => !one.demandsClear)).toBeGreaterThan(0);
  expect(count((one) => one.isReply)).toBeGreaterThan(150);
  expect(count((one) => one.traceOnly && one.version !== null)).toBeGreaterThan(10);
  for (const guard of [
    'emergency',
    'mention',
    'own',
    'deadline',
    'revision',
    'placeholder',
  ] as const) {
    expect(count((one) => one.guards.includes(guard))).toBeGreaterThan(0);
  }
  const asksAtEnd = truth.filter((one) => one.demands.includes('reply') && !one.traceOnly);
  expect(asksAtEnd.length).toBeGreaterThan(50);
  expect(messages.filter((message) => /[０-９]/.test(message.text)).length).toBeGreaterThan(10);
});

test('two versions never share their words, and a notice is never short', () => {
  const { messages, truth } = plantedStream(11, SIZE);
  const versionOf = new Map<string, string>();
  messages.forEach((message, index) => {
    const version = truth[index]?.version ?? null;
    if (version === null || message.kind !== 'text') return;
    expect(message.text.replace(/\s/g, '').length).toBeGreaterThanOrEqual(24);
    const before = versionOf.get(message.text) ?? version;
    expect(before).toBe(version);
    versionOf.set(message.text, version);
  });
  expect(versionOf.size).toBeGreaterThan(100);
});

test('the sums do not depend on the order of arrival, and every message is counted', () => {
  const { messages, truth } = plantedStream(7, SIZE);
  const sums = expectedTally(messages, truth);
  expect(expectedTally([...messages].reverse(), truth)).toEqual(sums);
  const all = [...sums.values()];
  expect(all.reduce((sum, one) => sum + one.messages, 0)).toBe(2000);
  const versions = new Set(truth.map((one) => one.version).filter((version) => version !== null));
  expect(all.reduce((sum, one) => sum + one.notices, 0)).toBe(versions.size);
});

test('a revision does not ask again, a reply is owed in each chat', () => {
  const at = (key: string, chat: string, time: number) => ({
    key,
    site: 'wechat',
    chat,
    sender: '甲',
    own: false,
    time,
    kind: 'text' as const,
    text: '字 字',
  });
  const known = (key: string, version: string) => ({
    key,
    relation: 'copy' as const,
    version,
    chain: 'chain',
    demands: ['reply' as const, 'form' as const],
    demandsClear: true,
    isReply: false,
    traceOnly: false,
    partial: false,
    guards: [],
    stale: false,
    mayFold: false,
  });
  const day = new Date(2026, 2, 9, 9).getTime();
  const messages = [at('a', '一', day), at('b', '二', day), at('c', '一', day + 60_000)];
  const sums = expectedTally(messages, [known('a', 'v1'), known('b', 'v1'), known('c', 'v2')]);
  expect(sums.get('2026-03-09|一')).toMatchObject({
    messages: 2,
    notices: 2,
    copies: 0,
    demands: { reply: 2, form: 1 },
  });
  expect(sums.get('2026-03-09|二')).toMatchObject({
    notices: 0,
    copies: 1,
    copyCharacters: 2,
    demands: { reply: 1 },
  });
});

test('the page gets what was planted', () => {
  const { messages } = plantedStream(7, { ...SIZE, messages: 300 });
  const simulated = asSimulated(messages);
  expect(simulated.map((one) => `wechat:${one.id}`)).toEqual(messages.map((one) => one.key));
  expect(simulated.filter((one) => one.own === true && one.from !== undefined)).toEqual([]);
});

test('verdicts that say the truth show no difference, one that hides a revision does', () => {
  const stream = plantedStream(7, SIZE);
  const verdicts = stream.truth.map(truthful);
  expect(differencesOf(stream, verdicts)).toEqual([]);
  const index = stream.truth.findIndex((one) => one.relation === 'revision');
  const wrong = verdicts.map((one, place) =>
    place === index ? { ...one, relation: 'copy' as const, action: 'fold' as const } : one,
  );
  expect(differencesOf(stream, wrong).map(({ what, got }) => [what, got])).toEqual([
    ['relation', 'copy'],
    ['fold', 'hides'],
  ]);
});

function truthful(truth: Truth): Verdict {
  return {
    relation: truth.relation,
    of: null,
    notice: truth.version,
    partial: truth.partial,
    similarity: 0,
    changed: [],
    demands: truth.demands,
    traceOnly: truth.traceOnly,
    isReply: truth.isReply,
    guards: truth.guards,
    deadline: null,
    action: truth.mayFold ? 'fold' : 'show',
    reason: '',
    title: '',
  };
}
