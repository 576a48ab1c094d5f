const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

/** "1.12 KB", "88 kB", "3MB" → bytes, by steps of 1024; 0 where no size is shown. Rounded, as a display is. */
export function shownSize(text: string): number {
  const match = /(\d{1,9}(?:\.\d{1,9})?)\s*([KMGT]?)i?B\b/i.exec(text);
  if (!match) return 0;
  const step = UNITS.indexOf(`${(match[2] ?? '').toUpperCase()}B`);
  return Math.round(Number(match[1]) * 1024 ** step);
}
