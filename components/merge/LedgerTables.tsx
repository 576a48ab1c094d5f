import { i18n } from '#i18n';
import type { DemandKind } from '../../lib/detect/types';
import type { LedgerLine, Section } from '../../lib/export/ledger-lines';
import { demandWord } from '../demand-words';
import { showNumber } from '../show-amount';
import { GroupTable } from './GroupTable';
import { ScrolledTable } from './ScrolledTable';
import { showCost } from './show-cost';

/** What several tallies come to, as lines of its file. */
export type LedgerView = {
  lines: readonly LedgerLine[];
  contributors: number;
  /** False: too few contributors, totals only. */
  isBrokenDown: boolean;
  /** What has to be known before the figures are trusted, a sentence each. */
  warnings: readonly string[];
  /** Version of the formula that the minutes are by. */
  formula: number;
  /** Names that were found for codes, by "site|code". */
  names: ReadonlyMap<string, string>;
};

/** The ledger: totals, demands, groups, hours. */
export function LedgerTables(view: LedgerView) {
  const linesOf = (section: Section) => view.lines.filter((line) => line.section === section);
  const [total] = linesOf('total');
  const [single] = linesOf('single');
  return (
    <>
      <Warnings warnings={view.warnings} />
      {total?.from && total.to && (
        <p>{i18n.t('export_page_printed', { from: total.from, to: total.to })}</p>
      )}
      {total && <Totals line={total} />}
      <p class="note">{i18n.t('merge_basis', { version: view.formula })}</p>
      {view.isBrokenDown && (
        <>
          <h3>{i18n.t('merge_by_demand')}</h3>
          <p class="note">{i18n.t('merge_by_demand_hint')}</p>
          <Demands lines={linesOf('demand')} />
          <h3>{i18n.t('merge_by_group')}</h3>
          <p class="note">
            {i18n.t('merge_by_group_hint', {
              groups: showNumber(single?.groups ?? 0),
              cost: showCost(single?.minutes ?? 0),
            })}
          </p>
          {linesOf('group').length === 0 ? (
            <p>{i18n.t('merge_no_groups')}</p>
          ) : (
            <GroupTable lines={linesOf('group')} names={view.names} />
          )}
          <details>
            <summary>{i18n.t('merge_by_hour')}</summary>
            <p class="note">{i18n.t('merge_by_hour_hint')}</p>
            <Hours lines={linesOf('hour')} />
          </details>
        </>
      )}
    </>
  );
}

function Warnings({ warnings }: Pick<LedgerView, 'warnings'>) {
  if (warnings.length === 0) return null;
  return (
    <ul class="merge-warnings">
      {warnings.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
    </ul>
  );
}

function Totals({ line }: { line: LedgerLine }) {
  const { people, groups, days, messages, copies, replies, times, offHours, minutes } = line;
  const figures: [string, string][] = [
    [i18n.t('merge_people'), showNumber(people)],
    [i18n.t('merge_groups'), showNumber(groups)],
    [i18n.t('merge_days'), showNumber(days)],
    [i18n.t('merge_cost'), showCost(minutes)],
    [i18n.t('count_messages'), showNumber(messages)],
    [i18n.t('count_copies'), showNumber(copies)],
    [i18n.t('merge_demands'), showNumber(times)],
    [i18n.t('count_replies'), showNumber(replies)],
    [i18n.t('merge_off_hours'), showNumber(offHours)],
  ];
  return (
    <dl class="merge-totals" aria-label={i18n.t('merge_totals')}>
      {figures.map(([word, figure]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd class="number">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function Demands({ lines }: { lines: readonly LedgerLine[] }) {
  const columns = [
    i18n.t('merge_people'),
    i18n.t('merge_groups'),
    i18n.t('merge_days'),
    i18n.t('merge_times'),
    i18n.t('merge_cost'),
  ];
  return (
    <ScrolledTable label={i18n.t('merge_by_demand')}>
      <thead>
        <tr>
          <th scope="col">{i18n.t('merge_demands')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" class="right">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.item}>
            <th scope="row">{demandWord(line.item as DemandKind)}</th>
            {[line.people, line.groups, line.days, line.times].map((count, column) => (
              <td key={column} class="right number">
                {showNumber(count)}
              </td>
            ))}
            <td class="right number">{showCost(line.minutes)}</td>
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  );
}

function Hours({ lines }: { lines: readonly LedgerLine[] }) {
  return (
    <table class="merge-hours">
      <thead>
        <tr>
          <th scope="col">{i18n.t('merge_hour')}</th>
          <th scope="col" class="right">
            {i18n.t('count_messages')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ item, times }) => (
          <tr key={item}>
            <th scope="row" class="number">{`${item}:00`}</th>
            <td class="right number">{showNumber(times)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
