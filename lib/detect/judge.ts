import { type Analysis, analyse } from './analysis.ts';
import { attachedBefore, isUnsettled } from './burst.ts';
import { dayOf } from './calendar.ts';
import { isAskedPicture, posterOf } from './chat-context.ts';
import { contentKey } from './content-key.ts';
import { countsFromPosting } from './counts-from-posting.ts';
import { deadlineOf } from './deadline.ts';
import { type Demands, demandsOf } from './demand.ts';
import { guardsOf } from './guard.ts';
import { chatKey, type NoticeIndex } from './notice-index.ts';
import { withLook } from './picture-memory.ts';
import { quotesNews, relate } from './relate.ts';
import { type Relationship, unrelated } from './relationship.ts';
import { relayOf, saysBesides } from './relay.ts';
import { relayContinuedBy } from './relay-memory.ts';
import { isReply } from './reply.ts';
import { titleOf } from './title.ts';
import type { Action, Guard, JudgeOptions, Message, Verdict } from './types.ts';
import { saysUpdate } from './update-words.ts';
import type { Version } from './version.ts';

/**
 * Says what a message is to everything the index knows. Pure: the index is not changed (see `remember`),
 * there is no clock ("today" is the message's own day), and no input makes it throw.
 */
export function judge(index: NoticeIndex, message: Message, options: JudgeOptions): Verdict {
  const analysis = analyse(message, index.key);
  const lesson = lessonFor(message, options);
  const answer = answerOf(index, analysis);
  const found = relationship(index, analysis, options, lesson, answer);
  const demands =
    answer === 'relay-update' || answer === 'answer' ? ASKS_NOTHING : demandsOf(analysis);
  const deadline = deadlineOf(analysis);
  const guards = [
    ...guardsOf(analysis, deadline, options),
    ...(addsNews(index, analysis, options, answer) ? (['comment'] as const) : []),
    // Only the context says that this picture answers: it is counted as an answer and stays open.
    ...(answer === 'asked-picture' && !analysis.placeholder ? (['placeholder'] as const) : []),
    ...matchGuards(index, found, analysis, options),
  ];
  const verdict: Verdict = {
    relation: found.relation,
    of: found.version?.id ?? null,
    notice: noticeOf(found, message),
    partial: found.partial,
    similarity: found.similarity,
    changed: found.changed,
    demands: [...demands.kinds],
    traceOnly: demands.traceOnly,
    isReply: answer !== null,
    guards,
    deadline,
    action: 'show',
    reason: found.reason,
    title: titleOf(analysis),
  };
  if (lesson === 'fold') verdict.reason = 'user';
  verdict.action = actionOf(verdict, lesson);
  return withLook(index.pictures, message, verdict);
}

const ASKS_NOTHING: Demands = { kinds: [], traceOnly: false };

type Lesson = 'fold' | 'no-copy' | null;

function lessonFor(message: Message, options: JudgeOptions): Lesson {
  if (options.notCopies.size === 0 && options.alwaysFold.size === 0) return null;
  const key = contentKey(message);
  if (options.notCopies.has(key)) return 'no-copy';
  return options.alwaysFold.has(key) ? 'fold' : null;
}

/** Why the message answers something, or null. */
type Answer = 'relay-update' | 'asked-picture' | 'answer';

function answerOf(index: NoticeIndex, analysis: Analysis): Answer | null {
  const { message } = analysis;
  const relay = relayOf(message, index.key);
  if (relay && relayContinuedBy(index, relay, message)) return 'relay-update';
  if (isAskedPicture(index.contexts.get(chatKey(message)), message)) return 'asked-picture';
  return isReply(analysis) ? 'answer' : null;
}

/** Whether an answer holds more than an answer: it stays open. */
function addsNews(
  index: NoticeIndex,
  analysis: Analysis,
  options: JudgeOptions,
  answer: Answer | null,
): boolean {
  if (answer === 'relay-update') return saysBesides(analysis.message);
  return answer === 'answer' && quotesNews(index, analysis, options);
}

function relationship(
  index: NoticeIndex,
  analysis: Analysis,
  options: JudgeOptions,
  lesson: Lesson,
  answer: Answer | null,
): Relationship {
  if (answer === 'relay-update' || answer === 'asked-picture') return unrelated('none', answer);
  if (lesson === 'no-copy') return unrelated(analysis.isNotice ? 'new' : 'none', 'user');
  return relate(index, analysis, options);
}

function noticeOf(found: Relationship, message: Message): string | null {
  if (found.relation === 'none') return null;
  // What says several notices is one of its own: who has had one of them has not had all.
  if (found.others.length > 0) return message.key;
  return found.relation === 'copy' ? (found.version?.id ?? message.key) : message.key;
}

function matchGuards(
  index: NoticeIndex,
  found: Relationship,
  analysis: Analysis,
  options: JudgeOptions,
): Guard[] {
  const { message } = analysis;
  const { version, others, relation } = found;
  const guards: Guard[] = [];
  if (!version) return guards;
  const versions = [version, ...others];
  // A text that says of itself that it changes something is a change, though what it changes was never seen.
  const touched =
    versions.some(({ revises, superseded }) => revises !== null || superseded) ||
    saysUpdate(analysis);
  if (relation === 'revision' || touched) guards.push('revision');
  if (relation === 'copy' && found.approximate) guards.push('approximate-size');
  if (found.commented) guards.push('comment');
  if (relation === 'copy' && hasOtherAttachments(index, versions, message)) {
    guards.push('attachment');
  }
  const isOnDay = relation === 'copy' && countsFromPosting(analysis);
  const isOld = ({ seen }: Version) =>
    Math.abs(message.time - seen) > options.windowMs ||
    (isOnDay && dayOf(message.time) !== dayOf(seen));
  if (relation === 'copy' && versions.some(isOld)) guards.push('too-old');
  return guards;
}

/** Files or pictures came with the notice that a text repeats, and have not come with the text, or other ones have. */
function hasOtherAttachments(
  index: NoticeIndex,
  versions: readonly Version[],
  message: Message,
): boolean {
  const wanted = versions.flatMap(({ came = [] }) => came);
  const poster = posterOf(message);
  if (wanted.length === 0 || message.kind !== 'text' || poster === null) return false;
  const bursts = index.contexts.get(chatKey(message))?.bursts;
  return isUnsettled(wanted, attachedBefore(bursts, poster, message.time));
}

/** The verdict on a copy of which it is known by now whether what came with it is the same. */
export function withAttachments(verdict: Verdict, isSame: boolean): Verdict {
  if (verdict.relation !== 'copy' || verdict.guards.includes('attachment') !== isSame)
    return verdict;
  const others = verdict.guards.filter((guard) => guard !== 'attachment');
  const guards = isSame ? others : [...others, 'attachment' as const];
  const lesson = verdict.reason === 'user' ? 'fold' : null;
  return { ...verdict, guards, action: actionOf({ ...verdict, guards }, lesson) };
}

/** The default action: what asks to be folded is folded unless a guard holds it open. */
function actionOf(verdict: Verdict, lesson: Lesson): Action {
  const folds =
    lesson === 'fold' || verdict.relation === 'copy' || verdict.traceOnly || verdict.isReply;
  if (folds && verdict.relation !== 'revision') return verdict.guards.length > 0 ? 'mark' : 'fold';
  return verdict.relation === 'revision' || verdict.demands.length > 0 ? 'mark' : 'show';
}
