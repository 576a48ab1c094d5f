import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { DemandKind } from '../../../lib/detect/types';
import { DEMAND_KINDS, demandWord } from '../../demand-words';
import { showNumber, showShare } from '../../show-amount';
import { siteWord } from '../../site-word';
import { disposalWord, suspicionWord } from './checkup-words';
import { named } from './group-name';
import type { GroupLine } from './group-table-model';

/** One group in the table. Its name is the button that opens it. */
export function GroupLineRow(props: {
  line: GroupLine;
  isOpen: boolean;
  isTicked: boolean;
  detailsId: string;
  onToggle(key: string): void;
  onTick(keys: readonly string[], ticked: boolean): void;
}) {
  const { line, isOpen, isTicked, detailsId, onToggle, onTick } = props;
  const cells = useMemo(() => <Cells line={line} />, [line]);
  // The same cells for the same line: sorting five hundred lines then only moves them.
  return useMemo(
    () => (
      <tr class={lineClass(isOpen, isTicked)}>
        <td class="tick">
          <input
            type="checkbox"
            aria-label={i18n.t('bulk_tick', { chat: named(line.facts.chat) })}
            checked={isTicked}
            onChange={(event) => onTick([line.key], event.currentTarget.checked)}
          />
        </td>
        <th scope="row">
          <button
            type="button"
            class="opener"
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailsId : undefined}
            title={line.facts.chat}
            onClick={() => onToggle(line.key)}
          >
            {line.facts.chat === '' ? i18n.t('unnamed_chat') : <bdi>{line.facts.chat}</bdi>}
          </button>
        </th>
        {cells}
      </tr>
    ),
    [line, isOpen, isTicked, detailsId],
  );
}

function lineClass(isOpen: boolean, isTicked: boolean): string {
  return `line${isOpen ? ' open' : ''}${isTicked ? ' ticked' : ''}`;
}

/** Stands for what is still being read. */
function NotYet() {
  return <span class="note">…</span>;
}

function Cells({ line }: { line: GroupLine }) {
  const { facts, overlap } = line;
  const { counts, suspicions, notes } = facts;
  const byKind = kindWords(counts.demands);
  return (
    <>
      <td>{siteWord(facts.site)}</td>
      <td class="day">{facts.firstDay}</td>
      <td class="day">{facts.lastDay}</td>
      <Figure>{showNumber(counts.messages)}</Figure>
      <Figure>{showNumber(counts.notices)}</Figure>
      <Figure>{shareWord(line.copyShare)}</Figure>
      <Figure>{shareWord(line.traceShare)}</Figure>
      <td class="demands-cell" title={byKind.join(i18n.t('list_separator'))}>
        <span class="number">{showNumber(line.demands)}</span>
        <span class="note">{byKind[0]}</span>
      </td>
      <Figure>{shareWord(line.offHoursShare)}</Figure>
      <td class="overlap-cell">
        {!line.isWhole && <NotYet />}
        {overlap && (
          <>
            <span class="number">{showShare(overlap.share)}</span>
            <span class="note" title={overlap.chat}>
              {named(overlap.chat)}
            </span>
          </>
        )}
      </td>
      <td class="suspicions">
        {!line.isWhole && <NotYet />}
        {suspicions.map(({ kind }) => (
          <span key={kind} class="suspicion">
            {suspicionWord(kind)}
          </span>
        ))}
      </td>
      <td class={notes?.disposal ? 'disposal' : 'disposal note'}>
        {disposalWord(notes?.disposal ?? null)}
      </td>
    </>
  );
}

function Figure(props: { children: ComponentChildren }) {
  return <td class="number right">{props.children}</td>;
}

function shareWord(share: number | null): string {
  return share === null ? '–' : showShare(share);
}

/** Demands by kind, the most frequent first. */
function kindWords(demands: Partial<Record<DemandKind, number>>): string[] {
  return DEMAND_KINDS.filter((kind) => (demands[kind] ?? 0) > 0)
    .sort((one, other) => (demands[other] ?? 0) - (demands[one] ?? 0))
    .map((kind) => `${demandWord(kind)} ${showNumber(demands[kind] ?? 0)}`);
}
