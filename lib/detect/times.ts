import { readNumber } from './chinese-number.ts';
import { type Fact, factBefore, type Scan } from './fact.ts';
import { endOfPart, hourAfter, inHalf, PART, partName } from './parts.ts';
import { unitAt } from './units.ts';

const CN = '[零〇一二两三四五六七八九十]';
const CLOCK = /(\d{1,2})\s{0,3}:\s{0,3}(\d{2})(?::\d{2})?(?![\d:])/y;
const HOUR = new RegExp(
  `(\\d{1,2}|${CN}{1,3})\\s{0,3}([点时])(?:[钟整]|(半)|([一三13])刻|\\s{0,3}(\\d{1,2}|${CN}{1,3})\\s{0,2}分(?![钟之])(?:\\d{1,2}秒)?|(\\d{2})(?![\\d.%])|([二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九]))?`,
  'y',
);
/** The first hour of "3-5点", "早上五到六点". */
const HOURS = new RegExp(
  `(\\d{1,2}|${CN}{1,3})(?=\\s{0,2}(?:[-—–~至到]|——|--)\\s{0,2}(?:\\d{1,2}|${CN}{1,3})\\s{0,2}[点时](?!间))`,
  'y',
);
const PART_HEAD = new RegExp(`(?:${PART}|早|晚|夜|晨)\\s{0,3}`, 'y');
/** A part without an hour says when only where it says until when. */
const PART_UNTIL = new RegExp(`(?:${PART})(?=(?:下班|放学)?(?:前(?![往台面后])|之前|以前))`, 'y');

/** After "三点": points, not an hour. */
const NO_HOUR =
  /(?:要求|意见|建议|注意|事项|内容|希望|原则|措施|说明|工作|体会|原因|看法|经验|问题|一线|位|赞|评|击|名册|滴|具体|主要|重要|基本|共识|启示|感受|期望|倡议|承诺|想法|心|[间候代段限效许期机刻光]|:)/y;
/** After "三点": the decimals of an amount. */
const DECIMALS =
  /[零〇一二三四五六七八九]{1,4}(?:公里|千米|米|亩|元|万|亿|吨|度|倍|公斤|斤|小时|平方|立方|厘米|兆|个百分|年|天|周)/y;
/** Before "三点": points are announced. */
const POINTS = /(?:以下|如下|强调|讲|说|提出?|提醒|补充|这|有|几|注意|明确|共|做到|第)\s?$/;
/** Around "3:20": a score, a share. */
const RATIO = /(?:比例|比分|配比|比|得分|稀释|以|第|章)\s?(?:为|是|约|:)?\s?$/;
const SCORE =
  /\s{0,2}(?:的?比例|的?比分|配比|稀释|兑|战胜|取胜|获胜|大胜|险胜|战平|领先|击败|不敌)/y;

/** After an hour that begins a stretch or a list: the next one is of the same half of the day. */
const JOINT = /^\s{0,2}(?:[-—–~至到、和及]|——|--)\s{0,2}$/;
/** After a day with its part: "今晚(周四)8点". */
const SAME = /^[\s(),的:]{0,4}$/;

/** "下午三点", "晚7:30", "上午9-11点"; a part of the day without an hour only where a deadline follows. */
export function partAt(scan: Scan, at: number): Fact | null {
  PART_HEAD.lastIndex = at;
  const head = PART_HEAD.exec(scan.body);
  if (!head) return null;
  const part = head[0].trim();
  const time = timeAt(scan, at + head[0].length, part, at);
  if (time) return time;
  PART_UNTIL.lastIndex = at;
  const alone = PART_UNTIL.exec(scan.body);
  if (!alone) return null;
  const [words] = alone;
  const fact: Fact = { kind: 'time', start: at, end: at + words.length, value: '', part: words };
  fact.value = `time ${partName(words)}`;
  fact.minutes = endOfPart(words) ?? 24 * 60 - 1;
  return fact;
}

/** A time of day whose hour stands there; `part` was said before it. */
export function timeAt(scan: Scan, at: number, part = '', start = at): Fact | null {
  const { body } = scan;
  const next = signAfter(body, at);
  if (next === ':') {
    CLOCK.lastIndex = at;
    const clock = CLOCK.exec(body);
    if (!clock || (!part && isRatio(body, at, at + clock[0].length))) return null;
    const end = at + clock[0].length;
    return closeTime(scan, start, end, Number(clock[1]), Number(clock[2]), part, true);
  }
  if (next === '点' || next === '时') {
    HOUR.lastIndex = at;
    const match = HOUR.exec(body);
    return match ? hourFact(scan, match, at, part, start) : null;
  }
  HOURS.lastIndex = at;
  const first = HOURS.exec(body);
  const hour = first ? readNumber(first[0]) : null;
  if (!first || hour === null || hour > 24) return null;
  return closeTime(scan, start, at + first[0].length, hour, 0, part, false);
}

const FIGURES = '0123456789〇零一二两三四五六七八九十';

/** What follows the figures or numerals that stand there. */
function signAfter(body: string, at: number): string | undefined {
  let end = at;
  while (end < at + 4 && FIGURES.includes(body[end] ?? ' ')) end++;
  const gap = end + 3;
  while (end < gap && (body[end] === ' ' || body[end] === '\n')) end++;
  return body[end];
}

function hourFact(
  scan: Scan,
  match: RegExpExecArray,
  at: number,
  part: string,
  start: number,
): Fact | null {
  const { body } = scan;
  const [all, hourText = '', sign = '', half, quarter, spelled, digits, letters] = match;
  let end = at + all.length;
  const loose = digits ?? letters;
  // "8点20人": the people are not minutes.
  const counted = loose !== undefined && unitAt(body, end) !== null;
  if (counted) end -= loose.length;
  const minute = half ? 30 : quarter ? ('一1'.includes(quarter) ? 15 : 45) : null;
  const stated = minute ?? readNumber(spelled ?? (counted ? '0' : (loose ?? '0')));
  const isBare = counted || all.endsWith(sign);
  if (isBare && !part && isPoints(body, at, end, hourText)) return null;
  // 早一点 is "earlier".
  if (isBare && hourText === '一' && part.length === 1) return null;
  const hour = readNumber(hourText);
  if (hour === null || stated === null) return null;
  return closeTime(scan, start, end, hour, stated, part, sign === '时');
}

function isPoints(body: string, at: number, end: number, hourText: string): boolean {
  NO_HOUR.lastIndex = end;
  DECIMALS.lastIndex = end;
  if (!/\d/.test(hourText) && (NO_HOUR.test(body) || DECIMALS.test(body))) return true;
  if (/^[间候代段限效许期刻位赞评]/.test(body.slice(end, end + 1))) return true;
  if (POINTS.test(body.slice(Math.max(0, at - 3), at))) return true;
  // 一点 is "a little" unless it is plainly an hour.
  return (
    hourText === '一' &&
    !/^\s?(?:前|之前|以前|在|到|至|开|集合|出发|准时)/.test(body.slice(end, end + 4))
  );
}

function isRatio(body: string, at: number, end: number): boolean {
  if (RATIO.test(body.slice(Math.max(0, at - 5), at))) return true;
  SCORE.lastIndex = end;
  return SCORE.test(body);
}

/** `exact`: a clock of 24 hours, where 7:40 is in the morning. */
function closeTime(
  scan: Scan,
  start: number,
  end: number,
  hour: number,
  minute: number,
  part: string,
  exact: boolean,
): Fact | null {
  if (hour > 24 || minute > 59) return null;
  const said = part || partBefore(scan, start, hour);
  const before = part ? undefined : hourBefore(scan, start);
  const read = before?.part
    ? hourAfter(before.minutes ?? 0, before.part, hour)
    : inHalf(hour, said);
  const minutes = read * 60 + minute;
  if (minutes > 1440) return null;
  const fact: Fact = { kind: 'time', start, end, value: `at ${minutes}`, minutes };
  const half = said || before?.part;
  if (half) fact.part = half;
  else if (!exact && hour > 0 && hour < 8) {
    fact.unsure = true;
    fact.value += ' ?';
  }
  return fact;
}

function partBefore(scan: Scan, start: number, hour: number): string {
  const day = hour <= 12 ? factBefore(scan, start, SAME) : undefined;
  return day?.kind === 'date' ? (day.part ?? '') : '';
}

function hourBefore(scan: Scan, start: number): Fact | undefined {
  const last = factBefore(scan, start, JOINT);
  return last?.kind === 'time' && last.value.startsWith('at') ? last : undefined;
}
