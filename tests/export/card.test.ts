import { expect, test } from 'vitest';
import { cardOf, cardText } from '../../lib/export/card';
import { type Brush, CARD_SIZE, paintCard } from '../../lib/export/paint-card';
import type { OwnValues } from '../../lib/tally/score';
import { ALL, dayRow, sourceOf, WHOLE } from './hand-over';

const [FROM, TO] = ['2026-10-12', '2026-10-16'];
const SOURCE = sourceOf(FROM, TO, [
  dayRow('2026-10-12', '绝密标记甲', { messages: 1_200, copies: 12, demands: { form: 4 } }),
  dayRow('2026-10-13', '乙', { messages: 30, copies: 3, copyChars: 2_550, demands: { reply: 2 } }),
]);

type Painted = { text: string; left: number; top: number; size: number };

/** A canvas that notes what is written; a Chinese character is as wide as it is high. */
function notingBrush(): { brush: Brush; painted: Painted[] } {
  const painted: Painted[] = [];
  const brush = {
    ...{ fillStyle: '', font: '', textBaseline: 'top' as const },
    fillRect() {},
    fillText(text: string, left: number, top: number) {
      painted.push({ text, left, top, size: sizeOf(this.font) });
    },
    measureText(text: string) {
      return { width: text.length * sizeOf(this.font) } as TextMetrics;
    },
  };
  return { brush, painted };
}

function sizeOf(font: string): number {
  return Number(/(\d+)px/.exec(font)?.[1]);
}

test('it says period, minutes, score, copies, demands, formula and coverage', () => {
  const card = cardOf(SOURCE, ALL);
  // 4 × 30 + 2 × 0.5 + 2,550 / 255 minutes over five working days.
  expect(card.minutes).toEqual({ value: '2 小时 11 分钟', label: '估计耗时' });
  expect(card.period).toBe('2026-10-12 至 2026-10-16');
  expect(card.figures.map(({ value }) => value)).toEqual(['16.4', '15', '6', '1,230', '2', '5']);
  expect(card.notes.join('')).toMatch(/公式版本 1.*不是官方指标.*全部 2 个群.*下限/);
});

const SHORT = { firstDay: '2026-10-13', today: '2026-10-14', restored: 2, silent: 3 };
const LIMITED = { ...SOURCE, coverage: { ...WHOLE, ...SHORT } };

test('it says where the figures do not reach all of the period', () => {
  expect(cardText(cardOf(SOURCE, ALL))).not.toMatch(/恢复|统计自/);
  expect(cardText(cardOf(LIMITED, ALL))).toMatch(
    /统计自 2026-10-13 开始。统计到 2026-10-14 为止。其中 2 天的数字来自备份恢复，可能偏低。3 个工作日没有记录。/,
  );
});

test('it names no group, and says when it is of some groups only', () => {
  const all = cardText(cardOf(SOURCE, ALL));
  expect(all).not.toContain('绝密标记');
  const some = cardText(cardOf(SOURCE, { ...ALL, groups: new Set(['wechat|乙']) }));
  expect(some).toContain('所选 1 个群（台账中共 2 个）');
  expect(some).toContain('11 分钟');
});

const OWN: OwnValues = {
  demandMinutes: { form: 7 },
  pace: { charactersPerMinute: 400, secondsPerAttachment: 9, secondsPerReply: 9 },
};

test('it says when figures of the formula are the user’s own, and only then', () => {
  const said = (own: OwnValues) => cardText(cardOf({ ...SOURCE, own }, ALL));
  expect(said(OWN)).toContain('阅读速度、每个附件的用时、每条跟帖的用时经本人修改');
  expect(said({ demandMinutes: { form: 7 }, pace: {} })).toMatch(/分钟数经本人修改/);
  expect(said({ demandMinutes: { form: 30 }, pace: {} })).not.toContain('本人');
});

test.each([
  ['as printed', cardOf(SOURCE, ALL)],
  ['with own values', cardOf({ ...SOURCE, own: OWN }, { ...ALL, groups: new Set(['wechat|乙']) })],
  ['with all there is to say', cardOf({ ...LIMITED, own: OWN }, { ...ALL, groups: new Set() })],
])('everything is painted, inside of the picture: %s', (_, card) => {
  const { brush, painted } = notingBrush();
  paintCard(brush, card);
  const text = painted.map((each) => each.text).join('');
  const said = [card.minutes, ...card.figures].flatMap(({ value, label }) => [value, label]);
  for (const words of [card.title, card.period, ...said, ...card.notes])
    expect(text).toContain(words);
  for (const { left, top, size } of painted) {
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left).toBeLessThan(CARD_SIZE.width);
    expect(top + size).toBeLessThan(CARD_SIZE.height);
  }
});

test('no line of a note begins with a stop', () => {
  const { brush, painted } = notingBrush();
  paintCard(brush, { ...cardOf(SOURCE, ALL), notes: [`${'字'.repeat(36)}，再写`] });
  const lines = painted.slice(-2).map(({ text }) => text);
  expect(lines.join('')).toBe(`${'字'.repeat(36)}，再写`);
  for (const line of lines) expect(line).not.toMatch(/^[，。]/);
});
