// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import type { View } from '../../lib/overlay/decide';
import { createFolder } from '../../lib/overlay/fold';
import { createPainter, type Wanted } from '../../lib/overlay/painter';
import type { Feed } from '../../lib/sites/feed';
import type { Site } from '../../lib/sites/site';
import { wechat } from '../../lib/sites/wechat';

const NOTHING = { toggle() {}, setDone() {}, teach() {}, jump() {} };
const HIDDEN: View = { show: 'hidden', barId: 'k' };
const site: Site = {
  ...wechat,
  rememberedHeights: false,
  rows: (page) => [...page.querySelectorAll<HTMLElement>('.row')],
  parts: (row) => ({ host: row, aside: row, hide: [...row.children] as HTMLElement[] }),
};

let rows: HTMLElement[];
const painter = (on = site) => createPainter(on, createFolder(NOTHING), {} as Feed, () => {});
const wanted = (element: HTMLElement, view: View = HIDDEN): Wanted => ({
  element,
  view,
  ...{ id: '1', sessionId: null },
  place: { site: 'wechat', key: 'k', chat: 'c', now: 0, isOpen: false, canJump: false },
});
const folded = () => rows.map((row) => row.hasAttribute('data-fl-row'));

beforeEach(() => {
  document.body.innerHTML = '<div class="row"><p>一</p></div>'.repeat(3);
  rows = site.rows(document);
});

it('shows a folded row again once it is no longer known to hold a message', () => {
  const { paint } = painter();
  paint(
    rows.map((row) => wanted(row)),
    true,
  );
  expect(folded()).toEqual([true, true, true]);
  paint(
    rows.slice(1).map((row) => wanted(row)),
    true,
  );
  expect(folded()).toEqual([false, true, true]);
  expect(rows[0]?.outerHTML).toBe('<div class="row"><p>一</p></div>');
});

it('gives back a row that the page has taken out: it may come back as something else', () => {
  const { paint } = painter();
  const [first, ...others] = rows;
  paint(
    rows.map((row) => wanted(row)),
    true,
  );
  first?.remove();
  paint(
    others.map((row) => wanted(row)),
    true,
  );
  expect(first?.outerHTML).toBe('<div class="row"><p>一</p></div>');
  document.body.prepend(...(first ? [first] : []));
  paint(
    rows.map((row) => wanted(row)),
    true,
  );
  expect(folded()).toEqual([true, true, true]);
});

it('folds nothing while rows are left to be read, and still opens', () => {
  const { paint } = painter();
  paint(
    rows.slice(0, 1).map((row) => wanted(row)),
    true,
  );
  const [first, ...others] = rows.map((row) => wanted(row));
  paint([...(first ? [first] : []), ...others], false);
  expect(folded()).toEqual([true, false, false]);
  paint(
    rows.map((row) => wanted(row, { show: 'plain' })),
    false,
  );
  expect(folded()).toEqual([false, false, false]);
  paint(
    rows.map((row) => wanted(row)),
    true,
  );
  expect(folded()).toEqual([true, true, true]);
});

it('folds again after everything was given back', () => {
  const before = document.body.innerHTML;
  const { paint, restore } = painter();
  paint(
    rows.map((row) => wanted(row)),
    true,
  );
  restore();
  expect(document.body.innerHTML).toBe(before);
  paint(
    rows.map((row) => wanted(row)),
    true,
  );
  expect(folded()).toEqual([true, true, true]);
});

it('folds very many rows in several tasks, the nearest to the view first', async () => {
  vi.useFakeTimers();
  document.body.innerHTML = '<div class="row"><p>一</p></div>'.repeat(400);
  rows = site.rows(document);
  for (const [index, row] of rows.entries()) {
    row.getBoundingClientRect = () => new DOMRect(0, index * 20, 100, 20);
  }
  const scroller = document.createElement('div');
  scroller.getBoundingClientRect = () => new DOMRect(0, 7_400, 100, 600);
  const { paint } = painter({ ...site, scroller: () => scroller });
  const all = rows.map((row) => wanted(row));
  paint(all, true);
  const first = folded();
  expect(first.filter(Boolean).length).toBeLessThan(400);
  expect(first.slice(370)).not.toContain(false);
  expect(first.slice(0, 200)).not.toContain(true);
  await vi.runAllTimersAsync();
  expect(folded()).not.toContain(false);
  vi.useRealTimers();
});

it('does nothing more of what was left once the page has changed', async () => {
  vi.useFakeTimers();
  document.body.innerHTML = '<div class="row"><p>一</p></div>'.repeat(400);
  rows = site.rows(document);
  const { paint, dropRest } = painter();
  paint(
    rows.map((row) => wanted(row)),
    true,
  );
  const before = folded();
  dropRest();
  await vi.runAllTimersAsync();
  expect(folded()).toEqual(before);
  expect(before).toContain(false);
  vi.useRealTimers();
});

it('shows again at once whatever was folded, however many rows', () => {
  document.body.innerHTML = '<div class="row"><p>一</p></div>'.repeat(400);
  rows = site.rows(document);
  vi.useFakeTimers();
  const { paint } = painter();
  const all = rows.map((row) => wanted(row));
  paint(all, true);
  vi.runAllTimers();
  paint(
    rows.map((row) => wanted(row, { show: 'plain' })),
    true,
  );
  expect(folded()).not.toContain(true);
  vi.useRealTimers();
});

it('folds a row again whose inside the page has drawn anew', () => {
  const { paint } = painter();
  const all = rows.map((row) => wanted(row));
  paint(all, true);
  const [first] = rows;
  first?.replaceChildren(document.createElement('p'));
  paint(all, true);
  expect(first?.querySelector('p')?.hasAttribute('data-fl-hide')).toBe(true);
});

it('shows all of a row again in which the page has drawn more since it was first marked', () => {
  const { paint, restore } = painter();
  const [row] = rows;
  if (!row) throw new Error('no row');
  const shown = wanted(row);
  paint([{ ...shown, place: { ...shown.place, isOpen: true } }], true);
  const more = document.createElement('p');
  row.append(more);
  paint([wanted(row)], true);
  expect(more.hasAttribute('data-fl-hide')).toBe(true);
  restore();
  expect(more.hasAttribute('data-fl-hide')).toBe(false);
});
