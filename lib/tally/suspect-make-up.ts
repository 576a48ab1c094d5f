import type { DemandKind } from '../detect/types.ts';
import { GROUP_THRESHOLDS as LIMIT } from './group-thresholds.ts';
import type { Counts } from './rows.ts';
import type { GroupMaterial, SuspicionFound } from './suspicion.ts';

/** Demands for a trace that something was done, rather than for work. A ranking asks for nothing. */
export const TRACE_KINDS: readonly DemandKind[] = [
  'reply',
  'relay',
  'check-in',
  'screenshot',
  'photo',
  'location',
  'share',
  'study',
];

/** Messages of others. */
export function othersOf(counts: Counts): number {
  return counts.messages - counts.own;
}

/** Trace requests of a chat. A message that asks for two traces counts twice. */
export function tracesOf(counts: Counts): number {
  return TRACE_KINDS.reduce((sum, kind) => sum + (counts.demands[kind] ?? 0), 0);
}

/** Notices and copies: what says something to many. */
export function statementsOf(counts: Counts): number {
  return counts.notices + counts.copies;
}

/** Share of trace requests and replies among the messages of others, 0 to 1; null where there were none. */
export function traceShareOf(counts: Counts): number | null {
  const others = othersOf(counts);
  return others <= 0 ? null : Math.min(1, (counts.replies + tracesOf(counts)) / others);
}

/**
 * A group that is mostly there to show that something was done: check-ins, photos and the answers to them. Replies alone
 * make none: a hundred people answer any notice that asks for it.
 */
export function suspectShow({ counts, activeDays }: GroupMaterial): SuspicionFound | null {
  const messages = othersOf(counts);
  const traces = tracesOf(counts);
  const notices = statementsOf(counts);
  const shown = traces - (counts.demands.reply ?? 0);
  const isShow =
    messages >= LIMIT.makeUpMessages &&
    activeDays >= LIMIT.makeUpDays &&
    (traceShareOf(counts) ?? 0) >= LIMIT.showShare &&
    shown >= LIMIT.showTraces &&
    shown >= LIMIT.showTracesPerNotice * notices;
  if (!isShow) return null;
  return { kind: 'show', evidence: { messages, replies: counts.replies, traces, notices } };
}

/** A group for chatting: messages that are neither notice, demand nor reply, and hardly anything else. */
export function suspectOther({ counts, activeDays }: GroupMaterial): SuspicionFound | null {
  const messages = othersOf(counts);
  const notices = statementsOf(counts);
  const demands = Object.values(counts.demands).reduce((sum, count) => sum + (count ?? 0), 0);
  const chatter = Math.max(0, messages - notices - demands - counts.replies);
  const isChatter =
    messages >= LIMIT.makeUpMessages &&
    activeDays >= LIMIT.makeUpDays &&
    chatter >= LIMIT.chatterShare * messages &&
    notices <= LIMIT.chatterNotices * messages;
  return isChatter ? { kind: 'other', evidence: { messages, chatter, notices } } : null;
}
