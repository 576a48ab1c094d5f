import { i18n } from '#i18n';
import type { SafetyState } from '../lib/safety/state';
import { dayWords } from './SafetyNotice';
import { showBytes, showNumber } from './show-amount';
import { useKeptFocus } from './use-kept-focus';

/** Whether the browser promised to keep what is stored. `refused`: it was asked and did not. */
export type Persistence = 'persistent' | 'best-effort' | 'refused' | 'unknown';

/** About how much one kind of rows takes. */
export type StorageKind = {
  kind: 'messages' | 'notices' | 'days' | 'texts';
  rows: number;
  /** Bytes, estimated from a sample. */
  bytes: number;
};

export type StorageSafetyProps = {
  persistence: Persistence;
  snapshot: SafetyState['snapshot'];
  snapshotFailed: number | null;
  /** Undefined until they are counted. */
  kinds: readonly StorageKind[] | undefined;
  onPersist(): void;
};

/** How safe the tally is from the browser, its second copy, and what takes the space. */
export function StorageSafety(props: StorageSafetyProps) {
  const { snapshot, snapshotFailed, persistence } = props;
  const { within, place } = useKeptFocus<HTMLDivElement, HTMLParagraphElement>();
  return (
    <div class="storage-safety" ref={within}>
      <p>
        {snapshot
          ? i18n.t('safety_copy_kept', { day: dayWords(snapshot.taken), days: snapshot.days })
          : i18n.t('safety_copy_none')}
      </p>
      {snapshotFailed !== null && (
        <p class="refused">{i18n.t('safety_copy_failed', { day: dayWords(snapshotFailed) })}</p>
      )}
      <p role="status" ref={place} tabIndex={-1}>
        {persistenceWords(persistence)}
      </p>
      {persistence === 'best-effort' && (
        <button type="button" class="button small" onClick={props.onPersist}>
          {i18n.t('safety_persist_ask')}
        </button>
      )}
      {props.kinds && <Kinds kinds={props.kinds} />}
    </div>
  );
}

function Kinds(props: { kinds: readonly StorageKind[] }) {
  return (
    <table>
      <caption>{i18n.t('safety_kinds_title')}</caption>
      <thead>
        <tr>
          <th scope="col">{i18n.t('safety_kind')}</th>
          <th scope="col" class="number">
            {i18n.t('safety_kind_rows')}
          </th>
          <th scope="col" class="number">
            {i18n.t('safety_kind_bytes')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.kinds.map(({ kind, rows, bytes }) => (
          <tr key={kind}>
            <th scope="row">{kindWords(kind)}</th>
            <td class="number">{showNumber(rows)}</td>
            <td class="number">{showBytes(bytes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function kindWords(kind: StorageKind['kind']): string {
  const words = {
    messages: i18n.t('safety_kind_messages'),
    notices: i18n.t('safety_kind_notices'),
    days: i18n.t('safety_kind_days'),
    texts: i18n.t('safety_kind_texts'),
  };
  return words[kind];
}

function persistenceWords(persistence: Persistence): string {
  const words = {
    persistent: i18n.t('safety_persistent'),
    'best-effort': i18n.t('safety_best_effort'),
    refused: i18n.t('safety_persist_refused'),
    unknown: i18n.t('safety_persist_unknown'),
  };
  return words[persistence];
}
