import { type Analysis, analyse } from './analysis';
import { contentKey } from './content-key';
import { deadlineOf } from './deadline';
import { demandsOf } from './demand';
import { guardsOf } from './guard';
import type { NoticeIndex } from './notice-index';
import { type Relationship, relate, unrelated } from './relate';
import { relayOf } from './relay';
import { isReply } from './reply';
import { titleOf } from './title';
import type { Action, Guard, JudgeOptions, Message, Verdict } from './types';

/**
 * Says what a message is to everything the index knows. Pure: the index is not changed (see `remember`),
 * there is no clock ("today" is the message's own day), and no input makes it throw.
 */
export function judge(index: NoticeIndex, message: Message, options: JudgeOptions): Verdict {
  const analysis = analyse(message);
  const lesson = lessonFor(message, options);
  const grown = isRelayUpdate(index, message);
  const found = relationship(index, analysis, options, lesson, grown);
  const demands = demandsOf(analysis);
  const deadline = deadlineOf(analysis);
  const reply = grown || isReply(analysis);
  const guards = [
    ...guardsOf(analysis, deadline, options),
    ...matchGuards(found, message, options),
  ];
  const verdict: Verdict = {
    relation: found.relation,
    of: found.version?.id ?? null,
    notice: noticeOf(found, message),
    partial: found.partial,
    similarity: found.similarity,
    changed: found.changed,
    demands: demands.kinds,
    traceOnly: demands.traceOnly && !grown,
    isReply: reply,
    guards,
    deadline,
    action: 'show',
    reason: grown ? 'relay-update' : found.reason,
    title: titleOf(analysis),
  };
  if (lesson === 'fold') verdict.reason = 'user';
  verdict.action = actionOf(verdict, lesson);
  return verdict;
}

type Lesson = 'fold' | 'no-copy' | null;

function lessonFor(message: Message, options: JudgeOptions): Lesson {
  if (options.notCopies.size === 0 && options.alwaysFold.size === 0) return null;
  const key = contentKey(message);
  if (options.notCopies.has(key)) return 'no-copy';
  return options.alwaysFold.has(key) ? 'fold' : null;
}

function isRelayUpdate(index: NoticeIndex, message: Message): boolean {
  const relay = relayOf(message);
  const known = relay && index.relays.get(relay.key);
  return Boolean(known && known.id !== message.key);
}

function relationship(
  index: NoticeIndex,
  analysis: Analysis,
  options: JudgeOptions,
  lesson: Lesson,
  grown: boolean,
): Relationship {
  if (grown) return unrelated('none', 'relay-update');
  if (lesson === 'no-copy') return unrelated(analysis.isNotice ? 'new' : 'none', 'user');
  return relate(index, analysis, options);
}

function noticeOf(found: Relationship, message: Message): string | null {
  if (found.relation === 'none') return null;
  return found.relation === 'copy' ? (found.version?.id ?? message.key) : message.key;
}

function matchGuards(found: Relationship, message: Message, options: JudgeOptions): Guard[] {
  const { version, relation } = found;
  const guards: Guard[] = [];
  if (!version) return guards;
  const touched = version.revises !== null || version.superseded;
  if (relation === 'revision' || touched) guards.push('revision');
  if (relation === 'copy' && found.approximate) guards.push('approximate-size');
  const age = Math.abs(message.time - version.seen);
  if (relation === 'copy' && age > options.windowMs) guards.push('too-old');
  return guards;
}

/** The default action: what asks to be folded is folded unless a guard holds it open. */
function actionOf(verdict: Verdict, lesson: Lesson): Action {
  const folds =
    lesson === 'fold' || verdict.relation === 'copy' || verdict.traceOnly || verdict.isReply;
  if (folds && verdict.relation !== 'revision') return verdict.guards.length > 0 ? 'mark' : 'fold';
  return verdict.relation === 'revision' || verdict.demands.length > 0 ? 'mark' : 'show';
}
