import type { TargetedEvent } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Skipped } from '../../lib/import/histories/history';
import { LinesField } from '../LinesField';
import { FileDrop, type FileDropWords } from '../merge/FileDrop';
import { showNumber } from '../show-amount';
import { useKeptFocus } from '../use-kept-focus';
import { FoundChats } from './FoundChats';
import { BrokenHistories, FoundFiles } from './FoundFiles';
import type { FoundView, HistoriesProps, HistoryOutcome } from './histories-props';
import { TableColumns } from './TableColumns';
import '../merge/merge.css';
import './histories.css';

const ACCEPT = '.json,.jsonl,.txt,.csv,.tsv,.mht,.mhtml,.zip,application/json,text/plain,text/csv';

/** The part of the report in which exported chats are imported. */
export function HistoriesScreen(props: HistoriesProps) {
  const id = useId();
  const { within, place } = useKeptFocus<HTMLElement, HTMLHeadingElement>();
  const { reading, importing, found } = props;
  const isBusy = reading !== null || importing !== null;
  return (
    <>
      <section class="part merge-files" aria-labelledby={id} ref={within}>
        <h2 id={id} ref={place} tabIndex={-1}>
          {i18n.t('histories_title')}
        </h2>
        <p class="note">{i18n.t('histories_hint')}</p>
        <FileDrop
          words={dropWords(importing !== null)}
          accept={ACCEPT}
          reading={importing ?? reading}
          onFiles={props.onFiles}
          onStop={props.onStop}
        />
        {!isBusy && <FolderButton onFiles={props.onFiles} />}
        <Outcome outcome={props.outcome} />
        {props.broken.length > 0 && <BrokenHistories files={props.broken} />}
        {!isBusy && (found || props.broken.length > 0) && (
          <button type="button" class="link" onClick={props.onClear}>
            {i18n.t('histories_clear')}
          </button>
        )}
      </section>
      {!isBusy && (found || props.tables.length > 0) && <FoundPart {...props} />}
    </>
  );
}

function dropWords(isImporting: boolean): FileDropWords {
  const share = ({ done, total }: { done: number; total: number }) =>
    (total === 0 ? 0 : done / total).toLocaleString(undefined, { style: 'percent' });
  const counts = ({ done, total }: { done: number; total: number }) => ({
    done: showNumber(done),
    total: showNumber(total),
  });
  return {
    choose: i18n.t('histories_choose'),
    drop: i18n.t('histories_drop'),
    stop: i18n.t('histories_stop'),
    begun: (reading) =>
      isImporting
        ? i18n.t('histories_importing_begun', { total: showNumber(reading.total) })
        : i18n.t('histories_begun'),
    reading: (reading) =>
      isImporting
        ? i18n.t('histories_importing', counts(reading))
        : i18n.t('histories_reading', { share: share(reading) }),
  };
}

/** An export of Slack that was unpacked is a folder of folders. */
function FolderButton(props: Pick<HistoriesProps, 'onFiles'>) {
  const pick = (event: TargetedEvent<HTMLInputElement>) => {
    const files = [...(event.currentTarget.files ?? [])];
    event.currentTarget.value = '';
    props.onFiles(files);
  };
  return (
    <div class="actions">
      <label class="button small">
        <input type="file" multiple {...{ webkitdirectory: true }} onChange={pick} />
        {i18n.t('histories_folder')}
      </label>
    </div>
  );
}

function Outcome({ outcome }: { outcome: HistoryOutcome | null }) {
  const words = outcome ? outcomeWords(outcome) : [];
  return (
    <div role="status" class={outcome?.kind === 'failed' ? 'result failed' : 'result'}>
      {words.map((each) => (
        <p key={each}>{each}</p>
      ))}
    </div>
  );
}

function outcomeWords(outcome: HistoryOutcome): string[] {
  if (outcome.kind === 'failed') return [i18n.t('histories_failed', { reason: outcome.reason })];
  if (outcome.kind === 'reading-stopped') return [i18n.t('histories_reading_stopped')];
  const { added, known, onPage, closed } = outcome.counts;
  const count = (number: number) => ({ count: showNumber(number) });
  const words = [
    outcome.kind === 'done'
      ? i18n.t('histories_done', { added: showNumber(added) })
      : i18n.t('histories_stopped', { added: showNumber(added) }),
  ];
  if (known > 0) words.push(i18n.t('histories_known', count(known)));
  if (onPage > 0) words.push(i18n.t('histories_on_page', count(onPage)));
  if (closed > 0) words.push(i18n.t('histories_closed', count(closed)));
  const skipped = skippedWords(outcome.skipped);
  return skipped === null ? words : [...words, skipped];
}

function skippedWords({ system, recalled, empty, time }: Skipped): string | null {
  if (system + recalled + empty + time === 0) return null;
  return i18n.t('histories_skipped', {
    system: showNumber(system),
    recalled: showNumber(recalled),
    empty: showNumber(empty),
    time: showNumber(time),
  });
}

/** What was found, what the files do not say, and the button that counts it. */
function FoundPart(props: HistoriesProps) {
  const id = useId();
  const { found, tables } = props;
  return (
    <section class="part merge-files histories-found" aria-labelledby={id}>
      <h2 id={id}>{i18n.t('histories_found_title')}</h2>
      {found && <p>{foundWords(found)}</p>}
      {tables
        .filter(({ choice }) => choice.format === 'csv')
        .map((table) => (
          <TableColumns key={table.path} {...table} onTable={props.onTable} />
        ))}
      {found && found.files.length > 0 && <FoundDetails {...props} found={found} />}
    </section>
  );
}

function FoundDetails(props: HistoriesProps & { found: FoundView }) {
  const { found } = props;
  const skipped = skippedWords(found.skipped);
  return (
    <>
      {skipped && <p class="note">{skipped}</p>}
      <FoundFiles files={found.files} onFormat={props.onFormat} />
      <FoundChats chats={found.chats} knownChats={found.knownChats} onChat={props.onChat} />
      {found.writers && (
        <LinesField
          label={i18n.t('histories_own')}
          hint={i18n.t('histories_own_hint', { names: found.writers.join(' · ') })}
          lines={found.ownNames}
          onChange={props.onOwnNames}
        />
      )}
      <div class="actions">
        <button
          type="button"
          class="button main"
          disabled={found.messages === 0}
          onClick={props.onImport}
        >
          {i18n.t('histories_import', { count: showNumber(found.messages) })}
        </button>
      </div>
    </>
  );
}

function foundWords({ messages, chats, first, last }: FoundView): string {
  if (messages === 0) return i18n.t('histories_found_none');
  return i18n.t('histories_found', {
    messages: showNumber(messages),
    chats: showNumber(chats.length),
    ...{ first, last },
  });
}
