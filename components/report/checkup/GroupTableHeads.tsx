import { i18n } from '#i18n';
import { COLUMNS, type Column, type Sorting } from './group-table-model';

/** The heads of the table of groups. Each but that of the ticks is the button that sorts by it. */
export function GroupTableHeads(props: { sorting: Sorting; onSort(column: Column): void }) {
  const { sorting } = props;
  const direction = sorting.descending ? 'descending' : 'ascending';
  return (
    <thead>
      <tr>
        <th scope="col" class="tick">
          <span class="unseen">{i18n.t('bulk_column')}</span>
        </th>
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
