// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { type Need, touchedBy } from '../../lib/overlay/change-need';

const site = {
  rowOf: (node: Node) =>
    (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('.row') ?? null,
};

let list: HTMLElement;
let records: MutationRecord[];
let observer: MutationObserver;
const needs = new Map<Element, Need>();
const forget = vi.fn();
const torn = new Set<Element>();
const folded = new Set<Element>();
let gone: HTMLElement[] = [];
let isLate = false;

/** What is known of the page is in `needs`; a row that is not there is nothing that matters. */
function need(isOther = false) {
  records = observer.takeRecords();
  return touchedBy(records, {
    site,
    needOf: (row) => needs.get(row) ?? 'later',
    forget,
    isOther: () => isOther,
    isLate: () => isLate,
    dropGone: () => gone,
    isTorn: (row) => torn.has(row),
    isFolded: (row) => folded.has(row),
    holdsRows: (element) => element.contains(list.querySelector('.row')),
  });
}

function make(html: string): HTMLElement {
  const box = document.createElement('div');
  box.innerHTML = html;
  return box.firstElementChild as HTMLElement;
}

beforeEach(() => {
  needs.clear();
  torn.clear();
  folded.clear();
  gone = [];
  isLate = false;
  forget.mockClear();
  document.body.innerHTML =
    '<aside><b>3</b></aside><main><div class="row"><p>一</p></div><div class="row"><p>二</p></div></main>';
  list = document.querySelector('main') as HTMLElement;
  observer = new MutationObserver(() => {});
  const options = { childList: true, subtree: true, characterData: true };
  observer.observe(document.body, { ...options, attributes: true });
});

it('follows a row that is known at once, and names it', () => {
  const [row] = list.children;
  needs.set(row as Element, 'now');
  (row?.querySelector('p') as HTMLElement).textContent = '三';
  const touched = need();
  expect([...touched.rows]).toEqual([row]);
  expect(touched.need).toBe('now');
});

it('lets a message wait that nothing is known of, however the page adds it', () => {
  const row = make('<div class="row"><p>三</p></div>');
  needs.set(row, 'news');
  list.append(row);
  const added = need();
  expect(added.need).toBe('news');
  // It is new, not touched: what was shown of it stands.
  expect(added.rows.size).toBe(0);
  (row.firstChild as HTMLElement).append('四');
  expect(need()).toEqual({ rows: new Set([row]), need: 'news' });
});

it('lets wait what is no row: an empty stand-in, a number beside the chat, a class there', () => {
  list.append(document.createElement('chat-message'), '…');
  const aside = document.querySelector('aside') as HTMLElement;
  (aside.firstChild as HTMLElement).textContent = '4';
  aside.className = 'unread';
  expect(need().need).toBe('later');
});

it('follows at once whatever may hold rows', () => {
  list.append(make('<section><div class="row">三</div></section>'));
  expect(need().need).toBe('now');
  list.className = 'hidden';
  expect(need().need).toBe('now');
});

it('follows another chat at once, although no row was touched', () => {
  (document.querySelector('b') as HTMLElement).textContent = '另一个群';
  expect(need(true).need).toBe('now');
});

it('follows at once a row in which what we had drawn is gone, though it says the same', () => {
  const [row] = list.children;
  torn.add(row as Element);
  row?.querySelector('p')?.append('');
  expect(need()).toEqual({ rows: new Set([row]), need: 'now' });
});

it('follows at once what makes a folded row none', () => {
  const row = list.lastElementChild as HTMLElement;
  folded.add(row);
  row.className = 'line';
  expect(need().need).toBe('now');
});

it('names a row that was taken out, for it may come back as anything, and does not read it', () => {
  const row = list.lastChild as HTMLElement;
  gone = [row];
  needs.set(row, 'now');
  row.querySelector('p')?.append('');
  row.remove();
  expect(need()).toEqual({ rows: new Set([row]), need: 'later' });
});

it('reads nothing by itself while all waits for its turn', () => {
  isLate = true;
  const readAlone = vi.spyOn(needs, 'get');
  list.append(make('<div class="row">三</div>'));
  expect(need().need).toBe('now');
  expect(readAlone).not.toHaveBeenCalled();
});

it('takes the soonest of several', () => {
  const rows = ['news', 'later', 'now'].map((each) => {
    const row = make('<div class="row"></div>');
    needs.set(row, each as Need);
    return row;
  });
  list.append(...rows.slice(0, 2));
  expect(need().need).toBe('news');
  list.append(rows[0] as HTMLElement, rows[2] as HTMLElement);
  expect(need().need).toBe('now');
});

it('reads none of a view that is drawn anew by itself, nor keeps what was read so', () => {
  const readAlone = vi.spyOn(needs, 'get');
  for (let index = 0; index < 41; index++) list.append(make('<div class="row">三</div>'));
  expect(need().need).toBe('now');
  expect(readAlone).not.toHaveBeenCalled();
  expect(forget).toHaveBeenCalledOnce();
});
