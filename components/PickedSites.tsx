import { i18n } from '#i18n';

/** What is shown of a site that was pointed out. */
export type PickedEntry = {
  id: string;
  name: string;
  hosts: readonly string[];
  isMarkedOnly: boolean;
};

export type PickedSitesProps = {
  /** Undefined until they are read. */
  sites: readonly PickedEntry[] | undefined;
  /** What the last action came to, in words; "" before any. */
  result: string;
  onDelete(id: string): void;
  onExport(id: string): void;
  onImport(file: File): void;
};

/** Sites whose chat was pointed out by hand: to hand on, to take in, to delete. */
export function PickedSites({ sites, result, onDelete, onExport, onImport }: PickedSitesProps) {
  return (
    <>
      {sites?.length === 0 && <p>{i18n.t('picked_none')}</p>}
      {sites && sites.length > 0 && (
        <ul class="picked-sites">
          {sites.map((site) => (
            <li key={site.id}>
              <span>
                <strong>{site.name}</strong>{' '}
                {i18n.t('picked_hosts', { hosts: site.hosts.join(i18n.t('list_separator')) })}
                {site.isMarkedOnly && ` · ${i18n.t('picked_marked')}`}
              </span>{' '}
              <button
                type="button"
                class="button small"
                aria-label={`${i18n.t('picked_export')} ${site.name}`}
                onClick={() => onExport(site.id)}
              >
                {i18n.t('picked_export')}
              </button>{' '}
              <button
                type="button"
                class="button small"
                aria-label={`${i18n.t('picked_delete')} ${site.name}`}
                onClick={() => onDelete(site.id)}
              >
                {i18n.t('picked_delete')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="actions">
        <label class="button small">
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              // Emptied so that picking the same file again is a change again.
              event.currentTarget.value = '';
              if (file) onImport(file);
            }}
          />
          {i18n.t('picked_import')}
        </label>
      </div>
      <p class="note" role="status">
        {result}
      </p>
    </>
  );
}
