import type { Analysis } from './analysis.ts';
import { numbered } from './called-versions.ts';
import { postedIn } from './chat-notices.ts';
import { fingerprintsOf } from './fingerprint.ts';
import { headerOf, holdsOwnAddition } from './header.ts';
import {
  COMMON_AMONG,
  CORRECTION_FOLLOWS,
  NEAR_CHARACTERS,
  SAME_NOTICE,
  TOPIC_FACTS,
  TOPIC_NEARNESS,
  TOPIC_OTHER_CHAT,
  TOPIC_SAME_CHAT,
} from './limits.ts';
import { matchesOf } from './matches.ts';
import { chatKey, type NoticeIndex } from './notice-index.ts';
import type { Stretch } from './spans.ts';
import { statedChanges } from './stated-changes.ts';
import { isFactCode } from './tokens.ts';
import type { Change } from './types.ts';
import type { Version } from './version.ts';
import { analysisOf } from './version-reading.ts';

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
  const chat = postedIn(index, chatKey(message)).filter(usable);
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
  return byTopic(index, analysis, chat, others) ?? lastOfSender(index, analysis, chat);
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
  const held = new Map(
    [...new Set([...chat, ...others])].map((one) => [one, pairsOf(analysisOf(index, one), [])]),
  );
  const wanted = withoutCommon(
    pairsOf(analysis, own),
    chat.flatMap((one) => held.get(one) ?? []),
  );
  const facts = factsOutside(analysis, own);
  let best: Version | undefined;
  let bestScore = 0;
  const near = new Set(chat);
  for (const [version, pairs] of held) {
    const isNear = near.has(version);
    const old = analysisOf(index, version);
    const named = titlesOf(old.normal.folded).some((title) => titles.includes(title));
    const covered = shareOf(wanted, pairs) + (named ? 1 : 0);
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

/** Without what most notices of the chat say: greetings, whom to ask, thanks. Few notices tell nothing of that. */
function withoutCommon(
  wanted: ReadonlySet<number>,
  notices: readonly ReadonlySet<number>[],
): ReadonlySet<number> {
  if (notices.length < COMMON_AMONG) return wanted;
  const isCommon = (pair: number) =>
    notices.filter((pairs) => pairs.has(pair)).length * 2 > notices.length;
  return new Set([...wanted].filter((pair) => !isCommon(pair)));
}

function factsOutside({ facts }: Analysis, left: readonly Stretch[]): Set<string> {
  const kept = facts.filter((fact) => !left.some((part) => overlaps(part, fact)));
  return new Set(kept.map((fact) => fact.value));
}

const TITLE = /《([^《》\n]{4,120})》/g;

function titlesOf(folded: string): string[] {
  return matchesOf(TITLE, folded).map((match) => match[1] ?? '');
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
  return matchesOf(OF_ITSELF, normal.body).map((match) => ({
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
function lastOfSender(
  index: NoticeIndex,
  analysis: Analysis,
  chat: readonly Version[],
): Version | undefined {
  const { sender, time } = analysis.message;
  if (sender === '' || analysis.tokens.plain >= NEAR_CHARACTERS) return undefined;
  const isRecent = (one: { time: number }) =>
    one.time <= time && time - one.time <= CORRECTION_FOLLOWS;
  const recent = chat.filter((version) => version.sender === sender && isRecent(version));
  const said = recent.find(({ kind }) => kind === 'text') ?? recent[0];
  const post = index.contexts
    .get(chatKey(analysis.message))
    ?.posts.findLast((one) => one.poster === sender && isRecent(one));
  if (!post || (said && said.time > post.time)) return said;
  return chat.find(({ id, kind }) => id === post.notice && kind === 'text') ?? said;
}
