import { i18n } from '#i18n';

/** The reader's word for a platform. */
export function siteWord(site: string): string {
  const words: Readonly<Record<string, () => string>> = {
    wechat: () => i18n.t('site_wechat'),
    feishu: () => i18n.t('site_feishu'),
    lark: () => i18n.t('site_lark'),
    element: () => i18n.t('site_element'),
    mattermost: () => i18n.t('site_mattermost'),
    'rocket-chat': () => i18n.t('site_rocket_chat'),
    zulip: () => i18n.t('site_zulip'),
    'telegram-a': () => i18n.t('site_telegram_a'),
    'telegram-k': () => i18n.t('site_telegram_k'),
    whatsapp: () => i18n.t('site_whatsapp'),
    slack: () => i18n.t('site_slack'),
    discord: () => i18n.t('site_discord'),
    teams: () => i18n.t('site_teams'),
    converse: () => i18n.t('site_converse'),
    telegram: () => i18n.t('site_telegram'),
    qq: () => i18n.t('site_qq'),
    dingtalk: () => i18n.t('site_dingtalk'),
    other: () => i18n.t('site_other'),
  };
  if (site.startsWith('picked-')) return i18n.t('site_picked');
  return Object.hasOwn(words, site) ? (words[site]?.() ?? site) : site;
}
