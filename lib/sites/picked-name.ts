import { isStamp, withoutClocks } from './picked-time';

/** What stands between a name and a time. A dot without room around it is part of a name: 阿卜杜热合曼·买买提明. */
const BETWEEN = /\s+|[,，](?=\s)/;
/** "张三(11-26 08:33)" */
const BRACKETED = /\s*[[(（]([^[\](（)）]+)[\])）]\s*$/u;
/** Letters that stand for a face are no more than these: many a whole name has three. */
export const INITIALS = 2;

/**
 * The name in words that may tell the time, too: "<张三>", "张三：", "张三 09:02", "昨天 09:02 张三" → 张三. A word that names a
 * day is part of the name where it does not stand by itself: 周一鸣 and 刘昨天来 are people.
 */
export function nameIn(words: string): string {
  const all = piecesOf(
    words.replace(BRACKETED, (bracket, inner) => (isStamp(inner) ? '' : bracket)),
  );
  const rest = all.slice(stampsAtStart(all)).join(' ');
  const unclocked = withoutClocks(rest);
  const pieces = piecesOf(unclocked);
  const name = withoutInitials(pieces.slice(0, stampsAtEnd(pieces, unclocked !== rest)));
  return bare(bare(name.join(' ')));
}

/**
 * Without the signs around it, and without brackets that hold nothing, hold all of it, say that the words were changed, or
 * miss their other half. Others are part of the name: 孙丽(应急办), [农业办]李娟.
 */
function bare(name: string): string {
  return name
    .replace(/\s*[[(（](已编辑|编辑过|edited)[\])）]$/iu, '')
    .replace(/[<[(（]\s*[>\])）]?[\s,，·・•|:：-]*$/u, '')
    .replace(/^[<[(（]([^<>[\]()（）]*)[>\])）]?$/u, '$1')
    .replace(/^([^<[(（]*)[>\])）]+$/u, '$1')
    .replace(/^[\s@]+|[\s,，·・•|:：-]+$/gu, '');
}

/** "韩 韩建国": the face is drawn with the letters that the name begins with. */
function withoutInitials(pieces: readonly string[]): readonly string[] {
  const [first = '', second = ''] = pieces;
  const isShort = first.length <= INITIALS && second.length > first.length;
  return isShort && second.startsWith(first) ? pieces.slice(1) : pieces;
}

function piecesOf(words: string): string[] {
  return words.split(BETWEEN).filter(Boolean);
}

/** How many pieces at the start are one time, the most that are. A weekday alone may be a name: Wednesday Addams. */
function stampsAtStart(pieces: readonly string[]): number {
  for (let to = pieces.length; to > 0; to--) {
    const text = pieces.slice(0, to).join(' ');
    if (/\d/.test(text) && isStamp(text)) return to;
  }
  return 0;
}

/** What may be a family name as well: David Sun. */
const WEEKDAY = /^(mon|tues?|wed|thu(rs?)?|fri|sat|sun)$/i;

/** The piece from which on all are one time. */
function stampsAtEnd(pieces: readonly string[], isClocked: boolean): number {
  const from = pieces.findIndex((_, at) => {
    const text = pieces.slice(at).join(' ');
    return isStamp(text) && (isClocked || at === 0 || !WEEKDAY.test(text));
  });
  return from < 0 ? pieces.length : from;
}
