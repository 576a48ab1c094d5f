import { matchesOf } from './matches.ts';
import type { FactKind } from './types.ts';

/** A part of a text, by place in the body. */
export type Stretch = { start: number; end: number };

/** Parts of a text that are named, not typed: what a difference inside them is called. */
export type Span = {
  kind: Extract<FactKind, 'place' | 'title' | 'audience' | 'contact'>;
} & Stretch;

const PLACE_END =
  '会议室|办公室|活动室|接待室|教室|室|大厅|餐厅|食堂|展厅|厅|办公楼|教学楼|楼|图书馆|体育馆|宾馆|馆|文化中心|服务中心|活动中心|中心|广场(?!舞)|操场|停车场|礼堂|讲堂|会堂|校区|村委会|居委会|大院|医院|学院|门口|大门|南门|北门|东门|西门|路口|车站|公园';
const PATTERNS: readonly [Span['kind'], RegExp][] = [
  ['title', /《[^《》\n]{1,120}》?/g],
  [
    'place',
    /(?:地点|地址|会场|场地|集合点)(?:为|是|在|改为|改在|改到|定在|:|\s){1,3}[^,。;!\n]{1,30}/g,
  ],
  [
    'place',
    new RegExp(
      `(?<=在|到|于|至|赴|往)[^,。;!:\\n在到于对]{1,16}?(?:${PLACE_END})(?:[^,。;!:\\s在到于]{0,10}(?:${PLACE_END}))?`,
      'g',
    ),
  ],
  [
    'place',
    new RegExp(
      `(?<=^|[\\s,;:。、(在到于至往赴])[^\\s,;:。、()在到于至对]{1,12}(?:${PLACE_END})`,
      'g',
    ),
  ],
  [
    'contact',
    /(?:联系人|联系方式|负责人|请联系|联系|联络员|对接人|咨询)(?:为|是|:|\s){0,3}[^,。;!()\n]{1,12}/g,
  ],
  [
    'audience',
    /(?:^|\n)\s*(?:各|全体|请|参会人员|参加人员|参会对象|参加对象|对象|范围)[^,。!\n]{0,40}?(?::|\n)[^,。!;\n]{0,0}/g,
  ],
  [
    'audience',
    /(?:参会人员|参加人员|参会对象|参加对象|培训对象|参会范围|参加范围|对象)\s?:[^。;!\n]{1,60}/g,
  ],
];

/** Named parts of a folded text, in the order of their kinds: the first that holds a place names it. */
export function findSpans(folded: string): Span[] {
  const spans: Span[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const match of matchesOf(pattern, folded)) {
      spans.push({ kind, start: match.index, end: match.index + match[0].length });
    }
  }
  return spans;
}

/** The span that holds the whole of [start, end), or undefined. */
export function spanAround(spans: readonly Span[], start: number, end: number): Span | undefined {
  return spans.find((span) => span.start <= start && end <= span.end);
}
