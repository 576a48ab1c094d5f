import { describe, expect, test } from 'vitest';
import type { Message } from '../../lib/detect/types.ts';
import type { Truth } from '../corpus/planted/truth.ts';
import type { Sight } from '../e2e/reading.ts';
import { faultsIn, type ReadingEvent } from './page-truth.ts';
import { truthOfTalk } from './stream.ts';

const HOUR = 60 * 60 * 1000;

function stream(...given: Partial<Truth>[]) {
  const messages = given.map(
    (_, index): Message => ({
      ...{ key: `wechat:${index}`, site: 'wechat', chat: '甲', sender: '乙', own: false },
      ...{ time: index, kind: 'text', text: `${index}` },
    }),
  );
  const truth = given.map((part, index) => ({ ...truthOfTalk(`wechat:${index}`), ...part }));
  return { chats: [], messages, truth };
}

const NOTICE: Partial<Truth> = { version: 'a', chain: 'chain' };
const sight = (id: string, look: Sight['look'] = '', whole = true): Sight => ({ id, look, whole });
const exposed = (...ids: string[]): ReadingEvent => ({ is: 'exposed', ids });
const read = (claims: string[], ...sights: Sight[]): ReadingEvent => ({
  ...{ is: 'read', sights, claims, known: 10, from: 0, to: 1 },
});

function faults(truths: Partial<Truth>[], events: ReadingEvent[], due: number | null = null) {
  const found = faultsIn(stream(...truths), events, new Map([['wechat:1', due]]));
  return found.faults.map(({ id, what }) => `${id} ${what}`);
}

describe('a notice and its copy', () => {
  const both = [NOTICE, NOTICE];

  test('one open, the other folded: as it should be', () => {
    expect(faults(both, [exposed('0'), read(['0'], sight('0'), sight('1', 'folded'))])).toEqual([]);
  });

  test('read in one go: the later is folded', () => {
    expect(faults(both, [read([], sight('0'), sight('1', 'folded'))])).toEqual([]);
    expect(faults(both, [read([], sight('0'), sight('1'))])).toEqual([
      '1 left open, though its reader had had it',
    ]);
  });

  test('folded before anybody can have had the other', () => {
    expect(faults(both, [read([], sight('1', 'folded'))])).toEqual([
      '1 folded before its reader had it',
    ]);
  });

  test('the one that was had is folded', () => {
    const events = [exposed('0', '1'), read(['1'], sight('1', 'folded'))];
    expect(faults(both, events)).toEqual(['1 folded, though it is the copy that was shown']);
  });

  test('taken for read though it never was on the screen; had, and forgotten', () => {
    expect(faults(both, [read(['0'])])).toEqual([
      '0 taken for read, though it never was on the screen',
    ]);
    expect(faults(both, [exposed('0'), read(['0']), read([])])).toEqual(['0 had, and forgotten']);
  });

  test('once the open one was taken back, the other may not be folded', () => {
    const events = [exposed('0'), read(['0']), { is: 'gone', id: '0' } as const];
    expect(faults(both, [...events, read([], sight('1'))])).toEqual([]);
    expect(faults(both, [...events, read([], sight('1', 'folded'))])).toEqual([
      '1 folded before its reader had it',
    ]);
  });

  test('due within a day it may not be folded; later it may', () => {
    const events = [exposed('0'), read(['0'], sight('1', 'folded'))];
    expect(faults(both, events, 23 * HOUR)).toEqual(['1 folded over a guard']);
    expect(faults(both, events, 25 * HOUR)).toEqual([]);
    expect(faults(both, [exposed('0'), read(['0'], sight('1'))], 23 * HOUR)).toEqual([]);
  });
});

test('a guard stands against folding', () => {
  const guarded: Partial<Truth> = { ...NOTICE, guards: ['mention'] };
  expect(faults([NOTICE, guarded], [exposed('0'), read(['0'], sight('1', 'hidden'))])).toEqual([
    '1 folded over a guard',
  ]);
});

test('an older version may not be folded once it was changed', () => {
  const changed: Partial<Truth>[] = [NOTICE, NOTICE, { ...NOTICE, version: 'b' }];
  const events = [exposed('0'), read(['0'], sight('1', 'folded'))];
  expect(faults(changed, events)).toEqual(['1 a change was folded']);
  const before = events.map((event) => ({ ...event, known: 2 }));
  expect(faults(changed, before)).toEqual([]);
});

test('talk is never folded, replies may be', () => {
  expect(
    faults([{}, { isReply: true }], [read([], sight('0', 'hidden'), sight('1', 'hidden'))]),
  ).toEqual(['0 folded, though nothing like it was had']);
});
