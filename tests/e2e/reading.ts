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

/** Copies that are to be folded once another of their version was had: by id, and the versions that were had before. */
export type Repeats = { versions: Readonly<Record<string, string>>; had: readonly string[] };

/** `waits`: how long a screen was looked at until what was had was folded, ms, where it was not at once. */
export type Reading = { sights: Sight[]; waits: number[] };

/**
 * The extension takes a fifth of the page's time, and puts off what is more: on a slow machine, scrolled fast, rows come
 * as the page draws them. A screen is looked at for so long, ms, before such a copy counts as left open.
 */
const PATIENCE = 1_500;

/**
 * Reads the open chat as a person does: from the end to the top and back, `times` over, a screen at a time.
 * Returns what was on the screen, in the order in which it came there; a message that changed its look comes again.
 */
export async function readOpenChat(page: Page, times = 1, view = WECHAT): Promise<Sight[]> {
  return (await readWaiting(page, { versions: {}, had: [] }, times, view)).sights;
}

/** The same, and stays at a screen until the copies that have to be folded are; each at most for `PATIENCE`. */
export function readWaiting(
  page: Page,
  repeats: Repeats,
  times = 1,
  view = WECHAT,
): Promise<Reading> {
  return page.evaluate(
    async (rounds, where, { versions, had: hadBefore }, patience) => {
      const scroller = document.querySelector<HTMLElement>(where.scroller);
      if (!scroller) throw new Error('no transcript');
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const sights: { id: string; look: RowLook; whole: boolean }[] = [];
      const isOpen = (look: RowLook) => look !== 'folded' && look !== 'hidden';
      const last = new Map<string, { look: string; ends: Set<string>; whole: boolean }>();

      const onScreen = () => {
        const box = scroller.getBoundingClientRect();
        return [...document.querySelectorAll(where.row)].flatMap((row) => {
          const about = row.matches(where.body) ? row : row.querySelector(where.body);
          const { top, bottom } = row.getBoundingClientRect();
          // As much as counts for having been shown: a row that only touches the edge was not.
          if (!about || bottom < box.top + 1 || top > box.bottom - 1) return [];
          const msgId =
            new RegExp(where.id).exec(about.getAttribute(where.attribute) ?? '')?.[1] ?? '';
          return [{ msgId, about, look: (row.getAttribute('data-fl-row') ?? '') as RowLook }];
        });
      };

      // By version the copy that stays open; "" for one that was had before.
      const had = new Map(hadBefore.map((version) => [version, '']));
      const left = new Set<string>();
      const waits: number[] = [];
      const unfolded = () =>
        onScreen().filter(({ msgId, look }) => {
          const first = had.get(versions[msgId] ?? '');
          return first !== undefined && first !== msgId && isOpen(look) && !left.has(msgId);
        });
      const wait = async () => {
        if (unfolded().length === 0) return;
        const from = performance.now();
        while (unfolded().length > 0 && performance.now() - from < patience) await frame();
        waits.push(Math.round(performance.now() - from));
        for (const { msgId } of unfolded()) left.add(msgId);
      };

      /** Says whether a version was had just now: what else there is of it has to fold before it is noted. */
      const note = (): boolean => {
        const box = scroller.getBoundingClientRect();
        for (const { msgId, about, look } of onScreen()) {
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
          const version = versions[msgId];
          if (!whole || !isOpen(look) || version === undefined || had.has(version)) continue;
          had.set(version, msgId);
          return true;
        }
        return false;
      };

      const settle = async () => {
        await frame();
        await frame();
        do await wait();
        while (note());
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
      return { sights, waits };
    },
    times,
    view,
    repeats,
    PATIENCE,
  );
}
