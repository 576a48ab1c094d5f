import type { Analysis } from './analysis';
import { factChange } from './difference';
import { fingerprintsOf } from './fingerprint';
import { headerOf, holdsOwnAddition } from './header';
import {
  CORRECTION_FOLLOWS,
  NEAR_CHARACTERS,
  REVISED_PLACES,
  SAME_NOTICE,
  TOPIC_FACTS,
  TOPIC_NEARNESS,
  TOPIC_OTHER_CHAT,
  TOPIC_SAME_CHAT,
} from './limits';
import { analysisOf, chatKey, living, type NoticeIndex, numbered } from './notice-index';
import type { Stretch } from './spans';
import { isFactCode } from './tokens';
import type { Change } from './types';
import type { Version } from './version';

const WHAT =
  '(?:时间|日期|地点|会场|场地|会议|活动|培训|检查|比赛|考试|讲座|截止|期限|要求|联系人|电话|邮箱|链接|附件|表格|名单|通知|报名|方式|人数)';

/** Words by which a message says that it changes an earlier one. */
const UPDATE = new RegExp(
  [
    '更正|勘误|纠正|订正|修正(?:一下|:|如下|为)',
    '补充(?:通知|说明|一下|:|一点|两点|几点|如下)|通知补充',
    `${WHAT}[^,。;!\\n]{0,16}(?:改为|改到|改在|改成|改期|更改为|更改到|变更为|变更到|调整为|调整到|调整至|延期|延至|延后|延长|推迟|提前至|提前到|取消|有变|有误|作废|顺延)`,
    '会(?:议)?(?:取消|延期|延后|改期|推迟|提前|改到|改在|改为|暂停)',
    '(?:更改|变更|调整|延期|延长|推迟|改期|取消)[^,。;!\\n]{0,8}(?:通知|公告|说明)',
    '(?:现|已|将|一律|统一)(?:更)?(?:改为|改到|改在|改成|调整为|变更为|延期至|延至|推迟至|推迟到)',
    '以(?:此|这个|本次|这次|本|最新|新)(?:次|条|份|版)?(?:的)?(?:通知|版本|文件|表格|消息|要求|时间)?为准',
    '(?:之前|此前|前面|刚才|刚刚|上述|原|先前|上一)(?:的|发的|那个|那条|通知|条|次)*[^,。;!\\n]{0,12}(?:作废|有误|取消|不算|撤销|错了|为准|不再)',
    '作废|(?:发|写|打|说)错了',
  ].join('|'),
);
const NEGATED = /(?:不|无|没有?|未|不再|不得|不能|可否|是否|能否|吗)[^,。;!\n]{0,3}$/;

/** Whether the message says in words that it changes an earlier one. */
export function saysUpdate(analysis: Analysis): boolean {
  const { folded } = analysis.normal;
  if (headerOf(folded)?.adds) return true;
  const match = UPDATE.exec(folded);
  return match !== null && !NEGATED.test(folded.slice(Math.max(0, match.index - 8), match.index));
}

/** The notice that an update speaks of, with what it changes; null when none can be told. */
export type Resolved = { target: Version; changed: Change[]; similarity: number };

/** Finds what an update changes. `others` are versions that look alike, from any chat. */
export function resolveReference(
  index: NoticeIndex,
  analysis: Analysis,
  others: readonly Version[],
  windowMs: number,
): Resolved | null {
  const { message } = analysis;
  const usable = (version: Version) =>
    version.id !== message.key &&
    version.time <= message.time &&
    message.time - version.time <= windowMs;
  const chat = living(index, index.chats.get(chatKey(message))).filter(usable);
  const alike = others.filter(usable);
  const target =
    byHeader(index, analysis, alike, usable) ??
    (namesNumber(analysis) ? undefined : byWords(index, analysis, chat, alike));
  if (!target) return null;
  const old = analysisOf(index, target);
  return { target, changed: statedChanges(old, analysis), similarity: coverage(analysis, old) };
}

/** Whether the update says by its number which notice it adds to: then it means that one or, if unknown, none. */
function namesNumber({ normal }: Analysis): boolean {
  return headerOf(normal.folded)?.adds === true || holdsOwnAddition(normal.folded);
}

function byWords(
  index: NoticeIndex,
  analysis: Analysis,
  chat: readonly Version[],
  others: readonly Version[],
): Version | undefined {
  const quoted = byQuotation(index, analysis, chat);
  if (quoted) return quoted;
  const title = TITLE_CHANGED.exec(analysis.normal.folded)?.[1];
  if (title !== undefined) {
    const wanted = letters(title);
    return [...chat, ...others].find((version) =>
      letters(analysisOf(index, version).normal.folded).includes(wanted),
    );
  }
  return byTopic(index, analysis, chat, others) ?? lastOfSender(analysis, chat);
}

/** The title of a notice of which it is said that it is changed: the update means that one or, if unknown, none. */
const TITLE_CHANGED =
  /《([^《》\n]{4,120})》(?:的?(?:通知|公告|通告|函|方案))?[^,。;!:《\n]{0,8}(?:更正|补充|修正|勘误|有误|作废|延期|变更|取消|改为|改到|调整为)/;

/**
 * The notice that bears the update's number in this chat. A text that was put together with what was added to it means,
 * in any chat, the one that it holds whole; a text under a number of its own one that speaks of the same.
 */
function byHeader(
  index: NoticeIndex,
  analysis: Analysis,
  others: readonly Version[],
  usable: (version: Version) => boolean,
): Version | undefined {
  const { header, normal } = analysis;
  if (!header) return undefined;
  const here = numbered(index, chatKey(analysis.message), header).filter(usable);
  if (holdsOwnAddition(normal.folded)) {
    const held = pairsOf(analysis, []);
    const isHeld = (version: Version) =>
      shareOf(pairsOf(analysisOf(index, version), []), held) >= SAME_NOTICE;
    return [...here, ...others.filter((version) => version.header === header)].find(isHeld);
  }
  const shares = new Map(
    here.map((version) => [version, coverage(analysis, analysisOf(index, version))]),
  );
  const least = headerOf(normal.folded)?.adds ? 0 : TOPIC_SAME_CHAT;
  const share = (version: Version) => shares.get(version) ?? 0;
  // Two people may number their notices alike.
  return here
    .filter((version) => share(version) >= least)
    .sort((one, other) => share(other) - share(one))[0];
}

function byQuotation(
  index: NoticeIndex,
  analysis: Analysis,
  versions: readonly Version[],
): Version | undefined {
  const quoted = letters(analysis.normal.quoted.replace(/^[^\s:,。]{1,20}:/, '')).slice(0, 40);
  if (quoted.length < 8) return undefined;
  return versions.find((version) =>
    letters(analysisOf(index, version).normal.clean).includes(quoted),
  );
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The version that holds most of the update's words and facts; one of the same chat needs fewer of them. */
function byTopic(
  index: NoticeIndex,
  analysis: Analysis,
  chat: readonly Version[],
  others: readonly Version[],
): Version | undefined {
  const titles = titlesOf(analysis.normal.folded);
  const own = spokenOfItself(analysis);
  const wanted = pairsOf(analysis, own);
  const facts = factsOutside(analysis, own);
  let best: Version | undefined;
  let bestScore = 0;
  const near = new Set(chat);
  for (const version of new Set([...chat, ...others])) {
    const isNear = near.has(version);
    const old = analysisOf(index, version);
    const named = titlesOf(old.normal.folded).some((title) => titles.includes(title));
    const covered = shareOf(wanted, pairsOf(old, [])) + (named ? 1 : 0);
    if (covered < (isNear ? TOPIC_SAME_CHAT : TOPIC_OTHER_CHAT)) continue;
    // Of notices in the same words it means the one with the facts that it repeats.
    const known = new Set(old.facts.map((fact) => fact.value));
    const score = covered + TOPIC_FACTS * shareOf(facts, known, 1) + (isNear ? TOPIC_NEARNESS : 0);
    if (score > bestScore) {
      best = version;
      bestScore = score;
    }
  }
  return best;
}

function factsOutside({ facts }: Analysis, left: readonly Stretch[]): Set<string> {
  const kept = facts.filter((fact) => !left.some((part) => overlaps(part, fact)));
  return new Set(kept.map((fact) => fact.value));
}

function titlesOf(folded: string): string[] {
  return [...folded.matchAll(/《([^《》\n]{4,120})》/g)].map((match) => match[1] ?? '');
}

/** Share of the update's letter pairs that the older text holds. What an update says of itself is left out. */
function coverage(update: Analysis, old: Analysis): number {
  return shareOf(pairsOf(update, spokenOfItself(update)), pairsOf(old, []));
}

/** Share of the wanted that is held; 0 when fewer than `least` are wanted. */
function shareOf<One>(wanted: ReadonlySet<One>, held: ReadonlySet<One>, least = 3): number {
  if (wanted.size < least) return 0;
  let found = 0;
  for (const one of wanted) if (held.has(one)) found++;
  return found / wanted.size;
}

function overlaps(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The words of correcting, what a thing is changed to, and that all else stays. */
const OF_ITSELF =
  /[【(]?(?:更正|勘误|纠正|订正|补充)(?:通知|说明)?[】):]?|(?:原定于?|原来?的?|现(?=改|调整|变更))|(?:更改|变更|调整|改|延期|延|推迟|提前)(?:为|到|在|成|至)[^,。;!\n]{0,40}|(?:其他|其它|其余)[^,。;!\n]{0,8}不变/g;

function spokenOfItself({ normal }: Analysis): Stretch[] {
  return [...normal.body.matchAll(OF_ITSELF)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Fingerprints of what the update says of its notice. */
export function topicPrintsOf(update: Analysis): number[] {
  const own = spokenOfItself(update);
  return fingerprintsOf(update.tokens, (at) =>
    own.some(({ start, end }) => start <= at && at < end),
  );
}

function pairsOf({ tokens }: Analysis, left: readonly Stretch[]): Set<number> {
  const pairs = new Set<number>();
  const { codes, starts, ends } = tokens;
  for (let at = 0; at + 1 < codes.length; at++) {
    const one = codes[at] ?? 0;
    const next = codes[at + 1] ?? 0;
    if (isFactCode(one) || isFactCode(next)) continue;
    const pair = { start: starts[at] ?? 0, end: ends[at + 1] ?? 0 };
    if (!left.some((part) => overlaps(part, pair))) pairs.add(one * 0x400000 + next);
  }
  return pairs;
}

/**
 * A bare correction belongs to what its sender said last, in words rather than in a file. One that says much and
 * shares nothing with a known notice is about something else.
 */
function lastOfSender(analysis: Analysis, chat: readonly Version[]): Version | undefined {
  const { sender, time } = analysis.message;
  if (sender === '' || analysis.tokens.plain >= NEAR_CHARACTERS) return undefined;
  const recent = chat.filter(
    (version) => version.sender === sender && time - version.time <= CORRECTION_FOLLOWS,
  );
  return recent.find(({ kind }) => kind === 'text') ?? recent[0];
}

/** A make-up day names the timetable that is followed, not the day of anything. */
const MADE_UP = /补[上的]?$/;
const TIMETABLE = /^的?(?:课|班|课程|课表|工作)/;
/** With these words an update replaces; without, as in a mere supplement, it adds. */
const REPLACES = /更正|勘误|纠正|订正|修正|[改变]|调整|延|推迟|提前|顺延|取消|有误|错|为准|作废/;

/** Facts of the update that the older text has not, each with the one fact that it can stand for. */
function statedChanges(old: Analysis, update: Analysis): Change[] {
  const known = new Set(old.facts.map((fact) => fact.value));
  const stated = new Set(update.facts.map((fact) => fact.value));
  const { body } = update.normal;
  const replaces = REPLACES.test(body);
  const changes: Change[] = [];
  for (const fact of update.facts) {
    if (known.has(fact.value) || fact.kind === 'number') continue;
    if (fact.kind === 'time' && fact.value.startsWith('time')) continue;
    if (
      fact.kind === 'date' &&
      (MADE_UP.test(body.slice(0, fact.start)) || TIMETABLE.test(body.slice(fact.end)))
    )
      continue;
    const same = old.facts.filter(
      (other) => other.kind === fact.kind && other.role === fact.role && !stated.has(other.value),
    );
    const values = new Set(same.map((other) => other.value));
    const pairs = values.size === 1 && (replaces || fact.role === 'deadline');
    changes.push(factChange(old, pairs ? same[0] : undefined, update, fact));
    // A day and its weekday are one.
    known.add(fact.value);
    if (changes.length >= REVISED_PLACES) break;
  }
  return changes;
}
