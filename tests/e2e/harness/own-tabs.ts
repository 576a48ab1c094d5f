import type { Session } from './launch.ts';
import { insideExtension } from './stored.ts';

/** Addresses of the extension's pages that are open in tabs, also of those that the driver did not open. */
export function ownTabs(session: Session): Promise<string[]> {
  return insideExtension(session, openPages, null);
}

/** Runs in the extension's page: the addresses of its tabs. */
function openPages(): string[] {
  type Views = { getViews(filter: { type: 'tab' }): Window[] };
  const { extension } = (globalThis as unknown as { chrome: { extension: Views } }).chrome;
  return extension.getViews({ type: 'tab' }).map(({ location }) => location.href);
}
