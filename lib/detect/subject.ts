import type { Hunk } from './align.ts';
import type { Analysis } from './analysis.ts';
import { isInNamedPart } from './difference.ts';
import { HAN, HAN_RANGE } from './han.ts';
import { REGION_GAP, REPLACED_LETTERS, REPLACED_PHRASE, REPLACED_SUBJECT } from './limits.ts';
import { matchesOf } from './matches.ts';
import type { Stretch } from './spans.ts';
import { plainLetters } from './token-part.ts';

/** What the differences of two alike texts say of their matters. */
export type Replaced = {
  /** Another subject, another area, or different words in several places. */
  otherMatter: boolean;
  /** A name or phrase was replaced as a whole: as good as another fact. */
  phrase: boolean;
};

/**
 * Reads the hunks of two alike texts. What only moves a day, an hour, a place, a figure or a contact replaces
 * nothing that a text is about.
 */
export function replacedWords(from: Analysis, to: Analysis, hunks: readonly Hunk[]): Replaced {
  const open = hunks.filter((hunk) => hasWords(from, to, hunk) && !isNamedHunk(from, to, hunk));
  let regions = 0;
  let replaced = 0;
  let phrase = false;
  for (const region of regionsOf(open)) {
    const before = sideOf(from, region.fromStart, region.fromEnd);
    const after = sideOf(to, region.toStart, region.toEnd);
    if (before.end === 0 || after.end === 0) continue;
    if (namesArea(from, before) && namesArea(to, after)) return { otherMatter: true, phrase };
    const letters = lettersReplaced(from, to, region);
    if (letters < REPLACED_SUBJECT) continue;
    if (isInSubject(from, before) && isInSubject(to, after)) return { otherMatter: true, phrase };
    regions++;
    replaced += letters;
    phrase ||= letters >= REPLACED_PHRASE;
  }
  return { otherMatter: regions > 1 && replaced >= REPLACED_LETTERS, phrase };
}

function hasWords(from: Analysis, to: Analysis, hunk: Hunk): boolean {
  return (
    plainLetters({ analysis: from, start: hunk.fromStart, end: hunk.fromEnd }) +
      plainLetters({ analysis: to, start: hunk.toStart, end: hunk.toEnd }) >
    0
  );
}

/** Whether the hunk lies in a place, an audience or a contact, on every side that it has. */
function isNamedHunk(from: Analysis, to: Analysis, hunk: Hunk): boolean {
  const before = sideOf(from, hunk.fromStart, hunk.fromEnd);
  const after = sideOf(to, hunk.toStart, hunk.toEnd);
  return (
    (before.end === 0 || isInNamedPart(from, before.start, before.end)) &&
    (after.end === 0 || isInNamedPart(to, after.start, after.end))
  );
}

/** Hunks that lie next to one another, and what they span. */
type Region = Hunk & { hunks: Hunk[] };

function regionsOf(hunks: readonly Hunk[]): Region[] {
  const regions: Region[] = [];
  for (const hunk of hunks) {
    const last = regions.at(-1);
    if (last && hunk.fromStart - last.fromEnd <= REGION_GAP) {
      last.fromEnd = hunk.fromEnd;
      last.toEnd = hunk.toEnd;
      last.hunks.push(hunk);
    } else regions.push({ ...hunk, hunks: [hunk] });
  }
  return regions;
}

/** Where a side of a region stands in the body; 0 to 0 when it is empty. */
type Side = Stretch;

function sideOf({ tokens }: Analysis, start: number, end: number): Side {
  return {
    start: start < end ? (tokens.starts[start] ?? 0) : 0,
    end: start < end ? (tokens.ends[end - 1] ?? 0) : 0,
  };
}

/**
 * The letters that went, or those that came: whichever are fewer. What both sides have does not count, unless it has
 * only moved along: 河道 and 道路 are two words, not one with a slip.
 */
function lettersReplaced(from: Analysis, to: Analysis, { hunks, ...span }: Region): number {
  const isMoved =
    hunks.some(({ fromStart, fromEnd }) => fromStart === fromEnd) &&
    hunks.some(({ toStart, toEnd }) => toStart === toEnd);
  let gone = 0;
  let came = 0;
  for (const hunk of isMoved ? [span] : hunks) {
    gone += plainLetters({ analysis: from, start: hunk.fromStart, end: hunk.fromEnd });
    came += plainLetters({ analysis: to, start: hunk.toStart, end: hunk.toEnd });
  }
  return Math.min(gone, came);
}

const AREA =
  '片区|区(?!域|间|分|别|级|委|政|县|直)|新区|开发区|园区|校区|小区|库区|街道|社区|网格(?!员|长|化)|支部|县(?!级|委|政|里|直)|镇(?!政|级|里|区|党|直)|乡(?!镇|村|政|级|里|贤)|村(?!民|级|委|务|干|庄|集|里|卫|两|组|支|史|容|规|域|口)';
/** Words that end so name no area, whatever word for one follows; nor does a count. */
const GENERAL =
  /(?:各|逐|全|本|该|每|有关|相关|所有|全部|我|你|两|几|多|其他|其它|部分|农|乡|驻|进|入|到|下|对|示范|重点|个)$|(?:^|[^\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff])\d+$/;
const AREA_NEXT = new RegExp(`^([${HAN_RANGE}\\d]{0,2}?)(${AREA})`);
const AREA_END = new RegExp(`(${AREA})$`);
/** With as many areas of a kind named the text is a list, and one of them is not what it is about. */
const LISTED = 3;

/** Whether the words are, or are part of, the name of the one area that the text is about. */
function namesArea({ normal }: Analysis, { start, end }: Side): boolean {
  const { body } = normal;
  const words = body.slice(start, end).trim();
  // A zone by its letter, and where people are told to go, is a place.
  if (/[a-z]/.test(words) || /[到至往赴去]$/.test(body.slice(Math.max(0, start - 1), start)))
    return false;
  const next = AREA_NEXT.exec(body.slice(end, end + 6));
  const area = AREA_END.exec(words)?.[1] ?? next?.[2];
  if (area === undefined) return false;
  const whole =
    body.slice(Math.max(0, start - 2), end) + (AREA_END.test(words) ? '' : (next?.[1] ?? ''));
  if (GENERAL.test(whole.trim())) return false;
  const names = new Set<string>();
  for (const [, name = ''] of matchesOf(namesBefore(area), body)) {
    if (!GENERAL.test(name)) names.add(name);
  }
  return names.size < LISTED;
}

const namePatterns = new Map<string, RegExp>();

/** Names of two letters before a word for an area. */
function namesBefore(area: string): RegExp {
  const known = namePatterns.get(area);
  if (known) return known;
  const pattern = new RegExp(`(${HAN}{2})${area}`, 'g');
  namePatterns.set(area, pattern);
  return pattern;
}

const SUBJECTS: readonly RegExp[] = [
  /关于[^,。;!\n]{2,60}?的?(?:通知|公告|通告|提示|提醒|函|方案|意见|说明|倡议)/g,
  // The name of what is to be handed in.
  /[^,。;:!?、\s《》将把于前请在]{2,24}(?:台账|汇总表|登记表|统计表|申请表|明细表|表|清单|名单|花名册|情况|底数|数据|信息)/g,
  // The name of what takes place.
  /(?:召开|举行|举办|参加|开展|进行|实施)[^,。;:!?\s《》]{2,24}(?:会议|会|培训班?|讲座|活动|比赛|检查|督查|验收|考核|整治|清理|演练)/g,
];

function subjectsOf({ later, normal }: Analysis): Stretch[] {
  later.subjects ??= SUBJECTS.flatMap((pattern) =>
    matchesOf(pattern, normal.body).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  return later.subjects;
}

/** Whether the words stand in the name of what is asked for, or of what takes place. */
function isInSubject(analysis: Analysis, { start, end }: Side): boolean {
  return subjectsOf(analysis).some((subject) => subject.start <= start && end <= subject.end);
}
