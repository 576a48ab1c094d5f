import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useOpened } from '../use-opened';
import type { ChartRows, CopyCells } from './chart-table';

/** The same figures as a chart, in a table that opens below it and can be copied into a spreadsheet. */
export function ChartTable(props: { caption: string; table: ChartRows; onCopy: CopyCells }) {
  const { caption, table, onCopy } = props;
  // A year has a thousand cells that few will look at: they are made when the table is opened.
  const { wasOpened, onToggle } = useOpened();
  return (
    <details class="figures-table" onToggle={onToggle}>
      <summary>
        {i18n.t('overview_table')}
        <span class="unseen">{` ${caption}`}</span>
      </summary>
      {wasOpened && (
        <>
          <CopyButton table={table} onCopy={onCopy} />
          <PlainTable caption={caption} table={table} />
        </>
      )}
    </details>
  );
}

/** Numbers stand to the right. */
export function PlainTable(props: { caption: string; table: ChartRows }) {
  const { head, rows } = props.table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table scrolls within itself, also by keyboard
    <section class="wide plain" aria-label={props.caption} tabIndex={0}>
      <table>
        <caption class="unseen">{props.caption}</caption>
        <thead>
          <tr>
            {head.map((word, at) => (
              <th key={word} scope="col" class={at === 0 ? undefined : 'right'}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = '', ...cells], row) => (
            <tr key={`${row} ${name}`}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {cells.map((cell, at) => (
                <td key={head[at + 1]} class="right number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Says in its own place what came of it, for as long as the figures are those that were copied. `busy`: others are read. */
export function CopyButton(props: { table: ChartRows; busy?: boolean; onCopy: CopyCells }) {
  const [copied, setCopied] = useState<{ figures: string; isDone: boolean } | null>(null);
  const { head, rows } = props.table;
  const figures = useMemo(() => JSON.stringify(props.table), [props.table]);
  const copy = () => {
    void props.onCopy([head, ...rows]).then((isDone) => setCopied({ figures, isDone }));
  };
  const done = copied?.figures === figures ? copied.isDone : null;
  return (
    <p class="copy">
      <button type="button" class="button small" disabled={props.busy ?? false} onClick={copy}>
        {i18n.t('overview_copy')}
      </button>
      <span class="note" role="status">
        {done === null ? '' : done ? i18n.t('overview_copied') : i18n.t('overview_copy_failed')}
      </span>
    </p>
  );
}
