import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ColumnRole } from '../../lib/import/histories/table';
import { ScrolledTable } from '../merge/ScrolledTable';
import type { FoundTable, HistoriesProps } from './histories-props';

/** Rows of the preview: enough to see what is what. */
const ROWS = 6;

const ROLES = ['time', 'sender', 'text', 'chat'] as const satisfies readonly ColumnRole[];

function roleWord(role: (typeof ROLES)[number]): string {
  const words = {
    time: i18n.t('histories_column_time'),
    sender: i18n.t('histories_column_sender'),
    text: i18n.t('histories_column_text'),
    chat: i18n.t('histories_column_chat'),
  };
  return words[role];
}

/** Which column of a table is which, beside its first rows. */
export function TableColumns(props: FoundTable & Pick<HistoriesProps, 'onTable'>) {
  const id = useId();
  const { path, look, choice } = props;
  const [names = []] = look.rows;
  const choose = (change: Partial<typeof choice>) =>
    props.onTable(path, { ...choice, format: 'csv', ...change });
  return (
    <fieldset class="histories-columns">
      <legend>{i18n.t('histories_columns', { file: path })}</legend>
      <p class="note">{i18n.t('histories_columns_hint')}</p>
      <div class="merge-fields">
        {ROLES.map((role) => (
          <div class="field" key={role}>
            <label for={`${id}-${role}`}>{roleWord(role)}</label>
            <select
              id={`${id}-${role}`}
              value={String(choice.columns[role] ?? -1)}
              onChange={({ currentTarget }) =>
                choose({ columns: withColumn(choice.columns, role, Number(currentTarget.value)) })
              }
            >
              <option value="-1">{i18n.t('histories_column_none')}</option>
              {names.map((name, at) => (
                <option key={at} value={String(at)}>
                  {choice.hasHead && name.trim() !== ''
                    ? name
                    : i18n.t('histories_column', { number: at + 1 })}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      <label class="histories-head">
        <input
          type="checkbox"
          checked={choice.hasHead}
          onChange={({ currentTarget }) => choose({ hasHead: currentTarget.checked })}
        />
        {i18n.t('histories_has_head')}
      </label>
      <ScrolledTable label={i18n.t('histories_preview')}>
        <caption>{i18n.t('histories_preview')}</caption>
        <tbody>
          {look.rows.slice(0, ROWS).map((row, at) => (
            <tr key={at}>
              {row.map((value, column) => (
                <td key={column}>
                  <bdi>{value}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrolledTable>
    </fieldset>
  );
}

function withColumn(
  columns: FoundTable['choice']['columns'],
  role: ColumnRole,
  at: number,
): FoundTable['choice']['columns'] {
  const { [role]: _, ...others } = columns;
  return at < 0 ? others : { ...others, [role]: at };
}
