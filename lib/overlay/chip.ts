import type { Change } from '../detect/types';
import type { Actions } from './bar';
import type { Chip } from './decide';
import { button, element } from './element';
import { createDrawing, type Drawing } from './shadow';
import { t } from './translate';
import {
  deadlineWords,
  demandWords,
  factWords,
  type Here,
  sameAsWords,
  sightingWords,
} from './words';

export type ChipState = Here & { key: string; now: number; canJump: boolean };

export type ChipElement = Drawing<Chip, ChipState>;

/** A chip: a short mark over the corner of a message that stays open; a click tells the rest. */
export function createChip(actions: Actions): ChipElement {
  return createDrawing('chip', (chip, state) => {
    const more = element(
      'div',
      { part: 'details', popover: 'auto' },
      details(chip, state, actions),
    );
    // Before Chromium 114 there is no popover: there it is hidden and shown by hand.
    more.hidden = !more.togglePopover;
    const label = element('span', { part: 'summary' }, summary(chip, state));
    const isChange = chip.updatedBy !== null || chip.changed.length > 0;
    const opener = button(
      {
        part: isChange ? 'button chip changed' : 'button chip',
        'data-name': 'chip',
        'aria-haspopup': 'true',
        title: label.textContent ?? '',
      },
      [label],
      () => openBelow(more, opener),
    );
    return [opener, more];
  });
}

/** The most important thing first: it is what remains when the chip is cut short. */
function summary(chip: Chip, state: ChipState): (Node | string)[] {
  const pieces: (Node | string)[][] = [];
  if (chip.updatedBy) pieces.push([t('mark_updated')]);
  for (const change of chip.changed.slice(0, 2)) pieces.push(changeWords(change));
  if (chip.sameAs) pieces.push([sameAsWords(chip.sameAs, state, state.now)]);
  if (chip.demands.length > 0) pieces.push([demandWords(chip.demands)]);
  if (chip.deadline && chip.changed.length === 0) {
    pieces.push([deadlineWords(chip.deadline)]);
  }
  if (pieces.length === 0) pieces.push([t('mark_changed')]);
  return pieces.flatMap((piece, index) => (index === 0 ? piece : [' · ', ...piece]));
}

/** "截止 <del>11月5日</del> → <ins>11月7日</ins>": told by words and arrow, not by colour alone. */
function changeWords(change: Change): (Node | string)[] {
  const from = change.from ? [element('del', { part: 'from' }, [change.from]), ' '] : [];
  const to = change.to ? [' ', element('ins', { part: 'to' }, [change.to])] : [];
  return [`${factWords(change)} `, ...from, '→', ...(to.length > 0 ? to : [' –'])];
}

function details(chip: Chip, state: ChipState, actions: Actions): Node[] {
  const { key, now, canJump } = state;
  const lines: (Node | string)[][] = chip.changed.map(changeWords);
  const newer = chip.updatedBy;
  if (newer) {
    const where = sightingWords(newer, state, now);
    lines.unshift([t('mark_updated'), t('clause_separator'), where]);
    lines.push(...newer.changed.map(changeWords));
  }
  if (chip.sameAs) lines.push([sameAsWords(chip.sameAs, state, state.now)]);
  if (chip.demands.length > 0) lines.push([demandWords(chip.demands)]);
  const nodes: Node[] = lines.map((line) => element('p', { part: 'detail' }, line));
  const action = (name: string, label: string, act: () => void) =>
    nodes.push(button({ part: 'button action', 'data-name': name }, [label], act));
  if (newer && canJump) {
    action('jump', t('mark_updated_jump'), () => actions.jump(newer.key));
  }
  action('always-fold', t('bar_always_fold'), () => actions.teach(key, 'always-fold'));
  if (chip.sameAs || chip.changed.length > 0) {
    action('not-copy', t('bar_not_copy'), () => actions.teach(key, 'not-copy'));
  }
  return nodes;
}

/** In the top layer, so that the transcript does not clip it; a click beside it or Escape closes it. */
function openBelow(more: HTMLElement, opener: HTMLElement): void {
  const { bottom, right } = opener.getBoundingClientRect();
  const top = Math.min(bottom + 4, window.innerHeight - 120);
  more.style.inset = `${top}px ${Math.max(0, window.innerWidth - right)}px auto auto`;
  if (more.togglePopover) more.togglePopover();
  else more.hidden = !more.hidden;
}
