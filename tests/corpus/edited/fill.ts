import type { Random } from '../planted/random.ts';
import { dayNumber } from './calendar.ts';
import { drawContact, drawMailbox } from './contacts.ts';
import { drawDate, firstDay } from './dates.ts';
import {
  drawFile,
  drawLink,
  drawNumber,
  drawPlace,
  drawWho,
  drawWording,
  type NumberRange,
} from './slots.ts';
import type { Part } from './template.ts';
import { drawTime } from './times.ts';
import { drawTitle, type UsedTitles } from './titles.ts';
import type { Fact, Frame } from './types.ts';

/** What a slot may depend on. */
type Context = {
  frame: Frame;
  now: number;
  used: UsedTitles;
  random: Random;
  filled: Map<string, Fact>;
};

/** Slots that others depend on, in the order in which they must be drawn. */
const FIRST = ['title', 'start', 'deadline'];

/** Draws a fact for every slot of a wording, but for those that are already given. */
export function fillSlots(
  parts: readonly Part[],
  given: Map<string, Fact>,
  context: Omit<Context, 'filled'>,
): Map<string, Fact> {
  const filled = new Map(given);
  const slots = parts.flatMap((part) => ('slot' in part ? [part] : []));
  const rank = (slot: string): number => (FIRST.indexOf(slot) + 1 || FIRST.length + 1) - 1;
  for (const { slot, detail } of [...slots].sort((a, b) => rank(a.slot) - rank(b.slot))) {
    if (!filled.has(slot)) filled.set(slot, fillSlot(slot, detail, { ...context, filled }));
  }
  return filled;
}

function fillSlot(slot: string, detail: string, context: Context): Fact {
  const { frame, now, used, random, filled } = context;
  const title = filled.get('title')?.value ?? '';
  switch (slot) {
    case 'title':
      return drawTitle(frame.titles, used, random);
    case 'start':
    case 'deadline':
    case 'date':
    case 'opening':
      return drawDate(slot, now, random, earliestDay(slot, context));
    case 'time':
    case 'begin':
    case 'dtime':
      return drawTime(slot, random);
    case 'place':
      return drawPlace(slot, frame.theme, title, random);
    case 'who':
      return drawWho(slot, frame.theme, random);
    case 'contact':
      return drawContact(slot, random);
    case 'mail':
      return drawMailbox(slot, random);
    case 'link':
      return drawLink(slot, random);
    case 'file':
      return drawFile(slot, title, random);
    default:
      return detail.includes(':')
        ? drawNumber(slot, readRange(detail), random)
        : drawWording(slot, detail.split('|'), random);
  }
}

/** A deadline follows the start; an event follows the deadline. Days from now. */
function earliestDay(slot: string, { now, filled }: Context): number {
  const before = slot === 'deadline' ? filled.get('start') : filled.get('deadline');
  if (!before || slot === 'start') return 1;
  return firstDay(before) - dayNumber(now) + 1;
}

/** Reads "10-60/5:人". */
function readRange(detail: string): NumberRange {
  const [numbers = '', unit = ''] = detail.split(':');
  const [range = '', step = '1'] = numbers.split('/');
  const [from = '', to = ''] = range.split('-');
  return { from: Number(from), to: Number(to), step: Number(step), unit };
}
