import type { Page } from 'puppeteer-core';
import type { RowLook } from './chat-probe.ts';

/** A message that was on the screen and how it looked. `whole`: its upper and its lower end were both shown so. */
export type Sight = {
  id: string;
  look: RowLook;
  whole: boolean;
  /** Seen while messages were still coming in: what is open now may be folded in a moment. */
  isEarly?: boolean;
};

/** Where a client's transcript is. The group of `id` is a message's id in that attribute of `body`, which lies in a row or is it. */
export type TranscriptView = {
  scroller: string;
  row: string;
  body: string;
  attribute: string;
  id: string;
};

const WECHAT: TranscriptView = {
  scroller: '#chatArea .scroll-content',
  row: '#chatArea [mm-repeat] > [ng-repeat]',
  body: '.bubble[data-cm], .emoticon[data-cm]',
  attribute: 'data-cm',
  id: '"msgId":"(\\d+)"',
};

/**
 * Reads the open chat as a person does: from the end to the top and back, `times` over, a screen at a time.
 * Returns what was on the screen, in the order in which it came there; a message that changed its look comes again.
 */
export function readOpenChat(page: Page, times = 1, view = WECHAT): Promise<Sight[]> {
  return page.evaluate(
    async (rounds, where) => {
      const scroller = document.querySelector<HTMLElement>(where.scroller);
      if (!scroller) throw new Error('no transcript');
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const sights: { id: string; look: RowLook; whole: boolean }[] = [];
      const last = new Map<string, { look: string; ends: Set<string>; whole: boolean }>();

      const note = () => {
        const box = scroller.getBoundingClientRect();
        for (const row of document.querySelectorAll(where.row)) {
          const about = row.matches(where.body) ? row : row.querySelector(where.body);
          const { top, bottom } = row.getBoundingClientRect();
          // As much as counts for having been shown: a row that only touches the edge was not.
          if (!about || bottom < box.top + 1 || top > box.bottom - 1) continue;
          const msgId =
            new RegExp(where.id).exec(about.getAttribute(where.attribute) ?? '')?.[1] ?? '';
          const look = (row.getAttribute('data-fl-row') ?? '') as RowLook;
          const old = last.get(msgId);
          const now = old?.look === look ? old : { look, ends: new Set<string>(), whole: false };
          last.set(msgId, now);
          const text = about.getBoundingClientRect();
          if (text.top >= box.top) now.ends.add('upper');
          if (text.bottom <= box.bottom) now.ends.add('lower');
          const whole = now.ends.size === 2;
          if (now === old && whole === old.whole) continue;
          now.whole = whole;
          sights.push({ id: msgId, look, whole });
        }
      };

      const settle = async () => {
        await frame();
        await frame();
        note();
      };
      await settle();
      await settle();
      for (const sign of Array.from({ length: rounds }, () => [-1, 1]).flat()) {
        for (let step = 0; step < 400; step++) {
          const before = scroller.scrollTop;
          scroller.scrollTop += sign * (scroller.clientHeight * 0.8);
          await settle();
          if (Math.abs(scroller.scrollTop - before) < 1) break;
        }
      }
      return sights;
    },
    times,
    view,
  );
}
