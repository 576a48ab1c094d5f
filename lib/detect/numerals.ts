import { readNumber } from './chinese-number.ts';
import type { Fact, Scan } from './fact.ts';
import { closeQuantity, MINUS, numberFact, shown } from './quantities.ts';
import { unitAt } from './units.ts';

const LETTERS = '[零〇一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟]';
const NUMERALS = new RegExp(`${LETTERS}{1,20}(?:点[零〇一二三四五六七八九]{1,8})?`, 'y');
const SHARE = new RegExp(
  `([百千万])分之(\\d+(?:\\.\\d+)?|${LETTERS}{1,8}(?:点[零〇一二三四五六七八九]{1,6})?)`,
  'y',
);
const FRACTION = /([二三四五六七八九十])分之([一二两三四五六七八九])/y;
const HALF = /半(?=个?(?:小时|天|年|月|学期|日(?!制)|斤|里|公里|亩|周|星期|百分点))/y;
/** Nothing is counted in these; a person is called 陆 or 万. */
const NO_COUNT =
  /[陆万伍](?=[所部局科处队][长员])|十分(?![钟制之])|一(?:起|次性|个一|项一|条一|村一|方面|直|成不变|般|些|定|度|面(?!旗|墙|镜)|分为|对一|级级|层层|户一|人一|并|部分|大早|把手|门心思)/y;

/** "三十人", "百分之八十", "两万五千元", "三分之二"; null where the numerals, which end there, count nothing. */
export function numeralsAt(scan: Scan, at: number, end: number): Fact | null {
  const { body } = scan;
  if (body[end] === '分') {
    const share = shareAt(body, at);
    if (share) return share;
  }
  // 万家 and 百日 are manners of speaking, as 千家万户 is.
  if ('百千万亿佰仟'.includes(body[at] ?? '')) return null;
  if (body[end] !== '点') return countedFact(scan, at, body.slice(at, Math.min(end, at + 20)));
  NUMERALS.lastIndex = at;
  return countedFact(scan, at, NUMERALS.exec(body)?.[0] ?? '');
}

function countedFact(scan: Scan, at: number, text: string): Fact | null {
  const { body } = scan;
  const end = at + text.length;
  const next = body[end] ?? ' ';
  const skipped = '余多来'.includes(next) ? 1 : next === '个' && body[end + 1] === '半' ? 2 : 0;
  const unit = unitAt(body, end + skipped);
  const large = text.length > 2 && /[十百千万亿廿]/.test(text);
  // 一号楼 is 1号楼.
  if (!unit && !large && next !== '号' && !text.includes('点')) return null;
  NO_COUNT.lastIndex = at;
  if (text.length === 1 && (NO_COUNT.test(body) || isTwice(body, at))) return null;
  // 两三天 is no twenty-three.
  if (/^[一二两三四五六七八九]{2}$/.test(text)) {
    return numberFact(at, unit?.end ?? end, `${text} ${unit?.name ?? ''}`.trim());
  }
  const value = readNumber(text);
  const sign = body.charCodeAt(at - 1) === MINUS ? '-' : '';
  return value === null ? null : closeQuantity(scan, at - sign.length, end, shown(value), sign);
}

/** The second half of 一户一户, which is a manner of doing. */
function isTwice(body: string, at: number): boolean {
  return body[at] === '一' && body.slice(at - 2, at) === body.slice(at, at + 2);
}

function shareAt(body: string, at: number): Fact | null {
  SHARE.lastIndex = at;
  const share = SHARE.exec(body);
  if (share) return shareFact(at, share);
  FRACTION.lastIndex = at;
  const part = FRACTION.exec(body);
  if (!part) return null;
  const value = (readNumber(part[2] ?? '') ?? 0) / (readNumber(part[1] ?? '') ?? 1);
  return numberFact(at, at + part[0].length, `${shown(value)} 分之`);
}

function shareFact(at: number, [all, base, words = '']: RegExpExecArray): Fact {
  const value = /^\d/.test(words) ? Number(words) : readNumber(words);
  const sign = base === '百' ? '%' : base === '千' ? '‰' : '‱';
  return numberFact(at, at + all.length, value === null ? all : `${shown(value)} ${sign}`);
}

/** "半小时", "半天". */
export function halfAt(scan: Scan, at: number): Fact | null {
  HALF.lastIndex = at;
  if (!HALF.test(scan.body)) return null;
  const unit = unitAt(scan.body, at + 1);
  return unit ? numberFact(at, unit.end, `0.5 ${unit.name}`) : null;
}
