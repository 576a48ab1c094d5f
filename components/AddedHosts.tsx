import { i18n } from '#i18n';

/** What became of the last address that was to be added or taken back. */
export type HostsResult = 'added' | 'removed' | 'refused' | 'no-address' | null;

export type AddedHostsProps = {
  /** Addresses that the user has added, as they read them: "https://chat.example.org". Undefined until they are known. */
  hosts: readonly string[] | undefined;
  result: HostsResult;
  /** Asks the browser, within the click. */
  onAdd(address: string): void;
  onRemove(host: string): void;
};

/** Addresses beside those of the installation on which chats are read: to add one, to take one back. */
export function AddedHosts({ hosts, result, onAdd, onRemove }: AddedHostsProps) {
  return (
    <>
      {hosts && hosts.length > 0 && (
        <ul class="added-hosts">
          {hosts.map((host) => (
            <li key={host}>
              <span>{host}</span>{' '}
              <button
                type="button"
                class="button"
                aria-label={i18n.t('hosts_remove_named', { host })}
                onClick={() => onRemove(host)}
              >
                {i18n.t('hosts_remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="add-host"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          onAdd(String(new FormData(form).get('address') ?? ''));
          form.reset();
        }}
      >
        <label>
          {i18n.t('hosts_address')}{' '}
          <input
            type="text"
            inputMode="url"
            placeholder="https://chat.example.org"
            name="address"
          />
        </label>{' '}
        <button type="submit" class="button">
          {i18n.t('hosts_add')}
        </button>
      </form>
      <p class="note" role="status">
        {resultWords(result)}
      </p>
    </>
  );
}

function resultWords(result: HostsResult): string {
  if (result === 'added') return i18n.t('hosts_added');
  if (result === 'removed') return i18n.t('hosts_removed');
  if (result === 'refused') return i18n.t('hosts_refused');
  return result === 'no-address' ? i18n.t('hosts_no_address') : '';
}
