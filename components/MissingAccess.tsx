import { i18n } from '#i18n';

export type MissingAccessProps = {
  /** Hosts of chat pages that the browser keeps from us: "wx.qq.com". */
  hosts: readonly string[];
  isRefused: boolean;
  /** Asks the browser, within the click. */
  onAllow(): void;
};

/** Says that chat pages cannot be read because the browser does not allow it, and asks for it on a click. */
export function MissingAccess({ hosts, isRefused, onAllow }: MissingAccessProps) {
  return (
    <div class="missing-access">
      <p role="status">
        {i18n.t('access_missing', { pages: hosts.join(i18n.t('list_separator')) })}
      </p>
      <button type="button" class="button" onClick={onAllow}>
        {i18n.t('access_allow')}
      </button>
      {isRefused && <p class="note">{i18n.t('access_refused')}</p>}
    </div>
  );
}
