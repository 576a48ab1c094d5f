import { useEffect, useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { showNumber } from './show-amount';

/** Rows of the file shown before it is written: enough to see what kind of thing goes out. */
const SHOWN_ROWS = 6;

/** What a tally file will hold, before it is written. Names are left out unless the reader lets them in. */
export function ExportPreview(props: {
  rows: readonly (readonly (string | number | null)[])[];
  withNames: boolean;
  onNames(withNames: boolean): void;
  onSave(): void;
  onCancel(): void;
}) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // The preview opens below the button that asked for it: without this a screen reader would not notice it. Closed from
  // within, it gives the keyboard back to that button.
  useEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus();
    return () => {
      // Nobody took the focus from what is gone now.
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <section class="preview" aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`} ref={heading} tabIndex={-1}>
        {i18n.t('export_title')}
      </h2>
      <p class="note">{i18n.t('export_hint')}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={props.withNames}
          onChange={(event) => props.onNames(event.currentTarget.checked)}
        />
        {i18n.t('export_names')}
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section class="sheet" aria-label={i18n.t('export_preview')} tabIndex={0}>
        <Sheet rows={props.rows.slice(0, SHOWN_ROWS)} />
      </section>
      <p class="note">{i18n.t('export_rows', { count: showNumber(props.rows.length) })}</p>
      <div class="actions">
        <button type="button" class="button main" onClick={props.onSave}>
          {i18n.t('export_save')}
        </button>
        <button type="button" class="button" onClick={props.onCancel}>
          {i18n.t('export_cancel')}
        </button>
      </div>
    </section>
  );
}

function Sheet(props: { rows: readonly (readonly (string | number | null)[])[] }) {
  const [heads = [], ...lines] = props.rows;
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((cells) => (
          <tr key={cells.slice(0, 3).join('|')}>
            {cells.map((cell, column) => (
              <td key={heads[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
