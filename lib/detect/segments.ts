import type { Analysis } from './analysis.ts';
import { NOTICE_CHARACTERS } from './limits.ts';

/** Where a text that was put together of several begins anew: after an empty line, at a number, a head, "另:". */
const BEGINS =
  /\n[^\S\n]*\n|\n(?=[^\S\n]*(?:\d{1,2}[.、)]|[一二三四五六七八九十]{1,2}[、.]|\([一二三四五六七八九十\d]{1,2}\)|【|另[,:外]|此外|还有|以下(?:为|是)?转发|[-—=*]{3,}))/g;
const NUMBER =
  /^\s*(?:\d{1,2}[.、)]|[一二三四五六七八九十]{1,2}[、.]|\([一二三四五六七八九十\d]{1,2}\)|另[,:]|另外[,:]?|此外[,:]?|还有[,:]?|[-—=*]{3,})\s*/;
/** More than so many are the items of one notice. */
const MOST = 6;

/**
 * The texts that a message may have been put together of, in the message's own words and without their numbers; an
 * empty list when it is one text, or when a part is too short to be a notice.
 */
export function segmentsOf({ normal }: Analysis): string[] {
  if (!normal.clean.includes('\n')) return [];
  const segments = normal.clean.split(BEGINS).map((part) => part.replace(NUMBER, '').trim());
  const full = segments.filter((part) => part !== '');
  const isNotice = (part: string) => part.length >= NOTICE_CHARACTERS;
  if (full.length < 2 || full.length > MOST || !full.every(isNotice)) return [];
  return full;
}
