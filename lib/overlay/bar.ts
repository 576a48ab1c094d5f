import type { Bar } from './decide';
import { button, element } from './element';
import { createDrawing, type Drawing } from './shadow';
import { t } from './translate';
import { barWords, type Here, sightingWords } from './words';

/** What a reader can do from a bar or a chip. */
export type Actions = {
  toggle(barId: string): void;
  setDone(key: string, done: boolean): void;
  teach(key: string, lesson: 'not-copy' | 'always-fold' | 'forget'): void;
  /** Scrolls to another message of this chat. */
  jump(key: string): void;
};

/** How a bar is drawn besides what it says. */
export type BarState = Here & { isOpen: boolean; now: number; canJump: boolean };

export type BarElement = Drawing<Bar, BarState>;

/** A bar: one line that says what is folded, why, and where else it is. */
export function createBar(actions: Actions): BarElement {
  return createDrawing('bar', (bar, state) => {
    const line = [mainButton(bar, state, actions), ...actionButtons(bar, state, actions)];
    const row = element('div', { part: 'bar' }, line);
    return state.isOpen ? [row, ...details(bar, state)] : [row];
  });
}

function mainButton(bar: Bar, state: BarState, actions: Actions): HTMLElement {
  const { isOpen, now } = state;
  const [about = '', ...why] = barWords(bar, state, now);
  const label = t(isOpen ? 'bar_fold' : 'bar_unfold');
  return button(
    {
      part: 'button line',
      'data-name': 'toggle',
      'aria-expanded': String(isOpen),
      title: [about, ...why].join(' · '),
    },
    [
      element('span', { part: bar.done ? 'about done' : 'about' }, [about]),
      element('span', { part: 'why' }, [why.join(' · ')]),
      element('span', { part: 'toggle' }, [label]),
    ],
    () => actions.toggle(bar.id),
  );
}

function actionButtons(bar: Bar, state: BarState, actions: Actions): HTMLElement[] {
  const action = (name: string, label: string, act: () => void, pressed?: boolean) =>
    button(
      {
        part: 'button action',
        'data-name': name,
        ...(pressed === undefined ? {} : { 'aria-pressed': String(pressed) }),
      },
      [label],
      act,
    );
  const { sameAs } = bar;
  const buttons: HTMLElement[] = [];
  if (bar.kind === 'trace') {
    const label = bar.done ? 'bar_done_undo' : 'bar_done';
    const tick = `${bar.done ? '☑' : '☐'} ${t(label)}`;
    buttons.push(action('done', tick, () => actions.setDone(bar.id, !bar.done), bar.done));
  }
  if (bar.kind === 'copy' && state.isOpen) {
    buttons.push(action('not-copy', t('bar_not_copy'), () => actions.teach(bar.id, 'not-copy')));
  }
  if (bar.kind === 'taught') {
    buttons.push(action('forget', t('bar_forget'), () => actions.teach(bar.id, 'forget')));
  }
  if (sameAs && state.canJump) {
    buttons.push(action('jump', t('bar_jump'), () => actions.jump(sameAs.key)));
  }
  return buttons;
}

/** What an opened bar adds: the other copies, or the names behind a run of replies. */
function details(bar: Bar, state: BarState): HTMLElement[] {
  const separator = t('list_separator');
  if (bar.kind === 'replies') {
    return [element('p', { part: 'more' }, [bar.names.join(separator)])];
  }
  const copies = [bar.sameAs, ...bar.alsoIn].filter((copy) => copy !== null);
  if (copies.length === 0) return [];
  const list = copies.map((copy) => sightingWords(copy, state, state.now)).join(separator);
  return [element('p', { part: 'more' }, [`${t('bar_copies')}${t('clause_separator')}${list}`])];
}
