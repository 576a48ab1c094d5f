import { Fragment, type Ref } from 'preact';
import { useCallback, useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Reduction } from '../../../lib/tally/reduction';
import { showNumber } from '../../show-amount';
import { useByFrames } from '../../use-by-frames';
import { DisposalBar, type DisposalsProps } from './DisposalBar';
import { type DetailsActions, GroupDetails } from './GroupDetails';
import { GroupFilters } from './GroupFilters';
import { GroupLineRow } from './GroupLineRow';
import type { NotesState } from './GroupNotes';
import { GroupTableHeads } from './GroupTableHeads';
import {
  COLUMNS,
  FIRST_SORTING,
  type GroupFilter,
  type GroupLine,
  sortedBy,
} from './group-table-model';
import { ReductionLine } from './ReductionLine';
import { useStandingOrder } from './use-standing-order';
import type { Ticked } from './use-ticked';

/**
 * Lines shown at first, and more with every click: as many groups as anyone was reported to be in. Making and laying out
 * five hundred lines at every sorting takes longer than a frame.
 */
const LINES = 60;

/** Lines drawn in one frame: sixty took up to 74 ms, eight up to 54. */
const FRAME_LINES = 6;

export type GroupTableProps = DetailsActions & {
  lines: readonly GroupLine[];
  /** Names what the figures are of: another period sorts anew. */
  linesOf: string;
  /** False while overlaps and suspicions are still read. The lines then find their places: nothing can be clicked that would slip away. */
  isWhole: boolean;
  notesStates: ReadonlyMap<string, NotesState>;
  reduction: Reduction;
  disposals: DisposalsProps;
};

type ViewProps = {
  filter: GroupFilter;
  onFilter(change: Partial<GroupFilter>): void;
  ticked: Ticked;
  bar: Ref<HTMLDivElement>;
};

/** Every group in one table that can be sorted and filtered; one line at a time opens, several can be ticked. */
export function GroupTable(props: GroupTableProps & ViewProps) {
  const { lines, filter, ticked } = props;
  const [sorting, setSorting] = useState(FIRST_SORTING);
  const [most, setMost] = useState(LINES);
  const shown = useStandingOrder(props, filter, sorting);
  const atMost = Math.min(props.isWhole ? most : FRAME_LINES, shown.length);
  const drawn = useByFrames(atMost, FRAME_LINES, [filter, sorting, props.linesOf]);
  /** Another order begins at its top again: nobody reads on where other groups stand now. */
  const anew = () => setMost(LINES);
  return (
    <section
      class="part groups"
      inert={!props.isWhole}
      aria-busy={!props.isWhole || drawn < atMost}
    >
      <h2>{i18n.t('checkup_table')}</h2>
      <ReductionLine reduction={props.reduction} />
      <GroupFilters
        lines={lines}
        filter={filter}
        onFilter={(change) => {
          anew();
          props.onFilter(change);
        }}
      />
      <p class="note" role="status">
        {i18n.t('checkup_shown', {
          shown: showNumber(shown.length),
          all: showNumber(lines.length),
        })}
      </p>
      <DisposalBar
        {...props.disposals}
        bar={props.bar}
        shown={shown.length}
        // What is not shown is not set: nobody decides over what they do not see.
        ticked={shown.filter(({ key }) => ticked.keys.has(key)).map(({ facts }) => facts)}
        onAll={(on) => ticked.set(on ? shown.map(({ key }) => key) : [...ticked.keys], on)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section class="wide" aria-label={i18n.t('checkup_table')} tabIndex={0}>
        <table>
          <GroupTableHeads
            sorting={sorting}
            onSort={(column) => {
              anew();
              setSorting((before) => sortedBy(column, before));
            }}
          />
          <Lines {...props} lines={shown.slice(0, drawn)} />
        </table>
      </section>
      {props.isWhole && shown.length > most && (
        <button type="button" class="button" onClick={() => setMost(most + LINES)}>
          {i18n.t('checkup_more', { count: showNumber(Math.min(LINES, shown.length - most)) })}
        </button>
      )}
    </section>
  );
}

function Lines(props: GroupTableProps & Pick<ViewProps, 'ticked'>) {
  const [open, setOpen] = useState<string | null>(null);
  const toggle = useCallback((key: string) => {
    setOpen((before) => (before === key ? null : key));
  }, []);
  const detailsId = useId();
  const { ticked } = props;
  return (
    <tbody>
      {/* By place, not by group: sorting then writes other words into the same cells, which takes half the time. */}
      {props.lines.map((line, place) => (
        <Fragment key={place}>
          <GroupLineRow
            line={line}
            isOpen={line.key === open}
            isTicked={ticked.keys.has(line.key)}
            detailsId={detailsId}
            onToggle={toggle}
            onTick={ticked.set}
          />
          {line.key === open && (
            <tr key={line.key} id={detailsId}>
              <td colSpan={COLUMNS.length + 1}>
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
