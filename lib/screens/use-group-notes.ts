import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { NotesState } from '../../components/report/checkup/GroupNotes';
import type { GroupNotes } from '../messages/protocol';
import { CallFailed, call } from '../messages/send';
import { groupId } from '../tally/group-notes';
import { readingDb } from '../tally/query';
import type { GroupRow } from '../tally/rows';
import { failureWords } from './failure-words';
import { dropUnsaved, keepUnsaved, unsavedNotes } from './unsaved-notes';
import { useLive } from './use-live';

/** Waits before a call that nobody answered is made again: a worker that was just stopped drops calls. */
const AGAIN_AFTER_MS = [200, 1_000];

/** What was written in this page: rows that may not be stored yet, and how the last saving of each group went. */
type Written = {
  rows: ReadonlyMap<string, GroupRow>;
  states: ReadonlyMap<string, NotesState>;
};

type Group = { site: string; chat: string };

export type NotesInHand = {
  /** Undefined until they have been read. What is written but not yet stored is in them. */
  notes: ReadonlyMap<string, GroupRow> | undefined;
  states: ReadonlyMap<string, NotesState>;
  error: unknown;
  /** Changes some fields of a group's notes and saves them all, so that no call takes another's words back. */
  change(group: Group, fields: Partial<Omit<GroupNotes, keyof Group>>): void;
  /** Saves once more what could not be saved. */
  retry(group: Group): void;
};

/** What the user notes of groups, shown at once and saved behind it. Closing the page while something is not saved asks first. */
export function useGroupNotes(): NotesInHand {
  const stored = useLive(() => readingDb().groups.toArray(), []);
  const [written, setWritten] = useState<Written>({ rows: new Map(), states: new Map() });
  // Two fields may be saved between two renderings, and fields are flushed when the page goes.
  const newest = useRef(written);
  const keep = (next: Written) => {
    newest.current = next;
    setWritten(next);
  };
  const save = async (row: GroupRow) => {
    const put = (state: NotesState) => keep(withRow(newest.current, row, state));
    put({ kind: 'saving' });
    keepUnsaved(row);
    const isNewest = () => newest.current.rows.get(row.id) === row;
    const state = await saved(row, isNewest);
    if (state.kind === 'saved') dropUnsaved(row);
    if (isNewest()) put(state);
  };
  useEffect(() => {
    for (const row of unsavedNotes()) void save(row);
  }, []);
  useEffect(() => keep(withoutSaved(newest.current, stored.value ?? [])), [stored.value]);
  useAskBeforeLeaving(written.states);

  const notes = useMemo(
    () => stored.value && inHand(stored.value, written.rows),
    [stored.value, written.rows],
  );
  const rowOf = (group: Group) => {
    const id = groupId(group);
    return newest.current.rows.get(id) ?? notes?.get(id) ?? emptyNotes(group);
  };
  return {
    ...{ notes, states: written.states, error: stored.error },
    change: (group, fields) => void save({ ...rowOf(group), ...fields }),
    retry: (group) => void save({ ...rowOf(group) }),
  };
}

function inHand(stored: readonly GroupRow[], written: Written['rows']): Map<string, GroupRow> {
  return new Map([...stored.map((row) => [row.id, row] as const), ...written]);
}

function withRow({ rows, states }: Written, row: GroupRow, state: NotesState): Written {
  return { rows: new Map(rows).set(row.id, row), states: new Map(states).set(row.id, state) };
}

/**
 * What was saved here is stored by now: from here on changes from elsewhere show too. Words that differ from the stored
 * ones by a blank at the end alone stay, for the blank may be within what is still being typed.
 */
function withoutSaved({ rows, states }: Written, stored: readonly GroupRow[]): Written {
  const byId = new Map(stored.map((row) => [row.id, row]));
  const kept = [...rows].filter(([id, row]) => {
    const isSaved = states.get(id)?.kind === 'saved';
    return !isSaved || isSame(row, byId.get(id) ?? emptyNotes(row));
  });
  return { rows: new Map(kept), states };
}

function isSame(one: GroupRow, other: GroupRow): boolean {
  const texts = ({ purpose, owner, unit, note }: GroupRow) => [purpose, owner, unit, note];
  const words = (row: GroupRow) => JSON.stringify(texts(row).map((text) => text.trim()));
  return words(one) === words(other) && one.disposal === other.disposal;
}

/** Saves, again where nobody answered, unless newer words have been sent meanwhile. */
async function saved(row: GroupRow, isNewest: () => boolean): Promise<NotesState> {
  const { id: _, ...notes } = row;
  for (let attempt = 0; ; attempt++) {
    try {
      await call('setGroup', notes);
      return { kind: 'saved' };
    } catch (error) {
      const wait = AGAIN_AFTER_MS[attempt];
      const mayHelp = error instanceof CallFailed && error.kind === 'no-answer';
      if (!mayHelp || wait === undefined || !isNewest()) {
        console.error(error);
        return { kind: 'failed', reason: failureWords(error) };
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

function useAskBeforeLeaving(states: Written['states']): void {
  const isUnsaved = [...states.values()].some(({ kind }) => kind === 'failed');
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}

function emptyNotes({ site, chat }: Group): GroupRow {
  const id = groupId({ site, chat });
  return { id, site, chat, purpose: '', owner: '', unit: '', note: '', disposal: null };
}
