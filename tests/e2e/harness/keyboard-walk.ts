import type { Page } from 'puppeteer-core';
import { waitUntil } from './wait-until.ts';

/** A place that the Tab key should come to, as it stood before anything was pressed. */
export type Stop = { name: string; top: number; bottom: number; left: number };

/** What one press of Tab came to. `at`: among the stops; -1 for a place that is none of them. */
type Step = { at: number; name: string; faults: string[] };

/** Presses that one control may take: a field for a day has parts of its own. */
const PARTS = 6;

/** Goes through the page with Tab from its beginning, and back with Shift+Tab. Returns what is wrong; [] when all is well. */
export async function walkFaults(page: Page): Promise<string[]> {
  // In a window that lies behind, the focus moves and shows nowhere.
  await waitUntil('the page to be in front', async () => {
    if (await page.evaluate(() => document.hasFocus())) return true;
    await page.bringToFront();
    return false;
  });
  const stops: Stop[] = await page.evaluate(prepareWalk);
  if (stops.length === 0) return ['nothing can be reached'];
  const onward = await walk(page, stops, 'forward');
  const back = await walk(page, stops, 'backward');
  return [...outOfOrder(stops), ...onward, ...back];
}

async function walk(
  page: Page,
  stops: readonly Stop[],
  way: 'forward' | 'backward',
): Promise<string[]> {
  const faults: string[] = [];
  const wanted = stops.map((_, at) => (way === 'forward' ? at : stops.length - 1 - at));
  // Backward begins where forward ended: on the last.
  const left = way === 'forward' ? wanted : wanted.slice(1);
  let last = way === 'forward' ? -1 : (wanted[0] ?? -1);
  for (const at of left) {
    const step = await pressUntilMoved(page, way, last);
    const stop = stops[at];
    if (step.at !== at) {
      faults.push(`${way}: “${step.name}” instead of “${stop?.name}”`);
      break;
    }
    if (way === 'forward') faults.push(...step.faults.map((fault) => `“${step.name}”: ${fault}`));
    last = step.at;
  }
  return faults;
}

/** Presses Tab until the focus is on another stop: fields of several parts and boxes that scroll take a press or more. */
async function pressUntilMoved(
  page: Page,
  way: 'forward' | 'backward',
  last: number,
): Promise<Step> {
  let step: Step = { at: last, name: 'nothing', faults: [] };
  for (let press = 0; press < PARTS; press++) {
    await pressTab(page, way === 'backward');
    step = await page.evaluate(lookAtFocus);
    if (step.at !== last && step.at !== -1) return step;
  }
  return step;
}

async function pressTab(page: Page, back: boolean): Promise<void> {
  if (back) await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  if (back) await page.keyboard.up('Shift');
}

/** Presses of Tab after which a control counts as out of reach. */
const MOST = 300;

/**
 * Presses Tab, or Shift+Tab, until what has the focus matches the selector. Throws when it does not come to it. Beyond the
 * last control the browser's own begin: from there a page without a window does not get its keys back.
 */
export async function tabTo(
  page: Page,
  selector: string,
  way: 'forward' | 'backward' = 'forward',
): Promise<void> {
  for (let press = 0; press < MOST; press++) {
    await pressTab(page, way === 'backward');
    const isThere = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    );
    if (isThere) return;
  }
  throw new Error(`${selector} is not reached by ${MOST} presses of Tab`);
}

/** Presses Tab until the focus is on the button that bears the words of this key of the locale files. */
export async function tabToWords(page: Page, key: string): Promise<void> {
  for (let press = 0; press < MOST; press++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(focusBears, key)) return;
  }
  throw new Error(`“${key}” is not reached by ${MOST} presses of Tab`);
}

/** Runs in the page. */
function focusBears(key: string): boolean {
  type I18n = { getMessage(key: string): string };
  const { i18n } = (globalThis as unknown as { chrome: { i18n: I18n } }).chrome;
  const field = document.activeElement as HTMLInputElement | null;
  const words = field?.labels?.[0]?.textContent ?? field?.textContent;
  return words?.trim() === i18n.getMessage(key);
}

/** A reader goes down, and from the foot of a column up to the head of the next one. */
function outOfOrder(stops: readonly Stop[]): string[] {
  return stops.slice(1).flatMap((stop, at) => {
    const before = stops[at];
    if (!before) return [];
    const isBack = stop.bottom <= before.top && stop.left <= before.left;
    return isBack ? [`“${stop.name}” stands above “${before.name}”, which comes first`] : [];
  });
}

/** Runs in the page: finds what Tab should come to and how each looks now, and goes to the beginning. */
function prepareWalk(): Stop[] {
  const isThere = (element: HTMLElement) =>
    element.tabIndex >= 0 &&
    !(element as HTMLInputElement).disabled &&
    element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const all = 'a[href], button, input, select, textarea, summary, [tabindex]';
  // Of a group of radio buttons, Tab comes to the chosen one.
  const isOfGroup = (element: HTMLElement) => {
    const { type, name, checked } = element as HTMLInputElement;
    if (type !== 'radio' || checked) return true;
    const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    const mine = group.filter((each) => each.name === name);
    return !mine.some((each) => each.checked) && mine[0] === element;
  };
  const look = (element: Element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
    return outlineStyle === 'none' ? boxShadow : [outlineWidth, outlineColor, boxShadow].join();
  };
  const around = (element: Element) =>
    [element, element.nextElementSibling, element.closest('label')].flatMap((each) => each ?? []);
  const stops = [...document.querySelectorAll<HTMLElement>(all)].filter(
    (element) => isThere(element) && isOfGroup(element),
  );
  // A focus that merely goes leaves the place from which Tab goes on.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  scrollTo(0, 0);
  const looks = stops.map((stop) => around(stop).map(look));
  Object.assign(globalThis, { keyboardWalk: { stops, looks, look, around } });
  return stops.map((stop) => {
    const { top, bottom, left } = stop.getBoundingClientRect();
    const { ariaLabel, textContent, outerHTML } = stop;
    const words = (ariaLabel ?? textContent ?? '').trim().slice(0, 30);
    const name = `${words} ${outerHTML.slice(0, 60)}`;
    return { name, top: top + scrollY, bottom: bottom + scrollY, left: left + scrollX };
  });
}

/** Runs in the page: which stop has the focus, whether that can be seen, and whether something lies over it. */
function lookAtFocus(): Step {
  type Walk = {
    stops: HTMLElement[];
    looks: string[][];
    look(element: Element): string;
    around(element: Element): Element[];
  };
  const { stops, looks, look, around } = (globalThis as unknown as { keyboardWalk: Walk })
    .keyboardWalk;
  const focused = document.activeElement;
  const at = stops.indexOf(focused as HTMLElement);
  const name = focused?.outerHTML.slice(0, 80) ?? 'nothing';
  if (!focused || at < 0) return { at, name, faults: [] };
  const isSeen = (element: Element) => getComputedStyle(element).opacity !== '0';
  const marked = around(focused).some(
    (each, place) => isSeen(each) && look(each) !== looks[at]?.[place],
  );
  const box = focused.getBoundingClientRect();
  const middle = (from: number, to: number, end: number) =>
    (Math.max(from, 0) + Math.min(to, end)) / 2;
  const over = document.elementFromPoint(
    middle(box.left, box.right, innerWidth),
    middle(box.top, box.bottom, innerHeight),
  );
  const isClear = around(focused).some(
    (each) => over !== null && (each.contains(over) || over.contains(each)),
  );
  return {
    ...{ at, name },
    faults: [
      ...(marked ? [] : ['nothing shows that it has the focus']),
      ...(isClear ? [] : [`lies under ${over?.outerHTML.slice(0, 60)}`]),
    ],
  };
}
