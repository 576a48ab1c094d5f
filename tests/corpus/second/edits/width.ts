import { respell, type Slot, textOf } from '../model.ts';
import type { Edit } from './edit.ts';

type Reach = (slot: Slot | null) => boolean;
type Change = { pairs: ReadonlyMap<string, string>; reach: Reach };

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SIGNS = '.-@/%:+()';
const FULL_MARKS = '，；！？（）：';
const HALF_MARKS = ',;!?():';

function widened(characters: string): [string, string][] {
  return [...characters].map((one) => [one, String.fromCharCode(one.charCodeAt(0) + 0xfee0)]);
}

function narrowed(only: string): [string, string][] {
  return [...only].map((one) => [one, HALF_MARKS[FULL_MARKS.indexOf(one)] ?? one]);
}

function change(pairs: [string, string][], reach: Reach = everywhere): Change {
  return { pairs: new Map(pairs), reach };
}

function everywhere(): boolean {
  return true;
}

const CHANGES: Change[] = [
  change(widened(DIGITS)),
  change(widened(DIGITS + LETTERS)),
  change(widened(LETTERS)),
  change(widened(DIGITS + LETTERS + SIGNS)),
  change(widened(DIGITS), (slot) => slot?.sort === 'phone'),
  change(widened(DIGITS), (slot) => slot?.sort === 'date' || slot?.sort === 'dates'),
  change(widened(`${DIGITS}:`), (slot) => slot?.sort === 'time' || slot?.sort === 'span'),
  change(widened(DIGITS), (slot) => slot?.sort === 'count' || slot?.sort === 'money'),
  change(widened('@.-'), (slot) => slot?.sort === 'mail' || slot?.sort === 'phone'),
  change(narrowed(FULL_MARKS)),
  change(narrowed('，')),
  change(narrowed('：')),
  change(narrowed('（）')),
  change(narrowed('，：')),
  change(narrowed('；！？')),
  change([['。', '.'], ...narrowed(FULL_MARKS)], (slot) => slot === null),
  change([['“', '"'], ['”', '"'], ...narrowed('，')]),
  change(widened('%()/+:-')),
  change([...widened(DIGITS), ...narrowed('，：（）')]),
];

/** Full-width characters for half-width ones, or the other way round. */
export const changeWidth: Edit = (parts, { random }) => {
  const before = textOf(parts);
  for (const { pairs, reach } of random.some(CHANGES, 6)) {
    const map = (text: string) => text.replace(/./gu, (one) => pairs.get(one) ?? one);
    const changed = parts.flatMap((part) => {
      const slot = typeof part === 'string' ? null : part;
      return reach(slot) ? respell([part], map) : [part];
    });
    if (textOf(changed) !== before) return changed;
  }
  return null;
};
