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
              <button type="button" class="button" onClick={() => onExport(site.id)}>
                {i18n.t('picked_export')}
              </button>{' '}
              <button type="button" class="button" onClick={() => onDelete(site.id)}>
                {i18n.t('picked_delete')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <label class="check">
        {i18n.t('picked_import')}{' '}
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (file) onImport(file);
          }}
        />
      </label>
      <p class="note" role="status">
        {result}
      </p>
    </>
  );
}
