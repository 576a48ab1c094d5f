import { Fragment } from 'preact';
import { useCallback, useId, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { showNumber } from '../../show-amount';
import { type DetailsActions, GroupDetails } from './GroupDetails';
import { GroupFilters } from './GroupFilters';
import { GroupLineRow } from './GroupLineRow';
import type { NotesState } from './GroupNotes';
import {
  COLUMNS,
  type Column,
  FIRST_SORTING,
  type GroupFilter,
  type GroupLine,
  NO_FILTER,
  type Sorting,
  shownLines,
  sortedBy,
} from './group-table-model';

/**
 * Lines shown at first, and more with every click: as many groups as anyone was reported to be in. Making and laying out
 * five hundred lines at every sorting takes longer than a frame.
 */
const LINES = 60;

export type GroupTableProps = DetailsActions & {
  lines: readonly GroupLine[];
  /** Names what the figures are of: another period sorts anew. */
  linesOf: string;
  notesStates: ReadonlyMap<string, NotesState>;
};

/** Every group in one table that can be sorted and filtered; one line at a time opens. */
export function GroupTable(props: GroupTableProps) {
  const { lines } = props;
  const [filter, setFilter] = useState(NO_FILTER);
  const [sorting, setSorting] = useState(FIRST_SORTING);
  const narrow = (change: Partial<GroupFilter>) =>
    setFilter((before) => ({ ...before, ...change }));
  const [most, setMost] = useState(LINES);
  const shown = useStandingOrder(props, filter, sorting);
  return (
    <section class="part groups">
      <h2>{i18n.t('checkup_table')}</h2>
      <GroupFilters lines={lines} filter={filter} onFilter={narrow} />
      <p class="note" role="status">
        {i18n.t('checkup_shown', {
          shown: showNumber(shown.length),
          all: showNumber(lines.length),
        })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section class="wide" aria-label={i18n.t('checkup_table')} tabIndex={0}>
        <table>
          <Heads
            sorting={sorting}
            onSort={(column) => setSorting((before) => sortedBy(column, before))}
          />
          <Lines {...props} lines={shown.slice(0, most)} />
        </table>
      </section>
      {shown.length > most && (
        <button type="button" class="button" onClick={() => setMost(most + LINES)}>
          {i18n.t('checkup_more', { count: showNumber(Math.min(LINES, shown.length - most)) })}
        </button>
      )}
    </section>
  );
}

/**
 * The lines in the order of the last sorting and filtering. New figures and notes show in their place, and what has come
 * in or fits since then at the end: a line that moved or went while the reader writes in it would take the pen out of
 * their hand.
 */
function useStandingOrder(
  { lines, linesOf }: GroupTableProps,
  filter: GroupFilter,
  sorting: Sorting,
): GroupLine[] {
  const standing = useMemo(() => new Set<string>(), [linesOf, filter, sorting]);
  return useMemo(() => {
    const others = lines.filter(({ key }) => !standing.has(key));
    for (const { key } of shownLines(others, filter, sorting)) standing.add(key);
    const byKey = new Map(lines.map((line) => [line.key, line]));
    return [...standing].flatMap((key) => byKey.get(key) ?? []);
  }, [lines, standing]);
}

function Lines(props: GroupTableProps) {
  const [open, setOpen] = useState<string | null>(null);
  const toggle = useCallback((key: string) => {
    setOpen((before) => (before === key ? null : key));
  }, []);
  const detailsId = useId();
  return (
    <tbody>
      {/* By place, not by group: sorting then writes other words into the same cells, which takes half the time. */}
      {props.lines.map((line, place) => (
        <Fragment key={place}>
          <GroupLineRow
            line={line}
            isOpen={line.key === open}
            detailsId={detailsId}
            onToggle={toggle}
          />
          {line.key === open && (
            <tr key={line.key} id={detailsId}>
              <td colSpan={COLUMNS.length}>
                <GroupDetails
                  line={line}
                  state={props.notesStates.get(line.key)}
                  onNotes={props.onNotes}
                  onRetry={props.onRetry}
                />
              </td>
            </tr>
          )}
        </Fragment>
      ))}
    </tbody>
  );
}

function Heads(props: { sorting: Sorting; onSort(column: Column): void }) {
  const { sorting } = props;
  const direction = sorting.descending ? 'descending' : 'ascending';
  return (
    <thead>
      <tr>
        {COLUMNS.map((column) => {
          const isSorted = column === sorting.column;
          return (
            <th
              key={column}
              scope="col"
              class={column}
              aria-sort={isSorted ? direction : undefined}
            >
              <button type="button" onClick={() => props.onSort(column)}>
                {columnWord(column)}
                <span aria-hidden="true">{isSorted ? (sorting.descending ? ' ↓' : ' ↑') : ''}</span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function columnWord(column: Column): string {
  const words: Record<Column, string> = {
    name: i18n.t('checkup_column_name'),
    site: i18n.t('export_site'),
    first: i18n.t('checkup_column_first'),
    last: i18n.t('checkup_column_last'),
    messages: i18n.t('count_messages'),
    notices: i18n.t('count_notices'),
    copies: i18n.t('checkup_column_copies'),
    traces: i18n.t('checkup_column_traces'),
    demands: i18n.t('count_demands'),
    offHours: i18n.t('checkup_column_off_hours'),
    overlap: i18n.t('checkup_column_overlap'),
    suspicions: i18n.t('checkup_column_suspicions'),
    disposal: i18n.t('checkup_disposal'),
  };
  return words[column];
}
