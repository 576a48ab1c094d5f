import { readNumber } from './chinese-number.ts';
import { matchesOf } from './matches.ts';

const NUMBERED =
  '【\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日\\s*(?:】\\s*)?(?:的)?\\s*通知\\s*([一二三四五六七八九十\\d]{1,3})';
const KIND = '\\s*(?:的)?\\s*([^】\\d\\n]{0,12})】';
/** What a forwarder writes before it: tags, mentions, "转发街道通知:". */
const LEAD =
  '(?:\\s{0,20}(?:[【\\[][^】\\]\\n\\d]{1,8}[】\\]]|@[^\\s@]{1,20}\\s|[^\\n【】]{0,12}(?:转|提醒)[^\\n【】]{0,8}[:\\n]))';
const HEADER = new RegExp(`^(?<lead>${LEAD}{0,3})\\s*${NUMBERED}(?:${KIND}|(?=[\\s:,]))`);
/** Such a head further on: of what was put together into one message. */
const INNER = new RegExp(NUMBERED + KIND, 'g');

/** A cheap look: most texts have no such head. */
const MAY_NUMBER = /【\s*\d/;

/** A numbered head: which notice of which day, and whether it adds to that notice rather than being it. */
export type Header = { id: string; adds: boolean };

/** Reads a head such as "【10月21日 通知三】" or "【10月21日 通知三 补充通知】"; null when the text has none. */
export function headerOf(folded: string): Header | null {
  const match = MAY_NUMBER.test(folded) ? HEADER.exec(folded) : null;
  return match && read(match.filter((_, at) => at !== 1));
}

function read([, month, date, ordinal, kind]: readonly (string | undefined)[]): Header {
  const adds = /补充|更正|纠正|勘误|修正|变更|更新|延期|取消|说明/.test(kind ?? '');
  return { id: `${Number(month)}-${Number(date)}#${readNumber(ordinal ?? '')}`, adds };
}

/** Whether a text with a numbered head holds what was later added to that very notice, under its own head. */
export function holdsOwnAddition(folded: string): boolean {
  const own = headerOf(folded);
  if (!own || own.adds) return false;
  return matchesOf(INNER, folded)
    .map(read)
    .some(({ id, adds }) => adds && id === own.id);
}

/** The body with its numbered head blanked out wherever it stands: it says which notice this is, not what it says. */
export function withoutHeader(body: string): string {
  const own = headerOf(body);
  if (!own) return body;
  const blank = (head: string) => ' '.repeat(head.length);
  const rest = body.replace(HEADER, (head, lead: string) => lead + blank(head.slice(lead.length)));
  return rest.replace(INNER, (head, ...groups: string[]) =>
    read([head, ...groups]).id === own.id ? blank(head) : head,
  );
}
