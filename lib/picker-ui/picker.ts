import { t } from '../overlay/translate';
import { type Correctable, corrected, lineOrBox } from '../picker/corrections';
import { documentsOf, type Guess, guess, rowAround } from '../picker/guess';
import { guessOf } from '../picker/known';
import { OURS } from '../sites/ours';
import type { PickedDefinition } from '../sites/picked-definition';
import { createBoxes } from './boxes';
import { type PanelState, panelWith } from './panel';
import { pointAt } from './pointing';
import { marksOf, readingOf } from './reading';

/** Events in our panel are none of the page's business. */
const OWN_EVENTS = [
  'click',
  'dblclick',
  'mousedown',
  'mouseup',
  'keydown',
  'keypress',
  'keyup',
  'pointerdown',
  'pointerup',
  'input',
  'wheel',
];

/** Why a click is not taken, where it is not that nothing could be read from there. */
const REFUSALS: Partial<Record<Correctable, 'picker_own_not_told' | 'picker_line_not_told'>> = {
  own: 'picker_own_not_told',
  system: 'picker_line_not_told',
};

/** What the picker begins with and where its result goes. */
export type PickerStart = {
  /** What was pointed out for this host before, the newest first. */
  known: readonly PickedDefinition[];
  save(definition: PickedDefinition): Promise<void>;
  /** The overlay may read this page: the user has allowed it. */
  isAllowed(): boolean;
};

/**
 * Shows on the page what it is taken for, and lets the user agree or put right each part by one click. Adds one
 * element of ours to the page and takes it away again. Returns the function that ends it.
 */
export function runPicker({ known, save, isAllowed }: PickerStart): () => void {
  const again = known
    .map((definition) => ({ definition, found: inAnyFrame(definition) }))
    .find(({ found }) => found !== null);
  const about = again?.definition ?? {
    id: newId(),
    name: location.host.slice(0, 100),
    hosts: [location.host],
  };
  const { id, name, hosts } = about;
  let current: Guess | null = again?.found ?? guess(document);
  let state: PanelState = {
    reading: null,
    pointing: null,
    trouble: '',
    isKnown: again !== undefined,
    done: '',
  };
  let endPointing: (() => void) | null = null;

  const boxes = createBoxes();
  const { host, panel } = createHost(boxes.layer);

  function show(change: Partial<PanelState>): void {
    const reading = current && readingOf(current, { id, name, hosts: hosts.slice() });
    state = { ...state, trouble: '', ...change, reading };
    boxes.show(current && reading ? marksOf(current) : []);
    boxes.hover(null);
    fill(panel, panelWith(state, actions));
  }

  function correct(what: Correctable): void {
    endPointing?.();
    const start = current?.kinds.flatMap(({ rows }) => rows)[0]?.row ?? null;
    const from = guessFor(what);
    show({ pointing: what });
    endPointing = pointAt(start, (event) => event.composedPath().includes(host), {
      unitOf: (target) => unitFor(what, target, from),
      onHover: boxes.hover,
      onChosen: (target) => take(what, target),
      onCancelled: () => show({ pointing: null }),
    });
  }

  /** Whose a message is may be said of any that is read; the guess itself is made from some of them. */
  function guessFor(what: Correctable): Guess | null {
    const { reading } = state;
    const isOfRows = what === 'own' || what === 'system';
    return (
      (isOfRows && current && reading && guessOf(reading.definition, current.document)) || current
    );
  }

  function take(what: Correctable, target: Element): void {
    const next = corrected(guessFor(what), what, target);
    const isGood = next !== null && readingOf(next, { id, name, hosts: hosts.slice() }) !== null;
    if (isGood) current = next;
    const refusal = t(REFUSALS[what] ?? 'picker_not_taken');
    show({ pointing: null, trouble: isGood ? '' : refusal });
    host.focus();
  }

  const actions = {
    correct,
    stopPointing: () => {
      endPointing?.();
      show({ pointing: null });
    },
    otherSide: () => void host.toggleAttribute('data-left'),
    confirm: () => {
      const definition = state.reading?.definition;
      if (!definition) return;
      save(definition).then(saved, () => show({ trouble: t('picker_not_saved') }));
    },
    cancel: end,
  };

  /** A page that is read already goes on as it was until it is loaded again. */
  function saved(): void {
    if (isAllowed() && !state.isKnown) end();
    else show({ done: t(isAllowed() ? 'picker_done_again' : 'picker_done_not_allowed') });
  }

  function end(): void {
    endPointing?.();
    boxes.stop();
    host.remove();
  }

  host.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !state.pointing) end();
  });
  document.documentElement.append(host);
  host.showPopover?.();
  show({});
  host.focus();
  return end;
}

function inAnyFrame(definition: PickedDefinition): Guess | null {
  return (
    documentsOf(document)
      .map((each) => guessOf(definition, each))
      .find((found) => found !== null) ?? null
  );
}

function createHost(layer: HTMLElement): { host: HTMLElement; panel: HTMLElement } {
  const host = document.createElement('div');
  host.setAttribute(OURS, 'picker');
  // In the top layer: a dialog of the page would else lie over it.
  host.setAttribute('popover', 'manual');
  host.tabIndex = -1;
  const panel = document.createElement('div');
  panel.setAttribute('part', 'panel');
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', t('picker_title'));
  host.attachShadow({ mode: 'open' }).append(layer, panel);
  for (const name of OWN_EVENTS) host.addEventListener(name, (event) => event.stopPropagation());
  return { host, panel };
}

/** Replaces the inside, and gives the focus back to the control of the same name, or the first. */
function fill(panel: HTMLElement, children: readonly Node[]): void {
  const root = panel.getRootNode() as ShadowRoot;
  const name = root.activeElement?.getAttribute('data-name');
  panel.replaceChildren(...children);
  const same = name ? panel.querySelector<HTMLElement>(`[data-name="${name}"]`) : null;
  const first = panel.querySelector<HTMLElement>(
    '[data-name="close"], [data-name="stop"], [data-name="confirm"]:enabled, [data-name="part-transcript"]',
  );
  (same ?? first)?.focus();
}

/** What one means who points somewhere: for one's own message all of it. */
function unitFor(what: Correctable, target: Element, current: Guess | null): Element {
  const row = current && rowAround(current, target);
  if (what === 'own' && row) return row;
  if (what === 'system' && current) return lineOrBox(current, target);
  return target;
}

function newId(): string {
  const letters = crypto.getRandomValues(new Uint8Array(8));
  return `picked-${[...letters].map((value) => (value % 36).toString(36)).join('')}`;
}
