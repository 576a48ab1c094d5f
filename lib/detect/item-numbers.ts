import { readNumber } from './chinese-number.ts';

/**
 * The number of an item, in whatever way it is written; figures with a point are known for one where facts are read.
 * Of a longer row of blanks the last ones are enough: without a bound 8,000 of them took 30 ms.
 */
const ITEM =
  /(^|[\s。;!)]|(?<!\d):)[^\S\n]{0,8}(?:\([一二三四五六七八九十\d]{1,3}\)(?!\s?[班组楼号栋期批届区片院室])|[一二三四五六七八九十]{1,3}[、.](?![一二三四五六七八九十\d])|\d{1,2}[、.)](?!\d))|([\s。;!,]|(?<!\d):)[^\S\n]{0,8}[一二三四五六七八九十]是(?!否)/g;

/**
 * Blanks for the numbers of items. Within a line a number is one only where it is the first or the one before it stands
 * before it: "名额:3、", "(二)会议室" and "(每人:50)" count or name something.
 */
export function withoutNumbers(body: string): string {
  const seen = new Set([0]);
  const first = body.search(/\S/);
  let read = 0;
  return body.replace(ITEM, (item: string, before?: string, mark?: string, at = 0) => {
    for (const [, number = ''] of body.slice(read, at).matchAll(NUMBERED))
      seen.add(numberOf(number));
    read = at;
    const lead = before ?? mark ?? '';
    const begins = before === '' || lead.includes('\n') || at <= first;
    if (!begins && !seen.has(numberOf(item) - 1)) return item;
    if (/^[^(]*\)$/.test(item) && isWithinBrackets(body, at)) return item;
    return lead.padEnd(item.length);
  });
}

/** A number with a mark behind it that makes it one of an item. */
const NUMBERED = /([一二三四五六七八九十]{1,3}|\d{1,2})[、.):,是]/g;

function numberOf(item: string): number {
  const figures = /[一二三四五六七八九十\d]{1,3}/.exec(item)?.[0] ?? '';
  return readNumber(figures) ?? Number(figures);
}

/** Whether a bracket is open at a place of a line. */
function isWithinBrackets(body: string, at: number): boolean {
  const line = body.slice(body.lastIndexOf('\n', at - 1) + 1, at + 1);
  return line.lastIndexOf('(') > line.lastIndexOf(')');
}
