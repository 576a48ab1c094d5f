import { readNumber } from './chinese-number';

const HEADER =
  /^\s*【\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*(?:】\s*)?(?:的)?\s*通知\s*([一二三四五六七八九十\d]{1,3})(?:\s*(?:的)?\s*([^】\d\n]{0,12})】|(?=[\s:,]))/;

/** A numbered head: which notice of which day, and whether it adds to that notice rather than being it. */
export type Header = { id: string; adds: boolean };

/** Reads a head such as "【10月21日 通知三】" or "【10月21日 通知三 补充通知】"; null when the text has none. */
export function headerOf(folded: string): Header | null {
  const match = HEADER.exec(folded);
  if (!match) return null;
  const ordinal = readNumber(match[3] ?? '');
  const adds = /补充|更正|纠正|勘误|修正|变更|更新|延期|取消|说明/.test(match[4] ?? '');
  return { id: `${Number(match[1])}-${Number(match[2])}#${ordinal}`, adds };
}

/** The body with a numbered head blanked out: it says which notice this is, not what it says. */
export function withoutHeader(body: string): string {
  return body.replace(HEADER, (head) => ' '.repeat(head.length));
}
