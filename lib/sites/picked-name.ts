import { isStamp, withoutClocks } from './picked-time';

/** Signs that stand between a name and a time. */
const BETWEEN = /[\s·|]+|[,，](?=\s)/;

/**
 * The name in words that may tell the time, too: "<张三>", "张三：", "张三 09:02", "昨天 09:02 张三" → 张三. A word that names a
 * day is part of the name where it does not stand by itself: 周一鸣 and 刘昨天来 are people.
 */
export function nameIn(words: string): string {
  const all = piecesOf(words);
  const pieces = piecesOf(withoutClocks(all.slice(stampsAtStart(all)).join(' ')));
  return pieces
    .slice(0, stampsAtEnd(pieces))
    .join(' ')
    .replace(/^[\s<[(（@]+/u, '')
    .replace(/[\s,，·|:：<>[\]()（）-]+$/u, '')
    .trim();
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

/** The piece from which on all are one time. */
function stampsAtEnd(pieces: readonly string[]): number {
  const from = pieces.findIndex((_, at) => isStamp(pieces.slice(at).join(' ')));
  return from < 0 ? pieces.length : from;
}
