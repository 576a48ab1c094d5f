import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** What a browser may have to open a panel beside the page: the first Chromium since 116, the second Firefox. */
type Panels = {
  sidePanel?: { open?(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open?(): Promise<void> };
};

/**
 * Opens the digest beside the page, then closes this popup; null where the browser cannot. To be called in a click:
 * both browsers refuse it at any other time, so the window is asked for beforehand.
 */
export function useDigestOpener(): (() => void) | null {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  const [windowId, setWindowId] = useState<number | null>(null);
  useEffect(() => {
    if (!sidePanel?.open) return;
    browser.windows.getCurrent().then((current) => setWindowId(current?.id ?? null), console.error);
  }, []);
  const open = (opening: Promise<void>) => void opening.then(() => window.close(), console.error);
  if (sidePanel?.open && windowId !== null) {
    return () => open(Promise.resolve(sidePanel.open?.({ windowId })));
  }
  if (sidebarAction?.open) return () => open(Promise.resolve(sidebarAction.open?.()));
  return null;
}
