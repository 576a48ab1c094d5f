import type { Site } from './site';
import { wechat } from './wechat';

/** Every chat client that the installed content script knows. */
export const sites: readonly Site[] = [wechat];

/** The adapter whose hosts include this address, or null. */
export function siteFor(url: string): Site | null {
  const { host } = new URL(url);
  const serves = (site: Site) => site.matches.some((pattern) => new URL(pattern).host === host);
  return sites.find(serves) ?? null;
}
