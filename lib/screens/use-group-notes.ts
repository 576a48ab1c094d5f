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

/** Some fields of a group's notes as they are to be. */
export type NotesChange = { group: Group; fields: Partial<Omit<GroupNotes, keyof Group>> };

export type NotesInHand = {
  /** Undefined until they have been read. What is written but not yet stored is in them. */
  notes: ReadonlyMap<string, GroupRow> | undefined;
  states: ReadonlyMap<string, NotesState>;
  error: unknown;
  /** Changes some fields of groups' notes and saves all fields, so that no call takes another's words back. One call for all. */
  change(changes: readonly NotesChange[]): void;
  /** The notes of a group as they are by now, also between two renderings. */
  rowOf(group: Group): GroupRow;
  /** Saves once more what could not be saved. */
  retry(groups: readonly Group[]): void;
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
  const save = async (rows: readonly GroupRow[]) => {
    const put = (of: readonly GroupRow[], state: NotesState) =>
      keep(withRows(newest.current, of, state));
    put(rows, { kind: 'saving' });
    keepUnsaved(rows);
    const newestOf = () => rows.filter((row) => newest.current.rows.get(row.id) === row);
    const state = await saved(rows, newestOf);
    if (state.kind === 'saved') dropUnsaved(rows);
    put(newestOf(), state);
  };
  useEffect(() => {
    const left = unsavedNotes();
    if (left.length > 0) void save(left);
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
    rowOf,
    change: (changes) =>
      void save(changes.map(({ group, fields }) => ({ ...rowOf(group), ...fields }))),
    retry: (groups) => void save(groups.map((group) => ({ ...rowOf(group) }))),
  };
}

function inHand(stored: readonly GroupRow[], written: Written['rows']): Map<string, GroupRow> {
  return new Map([...stored.map((row) => [row.id, row] as const), ...written]);
}

function withRows(before: Written, rows: readonly GroupRow[], state: NotesState): Written {
  return {
    rows: new Map([...before.rows, ...rows.map((row) => [row.id, row] as const)]),
    states: new Map([...before.states, ...rows.map(({ id }) => [id, state] as const)]),
  };
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

/** Saves, again where nobody answered: then only what no newer words have been sent for meanwhile. */
async function saved(
  rows: readonly GroupRow[],
  newestOf: () => readonly GroupRow[],
): Promise<NotesState> {
  let unsaved = rows;
  for (let attempt = 0; ; attempt++) {
    try {
      const notes = unsaved.map(({ id: _, ...fields }) => fields);
      await call('setGroups', notes);
      return { kind: 'saved' };
    } catch (error) {
      const wait = AGAIN_AFTER_MS[attempt];
      const mayHelp = error instanceof CallFailed && error.kind === 'no-answer';
      if (mayHelp && wait !== undefined) {
        await new Promise((resolve) => setTimeout(resolve, wait));
        unsaved = newestOf();
        if (unsaved.length > 0) continue;
      }
      console.error(error);
      return { kind: 'failed', reason: failureWords(error) };
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
