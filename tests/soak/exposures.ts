import type { Page } from 'puppeteer-core';

declare global {
  interface Window {
    /** Ids of messages that a reader may have had since they were last asked for. */
    soakExposed?: Set<string>;
  }
}

/**
 * Runs in the page before its own scripts: notes, frame by frame, each message that is on the screen and not folded,
 * be it for a moment or in part. Whatever the extension takes for read must be among them.
 */
export function noteExposures(): void {
  const exposed = new Set<string>();
  window.soakExposed = exposed;
  const look = () => {
    requestAnimationFrame(look);
    const box = document.querySelector('#chatArea .scroll-content')?.getBoundingClientRect();
    if (!box || document.hidden) return;
    for (const row of document.querySelectorAll('#chatArea [mm-repeat] > [ng-repeat]')) {
      const { top, bottom } = row.getBoundingClientRect();
      if (bottom < box.top || top > box.bottom) continue;
      const state = row.getAttribute('data-fl-row');
      if (state === 'folded' || state === 'hidden') continue;
      const about = row.querySelector('.bubble[data-cm], .emoticon[data-cm]');
      const id = /"msgId":"(\d+)"/.exec(about?.getAttribute('data-cm') ?? '')?.[1];
      if (id !== undefined) exposed.add(id);
    }
  };
  requestAnimationFrame(look);
}

/** What was exposed since this was asked last. */
export function exposedIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ids = [...(window.soakExposed ?? [])];
    window.soakExposed?.clear();
    return ids;
  });
}
