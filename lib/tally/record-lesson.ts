import type { Guard, JudgeOptions, Verdict } from '../detect/types.ts';
import type { Answer, ChatCalls } from '../messages/protocol.ts';
import { answerFor } from './answer.ts';
import type { TallyDb } from './db.ts';
import { editKey } from './edit-key.ts';
import { putIn, takeOut } from './record-message.ts';
import type { Recording } from './recording.ts';
import type { MessageRow } from './rows.ts';

/** The content keys of all lessons, as the judge takes them. */
export type Lessons = Pick<JudgeOptions, 'notCopies' | 'alwaysFold'>;

type Lesson = Parameters<ChatCalls['teach']>[0]['lesson'];

/** The judge's reason where the user had the last word. */
const TAUGHT = 'user';

/** Guards that come from what a message was likened to; they go with the likeness. */
const MATCH_GUARDS: ReadonlySet<Guard> = new Set([
  'revision',
  'too-old',
  'approximate-size',
  'comment',
  'attachment',
]);

/**
 * Keeps what the user taught about the content of a message, and changes the verdict of every stored message with
 * this content. `forget` gives back the judge's own verdict; a message that arrived while the lesson held keeps its.
 */
export async function recordLesson<Index>(
  recording: Recording<Index>,
  db: TallyDb,
  { key, lesson }: { key: string; lesson: Lesson },
): Promise<Answer> {
  const { ledger, keeper, now } = recording;
  await ledger.loadMessages([key]);
  const taught = ledger.message(key);
  if (!taught) return { verdicts: [], notices: [] };
  const { contentKey } = taught;
  if (lesson === 'forget') await db.exceptions.delete(contentKey);
  else await db.exceptions.put({ contentKey, lesson, time: now });
  const keys = await db.messages.where('contentKey').equals(contentKey).primaryKeys();
  await ledger.loadMessages(keys);
  const rows = keys.flatMap((same) => ledger.message(same) ?? []);
  const verdicts = rows.flatMap(({ verdict, untaught }) =>
    untaught ? [verdict, untaught] : verdict,
  );
  const versions = verdicts.flatMap(({ notice, of }) => [notice, of]);
  // The names under which they would found versions of their own, too.
  const own = rows.flatMap(({ key: same, hash }) => [same, editKey(same, hash)]);
  await ledger.loadNotices([...own, ...versions.filter((id) => id !== null)]);
  await keeper.catchUp(ledger.before);
  for (const same of keys) reconsider(recording, same, lesson);
  return answerFor(ledger, keys, ledger.changedNotices);
}

/** Everything that the user has taught. */
export async function lessonsIn(db: TallyDb): Promise<Lessons> {
  const rows = await db.exceptions.toArray();
  const taught = (lesson: string) =>
    new Set(rows.filter((row) => row.lesson === lesson).map(({ contentKey }) => contentKey));
  return { notCopies: taught('not-copy'), alwaysFold: taught('always-fold') };
}

function reconsider<Index>(recording: Recording<Index>, key: string, lesson: Lesson): void {
  const { ledger } = recording;
  const row = ledger.editMessage(key);
  if (!row) return;
  const own = row.untaught ?? row.verdict;
  const verdict = verdictAfter(row, own, lesson, ledger.notice(key) !== undefined);
  if (verdict === own) delete row.untaught;
  else row.untaught = own;
  moveTo(recording, row, verdict);
}

/** Gives a message another verdict, and takes it to the version that this names. */
function moveTo<Index>(recording: Recording<Index>, row: MessageRow, verdict: Verdict): void {
  // No revision any more, or one again: what it changes has to be told.
  const isTurned = (verdict.relation === 'revision') !== (row.verdict.relation === 'revision');
  const isMoved = verdict.notice !== row.verdict.notice || isTurned;
  if (isMoved) keepWords(recording, row, verdict);
  if (isMoved) takeOut(recording, row);
  row.verdict = verdict;
  if (isMoved) putIn(recording, row);
}

/**
 * The version that it founds asks for the same as the one that it leaves, which may be gone by then. The number of its
 * own words goes along, too.
 */
function keepWords<Index>(
  { ledger, asks, evidence }: Recording<Index>,
  { key, verdict: { notice: left } }: MessageRow,
  { notice: founded }: Verdict,
): void {
  const version = left === null ? undefined : ledger.notice(left);
  if (!version || founded === null) return;
  if (version.asks) asks.set(founded, version.asks);
  if (version.evidence?.key === key) evidence.set(founded, version.evidence);
}

function verdictAfter(
  row: MessageRow,
  own: Verdict,
  lesson: Lesson,
  isNameTaken: boolean,
): Verdict {
  if (lesson === 'always-fold') {
    const isHeld = own.guards.length > 0 || own.relation === 'revision';
    return { ...own, action: isHeld ? 'mark' : 'fold', reason: TAUGHT };
  }
  const isOfAnother = own.relation === 'copy' || own.relation === 'revision';
  if (lesson === 'forget' || !isOfAnother) return own;
  const guards = own.guards.filter((guard) => !MATCH_GUARDS.has(guard));
  return {
    ...own,
    relation: 'new',
    of: null,
    notice: own.notice === row.key || !isNameTaken ? row.key : editKey(row.key, row.hash),
    partial: false,
    similarity: 0,
    changed: [],
    guards,
    action: unlikeAction({ ...own, guards }),
    reason: TAUGHT,
  };
}

/** The default action of a message that is like no other. */
function unlikeAction({ traceOnly, guards, demands }: Verdict): Verdict['action'] {
  if (traceOnly && guards.length === 0) return 'fold';
  return traceOnly || demands.length > 0 ? 'mark' : 'show';
}
