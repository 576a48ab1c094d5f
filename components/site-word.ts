import { i18n } from '#i18n';

/** Clients that bear one name in every language. */
const NAMES: Readonly<Record<string, string>> = {
  lark: 'Lark',
  element: 'Element',
  mattermost: 'Mattermost',
  'rocket-chat': 'Rocket.Chat',
  zulip: 'Zulip',
  'telegram-a': 'Telegram A',
  'telegram-k': 'Telegram K',
  whatsapp: 'WhatsApp',
  slack: 'Slack',
  teams: 'Teams',
  discord: 'Discord',
  converse: 'Converse.js',
};

/** The reader's word for a site; its id where there is none. */
export function siteWord(site: string): string {
  if (site === 'wechat') return i18n.t('checkup_site_wechat');
  if (site === 'feishu') return i18n.t('checkup_site_feishu');
  return Object.hasOwn(NAMES, site) ? (NAMES[site] ?? site) : site;
}
