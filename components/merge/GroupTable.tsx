import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LedgerLine } from '../../lib/export/ledger-lines';
import { showNumber } from '../show-amount';
import { ScrolledTable } from './ScrolledTable';
import { showCost } from './show-cost';

/** Groups shown before one asks for all: as many as one can read. */
const SHOWN = 30;

/** Digits of a code that are shown; the whole one stands in the exported file. */
const SHOWN_DIGITS = 8;

/** Groups that several have, the costliest first. Groups, never persons. `names`: by "site|code". */
export function GroupTable(props: {
  lines: readonly LedgerLine[];
  names: ReadonlyMap<string, string>;
}) {
  const [all, setAll] = useState(false);
  const shown = all ? props.lines : props.lines.slice(0, SHOWN);
  return (
    <>
      <ScrolledTable label={i18n.t('merge_by_group')}>
        <Head />
        <tbody>
          {shown.map((line) => {
            const key = `${line.site}|${line.item}`;
            return <GroupRow key={key} line={line} name={props.names.get(key)} />;
          })}
        </tbody>
      </ScrolledTable>
      {shown.length < props.lines.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {i18n.t('merge_all_groups', { count: showNumber(props.lines.length) })}
        </button>
      )}
    </>
  );
}

function Head() {
  const columns = [
    i18n.t('merge_people'),
    i18n.t('merge_cost'),
    i18n.t('count_messages'),
    i18n.t('count_copies'),
    i18n.t('merge_demands'),
    i18n.t('merge_off_hours'),
    i18n.t('merge_days'),
  ];
  return (
    <thead>
      <tr>
        <th scope="col">{i18n.t('merge_group')}</th>
        {columns.map((column) => (
          <th key={column} scope="col" class="right">
            {column}
          </th>
        ))}
        <th scope="col">{i18n.t('merge_last')}</th>
        <th scope="col">{i18n.t('merge_suggested')}</th>
      </tr>
    </thead>
  );
}

function GroupRow({ line, name }: { line: LedgerLine; name: string | undefined }) {
  const numbers = [
    showNumber(line.people),
    showCost(line.minutes),
    ...[line.messages, line.copies, line.times, line.offHours, line.days].map(showNumber),
  ];
  const code = i18n.t('merge_group_code', { code: line.item.slice(0, SHOWN_DIGITS) });
  return (
    <tr>
      <th scope="row" title={line.item}>
        {name ? <bdi>{name}</bdi> : code}
      </th>
      {numbers.map((number, column) => (
        <td key={column} class="right number">
          {number}
        </td>
      ))}
      <td class="number">{line.to}</td>
      <td>{suggestedWords(line)}</td>
    </tr>
  );
}

function suggestedWords({ keep, merge, dissolve, regulate }: LedgerLine): string {
  const parts = [
    keep > 0 && i18n.t('merge_disposal_keep', { count: showNumber(keep) }),
    merge > 0 && i18n.t('merge_disposal_merge', { count: showNumber(merge) }),
    dissolve > 0 && i18n.t('merge_disposal_dissolve', { count: showNumber(dissolve) }),
    regulate > 0 && i18n.t('merge_disposal_regulate', { count: showNumber(regulate) }),
  ];
  return parts.filter((part) => part !== false).join(' · ');
}
