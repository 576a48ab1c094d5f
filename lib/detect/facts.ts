import { canonicalUrl } from './attachment.ts';
import { readNumber } from './chinese-number.ts';
import { DATE_PATTERN, readDate } from './dates.ts';
import type { Fact } from './fact.ts';
import { endOfPart, readTime, TIME_PATTERN } from './times.ts';

const UNIT =
  '人|名|位|个|份|次|张|页|篇|条|项|楼|层|室|级|年|期|届|周|天|小时|分钟|元|万元|户|台|辆|号|栋|幢|组|批|家|间|场|支|类|大|岁|公里|米|吨|亩|点|月|成|倍|折|分|秒|处|所|村|镇|队|排|座';

/** School years, which say who is meant: "25级", "23、24级"; no force of the wind. */
const GRADE =
  '(?:20)?[0-3]\\d(?:\\s?[,、]\\s{0,4}(?:20)?[0-3]\\d){0,5}\\s?级(?!大?风|阵|台风|地震|强|以上|及以上|左右|伤)';

const PATTERN = new RegExp(
  [
    "(?<url>(?:https?://|www\\.)[a-z0-9\\-._~:/?#@!$&'()*+,;=%[\\]]{3,2000})",
    '(?<mail>[a-z0-9._+-]{1,48}@[a-z0-9-]{1,48}(?:\\.[a-z]{2,8}){1,3})',
    `(?<date>${DATE_PATTERN})`,
    `(?<time>${TIME_PATTERN})`,
    '(?<phone>(?<!\\d)(?:1\\d{2}[- ]\\d{4}[- ]\\d{4}|0\\d{2,3}[- ]\\d{7,8}|\\d{7,})(?!\\d))',
    `(?<grade>(?<!\\d)${GRADE})`,
    '(?<room>(?<![\\d-])\\d{1,2}-\\d{4}(?![\\d-]|\\s?(?:人|名|元|万|个|户|份|年|岁|分)))',
    '(?<number>(?:(?<![a-z0-9)])[-+](?=\\d{1,4}(?:\\.\\d+)?(?!\\d)))?(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?)',
    `(?<cn>[一二两三四五六七八九十百千万〇零]{1,9}(?=\\s?(?:${UNIT}))|(?<=第)[一二三四五六七八九十百]{1,5})`,
  ].join('|'),
  'uy',
);

/** The number of an item in a list, which says nothing; not the first of "23、24级". */
const ORDINAL = new RegExp(`(?<=^|[\\s。;:!,)])(?!${GRADE})\\d{1,2}[.、)](?!\\d)`, 'y');

/** Characters that a fact can begin with; Latin letters only where the text holds an address. */
const BEGINS = table('0123456789+-一二两三四五六七八九十廿百千万〇零');
/** Words that a fact can begin with, by their first letter: the letters that follow it. Digits may follow after a gap. */
const BEGINS_BEFORE: ReadonlyMap<number, string> = new Map(
  [
    ...[
      '今天日早晚',
      '明天日早晚',
      '后天日早晚',
      '昨天日早晚',
      '前天日早晚',
      '大后',
      '凌晨',
      '清晨',
    ],
    ...['本周星礼月', '这周星礼个', '下周星礼个月午下', '上周星礼个午', '周', '星期', '礼拜'],
    ...['月底末', '年底', '早', '中午', '午后', '傍晚', '晚', '夜间'],
  ].map((word) => [word.charCodeAt(0), word.slice(1)]),
);
const LATIN = table('abcdefghijklmnopqrstuvwxyz0123456789._+-');
const HAS_ADDRESS = /@|www\.|https?:/;

const DEADLINE_AFTER =
  /^\s{0,3}(?:\([^()\n]{0,12}\)\s{0,3})?(?:点|时)?(?:下班|上班)?(?:之前|以前|前(?!往|台|期|面|后|来|排|沿|门|去)|止|截止|截至|为止|逾期)/;
const DEADLINE_BEFORE =
  /(?:截止|截至|最迟|最晚|不晚于|不迟于|限于|期限|ddl|deadline)[^,。;!\n]{0,8}$|(?:延期|延长|顺延|延)(?:至|到)\s{0,3}$/;

/** Every fact that the body states in a fixed form, in order. `time` anchors relative days. */
export function findFacts(body: string, time: number): Fact[] {
  const facts: Fact[] = [];
  const latin = HAS_ADDRESS.test(body);
  for (let at = 0; at < body.length; ) {
    if (!canBegin(body, at, latin)) {
      at++;
      continue;
    }
    const ordinal = ordinalAt(body, at);
    if (ordinal > 0) {
      at += ordinal;
      continue;
    }
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(body);
    if (match) facts.push(readFact(match[0], at, match.groups ?? {}, time));
    at += match ? match[0].length : 1;
  }
  if (facts.length > 0) markDeadlines(body, facts);
  return facts;
}

/** Length of the number of a list item that stands there; 0 when none does. */
function ordinalAt(body: string, at: number): number {
  if (!/\d/.test(body[at] ?? '')) return 0;
  ORDINAL.lastIndex = at;
  return ORDINAL.exec(body)?.[0].length ?? 0;
}

function canBegin(body: string, at: number, latin: boolean): boolean {
  const unit = body.charCodeAt(at);
  if (BEGINS[unit] || (latin && LATIN[unit])) return true;
  if (unit < 0x4e00) return false;
  const next = BEGINS_BEFORE.get(unit);
  if (next === undefined) return false;
  const after = body[at + 1] ?? '';
  return next === '' || next.includes(after) || /[\s\d一二两三四五六七八九十早晚]/.test(after);
}

function table(letters: string): Uint8Array {
  const marks = new Uint8Array(0x10000);
  for (const letter of letters) marks[letter.charCodeAt(0)] = 1;
  return marks;
}

function readFact(
  literal: string,
  start: number,
  groups: Record<string, string | undefined>,
  time: number,
): Fact {
  const end = start + literal.length;
  if (groups.date !== undefined) {
    const day = readDate(groups, time);
    if (day === null) return { kind: 'date', start, end, value: `date ${squeeze(literal)}` };
    return { kind: 'date', start, end, value: `day ${day}`, day };
  }
  if (groups.time !== undefined) {
    const minutes = readTime(groups);
    if (minutes !== null) return { kind: 'time', start, end, value: `at ${minutes}`, minutes };
    const part = groups.part;
    const value = `time ${squeeze(literal)}`;
    return part === undefined
      ? { kind: 'time', start, end, value }
      : { kind: 'time', start, end, value, minutes: endOfPart(part) };
  }
  if (groups.url !== undefined) {
    return { kind: 'link', start, end, value: `url ${canonicalUrl(literal)}` };
  }
  if (groups.mail !== undefined) {
    return { kind: 'contact', start, end, value: `mail ${literal}` };
  }
  if (groups.phone !== undefined) {
    return { kind: 'contact', start, end, value: `phone ${literal.replace(/\D/g, '')}` };
  }
  if (groups.grade !== undefined) {
    return { kind: 'audience', start, end, value: `years ${literal.match(/\d+/g)?.join(' ')}` };
  }
  if (groups.room !== undefined) return { kind: 'place', start, end, value: `room ${literal}` };
  return { kind: 'number', start, end, value: `number ${numberValue(literal)}` };
}

function numberValue(literal: string): string {
  if (/\d/.test(literal)) return literal.replace(/,/g, '');
  const value = readNumber(literal);
  return value === null ? literal : String(value);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** A day and a time that stand side by side share the role. */
function markDeadlines(body: string, facts: Fact[]): void {
  let first = 0;
  while (first < facts.length) {
    const group = sameMoment(body, facts, first);
    const start = facts[first];
    const last = group[group.length - 1];
    if (start && last && isMoment(start)) {
      const before = body.slice(Math.max(0, start.start - 20), start.start);
      const after = body.slice(last.end, last.end + 24);
      if (DEADLINE_AFTER.test(after) || DEADLINE_BEFORE.test(before)) {
        for (const fact of group) fact.role = 'deadline';
      }
    }
    first += Math.max(1, group.length);
  }
}

/** The facts from `first` on that together name one moment ("11月5日(周四)下午3点"). */
export function sameMoment(body: string, facts: Fact[], first: number): Fact[] {
  const group: Fact[] = [];
  for (let at = first; at < facts.length; at++) {
    const fact = facts[at];
    const before = group[group.length - 1];
    if (!fact || !isMoment(fact)) break;
    if (before && !/^[\s(),的:]{0,4}$/.test(body.slice(before.end, fact.start))) break;
    group.push(fact);
  }
  return group;
}

function isMoment(fact: Fact): boolean {
  return fact.kind === 'date' || fact.kind === 'time';
}
