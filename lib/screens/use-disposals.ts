import { useState } from 'preact/hooks';
import type { DisposalsProps } from '../../components/report/checkup/DisposalBar';
import { groupId } from '../tally/group-notes';
import type { Disposal } from '../tally/rows';
import type { NotesInHand } from './use-group-notes';

type Group = { site: string; chat: string };

/** What was set last for several groups at once, and what stood there before. */
type Last = { disposal: Disposal | null; before: { group: Group; disposal: Disposal | null }[] };

/** Sets what is to become of several groups at once, takes the last setting back, and tells which are not saved. */
export function useDisposals(notes: NotesInHand): DisposalsProps {
  const [last, setLast] = useState<Last | null>(null);
  const [isUndone, setUndone] = useState(false);
  const change = (to: { group: Group; disposal: Disposal | null }[]) =>
    notes.change(to.map(({ group, disposal }) => ({ group, fields: { disposal } })));
  const set = (groups: readonly Group[], disposal: Disposal | null) => {
    const before = groups.map((group) => ({ group, disposal: notes.rowOf(group).disposal }));
    const changed = before.filter((each) => each.disposal !== disposal);
    if (changed.length > 0) change(changed.map(({ group }) => ({ group, disposal })));
    setLast({ disposal, before: changed });
    setUndone(false);
  };
  const undo = () => {
    // What the reader has decided since then stays.
    const still = last?.before.filter(({ group }) => isStill(notes, group, last.disposal)) ?? [];
    if (still.length > 0) change(still);
    setUndone(true);
  };
  return {
    last: last && { count: last.before.length, disposal: last.disposal, isUndone },
    unsaved: unsavedOf(notes),
    onSet: set,
    onUndo: undo,
    onRetry: () => notes.retry(failedGroups(notes)),
  };
}

function isStill({ rowOf }: NotesInHand, group: Group, disposal: Disposal | null): boolean {
  return rowOf(group).disposal === disposal;
}

function failedGroups({ notes, states }: NotesInHand): Group[] {
  return [...(notes?.values() ?? [])].filter((row) => states.get(groupId(row))?.kind === 'failed');
}

/** How many groups' notes are not saved, and why the first of them; null while all are or are being saved. */
function unsavedOf({ states }: NotesInHand): DisposalsProps['unsaved'] {
  const failed = [...states.values()].filter((state) => state.kind === 'failed');
  const [first] = failed;
  return first ? { count: failed.length, reason: first.reason } : null;
}
