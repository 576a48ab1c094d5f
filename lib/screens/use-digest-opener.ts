import { useEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** What a browser may have to open a panel beside the page: the first Chromium since 116, the second Firefox. */
type Panels = {
  sidePanel?: { open?(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open?(): Promise<void> };
};

/**
 * Opens the digest beside the page, in a tab where the browser has no panel, then closes this popup. To be called in a
 * click: both browsers refuse a panel at any other time, so the window is asked for beforehand.
 */
export function useDigestOpener(): () => void {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  const windowId = useRef<number>(undefined);
  useEffect(() => {
    if (!sidePanel?.open) return;
    browser.windows.getCurrent().then((current) => {
      windowId.current = current?.id;
    }, console.error);
  }, []);

  const close = (opening: Promise<unknown> | undefined) =>
    void opening?.then(() => window.close(), console.error);
  if (sidePanel?.open) {
    return () => {
      const id = windowId.current;
      if (id !== undefined) close(sidePanel.open?.({ windowId: id }));
    };
  }
  if (sidebarAction?.open) return () => close(sidebarAction.open?.());
  return () => close(browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') }));
}
