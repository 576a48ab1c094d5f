import { i18n } from '#i18n';

/** The reader's word for a site; its id where there is none. */
export function siteWord(site: string): string {
  if (site === 'wechat') return i18n.t('checkup_site_wechat');
  return site === 'feishu' ? i18n.t('checkup_site_feishu') : site;
}
