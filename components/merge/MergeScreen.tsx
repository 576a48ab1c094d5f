import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LedgerFormat } from '../../lib/screens/ledger-file';
import type { ActionResult } from '../DataActions';
import { showNumber } from '../show-amount';
import { useKeptFocus } from '../use-kept-focus';
import { BrokenFiles, type BrokenTally } from './BrokenFiles';
import { FileDrop, type FileDropWords, type Reading } from './FileDrop';
import { HandOver, type HandOverProps } from './HandOver';
import { LedgerPaper, type LedgerPaperProps } from './LedgerPaper';
import { LedgerTables, type LedgerView } from './LedgerTables';
import { NameGroups } from './NameGroups';
import './merge.css';

export type MergeProps = {
  handOver: HandOverProps;
  reading: Reading | null;
  /** The last reading was stopped, so nothing of it counts. */
  stopped: boolean;
  /** Files that count. */
  read: number;
  broken: readonly BrokenTally[];
  /** Null before anything is merged. */
  ledger: LedgerView | null;
  onFiles(files: readonly File[]): void;
  onStop(): void;
  onClear(): void;
  /** The ledger on paper; null unless the page is being printed. */
  paper: LedgerPaperProps | null;
  /** A file of the ledger is being written. */
  saving: boolean;
  /** What the last file came to. */
  saved: ActionResult;
  onSave(format: LedgerFormat): void;
  onPrint(): void;
  /** Finds what groups these names belong to; returns how many. */
  onName(word: string, names: string[]): Promise<number>;
};

/** The part of the report for whoever receives tallies, and for handing over one's own. */
export function MergeScreen(props: MergeProps) {
  const id = useId();
  const { within, place } = useKeptFocus<HTMLElement, HTMLHeadingElement>();
  return (
    <>
      <section class="part merge-files" aria-labelledby={`${id}-files`} ref={within}>
        <h2 id={`${id}-files`} ref={place} tabIndex={-1}>
          {i18n.t('merge_files_title')}
        </h2>
        <p class="note">{i18n.t('merge_files_hint')}</p>
        <FileDrop
          words={dropWords()}
          accept="application/json,.json"
          reading={props.reading}
          onFiles={props.onFiles}
          onStop={props.onStop}
        />
        <p role="status">{statusWords(props)}</p>
        {props.broken.length > 0 && <BrokenFiles files={props.broken} />}
        {(props.ledger || props.broken.length > 0) && (
          <button type="button" class="link" onClick={props.onClear}>
            {i18n.t('merge_clear')}
          </button>
        )}
      </section>
      {props.paper && <LedgerPaper {...props.paper} />}
      {props.ledger && <LedgerPart {...props} ledger={props.ledger} />}
      <HandOver {...props.handOver} />
    </>
  );
}

function dropWords(): FileDropWords {
  return {
    choose: i18n.t('merge_choose'),
    drop: i18n.t('merge_drop'),
    stop: i18n.t('merge_stop'),
    begun: ({ total }) => i18n.t('merge_reading_begun', { count: showNumber(total) }),
    reading: ({ done, total }) =>
      i18n.t('merge_reading', { done: showNumber(done), total: showNumber(total) }),
  };
}

function statusWords({ stopped, ledger, read }: MergeProps): string {
  if (stopped) return i18n.t('merge_stopped');
  if (!ledger) return '';
  const counts = { count: showNumber(read), people: showNumber(ledger.contributors) };
  const further = read - ledger.contributors;
  if (further <= 0) return i18n.t('merge_read', counts);
  return i18n.t('merge_read_further', { ...counts, further: showNumber(further) });
}

function LedgerPart(props: MergeProps & { ledger: LedgerView }) {
  const id = useId();
  return (
    <section class="part merge-ledger" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('merge_ledger_title')}</h2>
      <LedgerTables {...props.ledger} />
      {props.ledger.isBrokenDown && <NameGroups onName={props.onName} />}
      <LedgerActions {...props} />
    </section>
  );
}

/** The ways out: a file in one of several formats, or paper. */
function LedgerActions(props: Pick<MergeProps, 'saving' | 'saved' | 'onSave' | 'onPrint'>) {
  const formats: [LedgerFormat, string][] = [
    ['xlsx', i18n.t('workbook_save_xlsx')],
    ['csv', i18n.t('merge_save_csv')],
    ['json', i18n.t('merge_save_json')],
  ];
  return (
    <>
      <div class="actions">
        {formats.map(([format, words], at) => (
          <button
            key={format}
            type="button"
            class={at === 0 ? 'button main' : 'button'}
            disabled={props.saving}
            onClick={() => props.onSave(format)}
          >
            {words}
          </button>
        ))}
        <button type="button" class="button" onClick={props.onPrint}>
          {i18n.t('export_page_print')}
        </button>
      </div>
      <p class={props.saved?.ok === false ? 'result failed' : 'result'} role="status">
        {props.saved?.words}
      </p>
    </>
  );
}
