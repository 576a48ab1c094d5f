/** Match patterns of the messengers' own hosts. Apart from their adapters, which are heavy. */
export const MESSENGER_PAGES: readonly string[] = ['https://web.telegram.org/*'];
