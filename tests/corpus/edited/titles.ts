import type { Random } from '../planted/random.ts';
import { FIRMS, SCHOOLS, TOWNS, VILLAGES } from './names.ts';
import { chineseNumber } from './numerals.ts';
import type { Fact } from './types.ts';

const TWELVE = Array.from({ length: 12 }, (_, index) => index + 1);

/** The parts of a title that may be other for another event: `{v}` is a village, and so on. */
const PARTS: Record<string, readonly string[]> = {
  v: VILLAGES,
  t: TOWNS,
  s: SCHOOLS,
  f: FIRMS,
  q: ['第一季度', '第二季度', '第三季度', '第四季度'],
  m: TWELVE.map((month) => `${month}月份`),
  r: TWELVE.map((round) => `第${chineseNumber(round)}期`),
  b: TWELVE.map((batch) => `第${chineseNumber(batch)}批`),
};
const PART = /\{(\w)\}/g;
/** How many used titles are drawn before a kind of event counts as used up. */
const TRIES = 40;

type Title = { template: string; parts: string[] };

/** Titles that a stream has used: no two of its events bear the same one. */
export type UsedTitles = Set<string>;

/** Draws a title that no other event bears. */
export function drawTitle(templates: readonly string[], used: UsedTitles, random: Random): Fact {
  const draw = (): Title => {
    const template = random.pick(templates);
    return { template, parts: partNames(template).map((name) => drawPart(name, random)) };
  };
  return titleFact(unused(draw, used), used, random);
}

function titleFact(title: Title, used: UsedTitles, random: Random): Fact {
  const text = write(title);
  const names = partNames(title.template);
  const redraw = (): Title => {
    const at = random.whole(0, names.length - 1);
    const parts = title.parts.map((part, index) =>
      index === at ? drawPart(names[index] ?? '', random) : part,
    );
    return { template: title.template, parts };
  };
  return {
    slot: 'title',
    kind: 'title',
    value: text,
    text,
    until: Number.POSITIVE_INFINITY,
    redraw: () => titleFact(unused(redraw, used), used, random),
  };
}

/** A title not used so far; once a stream has used up a kind of event, its next round. */
function unused(draw: () => Title, used: UsedTitles): Title {
  let title = draw();
  for (let tries = 0; used.has(write(title)) && tries < TRIES; tries++) title = draw();
  const { template } = title;
  for (let round = 2; used.has(write(title)); round++) {
    title = { template: `${template}（第${round}次）`, parts: title.parts };
  }
  used.add(write(title));
  return title;
}

function write({ template, parts }: Title): string {
  let next = 0;
  return template.replace(PART, () => parts[next++] ?? '');
}

function partNames(template: string): string[] {
  return [...template.matchAll(PART)].map((match) => match[1] ?? '');
}

function drawPart(name: string, random: Random): string {
  return random.pick(PARTS[name] ?? ['']);
}
