// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PickedDefinition } from '../../lib/sites/picked-definition';
import { openPage, readWith } from './pages';

const NOW = new Date(2026, 10, 28, 15, 0);
const on = (date: number, hour: number, minutes: number) =>
  new Date(2026, 10, date, hour, minutes).getTime();

/** Rows with an hour, a name and words, in a list that may hold other lines. */
const DEFINITION: PickedDefinition = {
  format: 'fingerlight-site',
  version: 1,
  id: 'picked-test01',
  name: 'chat.example.org',
  hosts: ['chat.example.org'],
  transcript: [{ tag: 'ul', far: true }],
  kinds: [
    {
      row: [{ tag: 'li', classes: ['line'] }],
      text: { place: [{ tag: 'p' }] },
      time: { place: [{ tag: 'i' }] },
    },
  ],
  knownBy: { sender: false, clock: false },
  rememberedHeights: false,
};

const said = (time: string) => `<li class="line"><i>${time}</i><p>请各村报送台账</p></li>`;
const between = (text: string) => `<li>${text}</li>`;

function timesOf(...lines: string[]) {
  openPage(`<ul>${lines.join('')}</ul>`);
  return readWith(DEFINITION).map(({ time, clock }) => time ?? clock);
}

describe('the day of a bare hour', () => {
  beforeEach(() => void vi.useFakeTimers({ now: NOW }));
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['昨天', on(27, 10, 40)],
    ['2026年11月26日', on(26, 10, 40)],
    ['11月26日 星期四', on(26, 10, 40)],
    ['<b>Yesterday</b>', on(27, 10, 40)],
    ['星期三', on(25, 10, 40)],
  ])('is that of the line above that names a day alone: %s', (line, expected) => {
    expect(timesOf(between(line), said('10:40'), said('10:40'))).toEqual([expected, expected]);
  });

  it.each(['昨天 10:40', '11月26日 10:40', 'Thu 10:40', '2026-11-26 10:40', '星期三 上午9:02'])(
    'is not that of a line that names an hour as well: %s',
    (line) => {
      expect(timesOf(between(line), said('10:40'))).toEqual(['10:40']);
      expect(timesOf(between('11月20日'), said('9:00'), between(line), said('10:40'))).toEqual([
        on(20, 9, 0),
        '10:40',
      ]);
    },
  );

  it('is that of the line above where the tree holds the newest first', () => {
    const tree = [said('9:00'), between('昨天'), said('11:30'), said('10:40'), between('11月26日')];
    openPage(`<ul>${tree.join('')}</ul>`);
    const read = readWith({ ...DEFINITION, upwards: 0 });
    expect(read.map(({ time }) => time)).toEqual([on(26, 10, 40), on(26, 11, 30), on(27, 9, 0)]);
  });

  it('is not that of another message', () => {
    expect(timesOf(said('昨天 10:40'), said('08:15'))).toEqual([on(27, 10, 40), '8:15']);
    expect(timesOf(said('星期三'), said('08:15'))).toEqual([null, '8:15']);
  });

  it.each(['08:15', '11-27', '5/6/2026', '刚刚', '11月27日 星期五 农历十月十九'])(
    'is unknown below a line whose own day cannot be told: %s',
    (line) => {
      expect(timesOf(between('11月26日'), said('9:00'), between(line), said('08:15'))).toEqual([
        on(26, 9, 0),
        '8:15',
      ]);
    },
  );

  it('stays that of the day under lines of another kind', () => {
    const lines = ['以下是新消息', '李四加入了群聊', '请各村于今天下班前报送台账，'.repeat(6)];
    expect(timesOf(between('11月26日'), ...lines.map(between), said('9:00'))).toEqual([
      on(26, 9, 0),
    ]);
  });

  it('is told by a line that is built as a row is', () => {
    const row = (text: string) => `<li class="line"><p>${text}</p></li>`;
    expect(timesOf(row('昨天'), said('9:00'), row('08:15'), said('08:15'))).toEqual([
      on(27, 9, 0),
      '8:15',
    ]);
    expect(timesOf(row('昨天'), row('昨天 10:40'), said('08:15'))).toEqual(['8:15']);
    expect(timesOf(between('昨天'), row('收到，今天报送'), said('9:00')).at(-1)).toBe(on(27, 9, 0));
  });
});
