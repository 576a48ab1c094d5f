import type { Site } from './site';
import { wechat } from './wechat';

/** The chat clients that are watched from the installation on, on their own hosts. */
export const installedSites: readonly Site[] = [wechat];

/** Match patterns of their pages. */
export const INSTALLED_PAGES: readonly string[] = installedSites.flatMap(({ matches }) => matches);

/** The one of them whose hosts include this address, or null. */
export function siteFor(url: string): Site | null {
  const { host } = new URL(url);
  const serves = (site: Site) => site.matches.some((pattern) => new URL(pattern).host === host);
  return installedSites.find(serves) ?? null;
}
