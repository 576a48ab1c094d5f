import { createFolder } from '../../lib/overlay/fold';
import { createDrawing } from '../../lib/overlay/shadow';
import type { Site } from '../../lib/sites/site';

/** What is to be read in a fixture. */
export type Expected = {
  /** The page's address, from its path on, where the adapter goes by it; "/" unless given. */
  address?: string;
  /** The tab's title, where the adapter goes by it; "" unless given. */
  title?: string;
  chat: unknown;
  ownNames: string[];
  rows: (Record<string, unknown> | 'error' | null)[];
  /** Positions of the rows that were taken back. */
  recalled: number[];
};

const NOTHING = { toggle() {}, setDone() {}, teach() {}, jump() {} };
const PLACE = { key: 'k', site: 's', chat: 'c', now: 0, isOpen: false, canJump: false };

/** What an adapter must do on every page; the words of each name what was broken. Runs in any document, also a real browser's. */
const CHECKS: Record<string, (site: Site, expected: Expected) => string | null> = {
  'reads the chat': (site, expected) => difference(site.openChat(document), expected.chat),
  "reads the user's names": (site, expected) =>
    difference(site.ownNames(document), expected.ownNames),
  'reads every row, and refuses what it does not know': (site, expected) => {
    const rows = site.rows(document).map((row) => readOrError(site, row));
    const at = rows.findIndex((row, index) => difference(row, expected.rows[index]) !== null);
    if (at >= 0) return `row ${at}: ${difference(rows[at], expected.rows[at])}`;
    return difference(rows.length, expected.rows.length);
  },
  'knows which rows were taken back': (site, expected) => {
    const rows = site.rows(document);
    return difference(
      rows.flatMap((row, index) => (site.isRecalled(row) ? [index] : [])),
      expected.recalled,
    );
  },
  'finds the picture of a row that is one, and of no other': (site, expected) => {
    for (const [index, row] of site.rows(document).entries()) {
      const kind = (expected.rows[index] as { kind?: string } | null)?.kind;
      const found = site.picture?.(row)?.localName;
      const wanted = site.picture && kind === 'image' ? 'img' : undefined;
      if (found !== wanted) return `row ${index}: ${found}`;
    }
    return null;
  },
  'finds the row of any node inside it, and none outside': (site) => {
    for (const [index, row] of site.rows(document).entries()) {
      if (site.rowOf(row) !== row) return `row ${index} is not found by itself`;
      for (const node of row.querySelectorAll('*')) {
        if (site.rowOf(node) !== row) return `row ${index}: <${node.localName}> is in another`;
      }
    }
    return site.rowOf(document.body) ? 'the body is in a row' : null;
  },
  'has a scroller around its rows, and a stage around that': (site) => {
    const scroller = site.scroller(document);
    const rows = site.rows(document);
    if (rows.length > 0 && !scroller) return 'no scroller';
    const outside = rows.findIndex((row) => !scroller?.contains(row) || row === scroller);
    if (outside >= 0) return `row ${outside} is outside`;
    return scroller && !site.stage(document)?.contains(scroller) ? 'the stage is elsewhere' : null;
  },
  'hears of it when a row is none any more': (site) => {
    const rows = site.rows(document);
    const [first] = rows;
    const places = [...document.querySelectorAll('*')].filter(
      (each) => first && (each.contains(first) || rows.includes(each as HTMLElement)),
    );
    const missed = places.flatMap((place) => rowMakers(site, place, rows.length));
    // The class that makes a row stays there as long as it is one; others come and go with the pointer.
    return (
      missed.find((name) => name !== 'class' && !site.watchedAttributes.includes(name)) ?? null
    );
  },
  'leaves the page as it was, read twice': (site) =>
    changed(() => {
      for (const row of [...site.rows(document), ...site.rows(document)]) readOrError(site, row);
    }),
  'hides what it folds': (site) => {
    const folder = createFolder(NOTHING);
    for (const [index, row] of site.rows(document).entries()) {
      const parts = site.parts(row);
      folder.show(row, parts, { show: 'hidden', barId: 'k' }, PLACE);
      if (parts && parts.hide.length === 0) return `row ${index} hides nothing`;
      const isOutside = parts?.hide.some((piece) => !row.contains(piece) || piece === parts.host);
      folder.clear(row);
      if (isOutside) return `row ${index} hides what is not inside it`;
    }
    return null;
  },
  'reads a row alike with a bar or a chip in it, and finds the same pieces': (site) => {
    const at = site.rows(document).findIndex((row) => changedByOurs(site, row));
    return at < 0 ? null : `row ${at} is another one`;
  },
  'gets its page back after every row was folded and unfolded': (site) =>
    changed(() => {
      const folder = createFolder(NOTHING);
      const rows = site.rows(document);
      for (const row of rows) {
        folder.show(row, site.parts(row), { show: 'hidden', barId: 'k' }, PLACE);
      }
      for (const row of rows) folder.clear(row);
    }),
};

/** Puts the page into the document's body and returns what the adapter does wrong there; nothing, when it keeps its contract. */
export function contractFaults(site: Site, page: string, expected: Expected): string[] {
  openPage(page, expected);
  return Object.entries(CHECKS).flatMap(([name, check]) => {
    const fault = check(site, expected);
    return fault === null ? [] : [`${name}: ${fault}`];
  });
}

/** Puts a fixture into the document, under its address and title. */
export function openPage(page: string, { address = '/', title = '' }: Expected): void {
  document.title = title;
  history.replaceState(null, '', address);
  document.body.innerHTML = page;
}

/** Whether what we add to a row, which the page may redraw around it, is taken for something of the page's. */
export function changedByOurs(site: Site, row: HTMLElement): boolean {
  const folder = createFolder(NOTHING);
  const parts = site.parts(row);
  if (!parts) return false;
  const before = readOrError(site, row);
  return (['bar', 'chip'] as const).some((kind) => {
    const ours = createDrawing(kind, wordsOfOurs);
    ours.draw('转发过', PLACE);
    folder.show(row, parts, { show: 'hidden', barId: 'k' }, PLACE);
    (kind === 'bar' ? parts.host : parts.aside).append(ours.host);
    const after = readOrError(site, row);
    const again = site.parts(row);
    folder.clear(row);
    ours.host.remove();
    const isSame = (['host', 'aside'] as const).every((part) => again?.[part] === parts[part]);
    const areHidden = parts.hide.every((piece, index) => again?.hide[index] === piece);
    return !isSame || !areHidden || difference(after, before) !== null;
  });
}

/** Nested as a bar is, so that a place of the page's may lead in there. */
function wordsOfOurs(words: string): Node[] {
  const outer = document.createElement('div');
  const inner = document.createElement('span');
  inner.textContent = words;
  outer.append(inner);
  return [outer];
}

export function readOrError(site: Site, row: HTMLElement): unknown {
  try {
    return site.read(row);
  } catch {
    return 'error';
  }
}

/** Attributes of an element without which there are fewer or more rows than so many. */
function rowMakers(site: Site, element: Element, rows: number): string[] {
  return [...element.attributes].flatMap(({ name, value }) => {
    element.removeAttribute(name);
    const isOther = site.rows(document).length !== rows;
    element.setAttribute(name, value);
    return isOther ? [name] : [];
  });
}

function changed(act: () => void): string | null {
  const before = document.body.outerHTML;
  act();
  return difference(document.body.outerHTML, before);
}

function difference(found: unknown, expected: unknown): string | null {
  const [one, other] = [found, expected].map((value) => JSON.stringify(inOrder(value)));
  return one === other ? null : `${one} instead of ${other}`;
}

/** Fields in the order of their names. */
function inOrder(value: unknown): unknown {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, inOrder(field)]),
  );
}
