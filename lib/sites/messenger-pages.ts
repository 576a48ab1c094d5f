/** Match patterns of the messengers' own hosts. Apart from their adapters, which are heavy. */
export const MESSENGER_PAGES: readonly string[] = [
  'https://web.telegram.org/*',
  'https://discord.com/*',
  'https://ptb.discord.com/*',
  'https://canary.discord.com/*',
];
