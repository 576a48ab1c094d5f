import { browser } from 'wxt/browser';
import { withoutPath } from '../added-hosts';
import { isMatch } from '../sites/match-pattern';

/** Chat pages that the manifest runs on, as match patterns; `missing`: those that the browser keeps from us all the same. */
export type InstalledPages = { all: string[]; missing: string[] };

/** Asks the browser, whose user may take back what was granted at the installation. */
export async function installedPages(): Promise<InstalledPages> {
  const { content_scripts: scripts = [] } = browser.runtime.getManifest();
  const all = [...new Set(scripts.flatMap(({ matches = [] }) => matches))];
  // Not `contains`: Chromium says no there for pages that content scripts alone may see.
  const { origins = [] } = await browser.permissions.getAll();
  const allowed = new Set(origins.map(withoutPath));
  return { all, missing: all.filter((page) => !allowed.has(withoutPath(page))) };
}

/**
 * The missing pages that are worth a question: those of the page before the user, or all where nothing at all can be read.
 * Who has taken back one site on purpose is not asked for it on another.
 * @param url address of the tab before the user; undefined where the browser does not tell it
 */
export function worthAsking({ all, missing }: InstalledPages, url: string | undefined): string[] {
  if (missing.length === all.length || url === undefined || !/^https?:/.test(url)) {
    return missing.length === all.length ? missing : [];
  }
  return missing.some((page) => isMatch(page, new URL(url))) ? missing : [];
}

/** The host of a match pattern, as a reader knows it: "wx.qq.com", "feishu.cn". */
export function hostIn(pattern: string): string {
  return pattern.replace(/^[^:]+:\/\/(\*\.)?([^/]*).*$/, '$2');
}
