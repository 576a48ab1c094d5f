import type { Analysis } from './analysis.ts';
import { numbered } from './called-versions.ts';
import { postedIn } from './chat-notices.ts';
import { headerOf, holdsOwnAddition } from './header.ts';
import { CORRECTION_FOLLOWS, NEAR_CHARACTERS, SAME_NOTICE, TOPIC_SAME_CHAT } from './limits.ts';
import { chatKey, type NoticeIndex } from './notice-index.ts';
import { statedChanges } from './stated-changes.ts';
import { byTopic, coverage, pairsOf, shareOf } from './topic.ts';
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
