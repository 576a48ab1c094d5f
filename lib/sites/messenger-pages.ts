export const TELEGRAM_PAGES: readonly string[] = ['https://web.telegram.org/*'];
export const DISCORD_PAGES: readonly string[] = [
  'https://discord.com/*',
  'https://ptb.discord.com/*',
  'https://canary.discord.com/*',
];
export const SLACK_PAGES: readonly string[] = ['https://app.slack.com/*'];
export const TEAMS_PAGES: readonly string[] = [
  'https://teams.microsoft.com/*',
  'https://teams.cloud.microsoft/*',
  'https://teams.live.com/*',
];
export const WHATSAPP_PAGES: readonly string[] = ['https://web.whatsapp.com/*'];

/** Match patterns of the messengers' own hosts. Apart from their adapters, which are heavy. */
export const MESSENGER_PAGES: readonly string[] = [
  ...TELEGRAM_PAGES,
  ...DISCORD_PAGES,
  ...WHATSAPP_PAGES,
];
/** Those that offices pay for. */
export const OFFICE_MESSENGER_PAGES: readonly string[] = [...SLACK_PAGES, ...TEAMS_PAGES];
