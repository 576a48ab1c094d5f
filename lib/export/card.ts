import type { Day } from '../tally/rows.ts';
import { FORMULA_VERSION } from '../tally/score.ts';
import { cardLimits } from './coverage-notes.ts';
import { ownFigureWords } from './own-figures.ts';
import { figuresOf } from './period-figures.ts';
import { toOnePlace } from './sheet.ts';
import { chosenOnly, type SheetChoice, type SheetSource } from './sheet-source.ts';
import { CARD_WORDS } from './sheet-words.ts';
import { scope } from './summary-sheet.ts';

/** What a card says: figures of a period and what they mean. No name and no text from a chat. */
export type Card = {
  title: string;
  period: string;
  /** The large figure and what it is. */
  minutes: { value: string; label: string };
  figures: readonly { value: string; label: string }[];
  /** What the figures mean and how far they reach, a paragraph each. */
  notes: readonly string[];
};

/** The card of the chosen groups. */
export function cardOf(source: SheetSource, choice: SheetChoice): Card {
  const { from, to, days, groups, own } = chosenOnly(source, choice);
  const figures = figuresOf(days, from, to, own);
  const { counts } = figures;
  const changed = ownFigureWords(own);
  return {
    title: CARD_WORDS.title,
    period: periodWords(from, to),
    minutes: { value: minutesWords(figures.minutes), label: CARD_WORDS.minutes },
    figures: [
      { value: String(toOnePlace(figures.score)), label: CARD_WORDS.score },
      { value: grouped(counts.copies), label: CARD_WORDS.copies },
      { value: grouped(figures.demands), label: CARD_WORDS.demands },
      { value: grouped(counts.messages), label: CARD_WORDS.messages },
      { value: grouped(figures.groups), label: CARD_WORDS.groups },
      { value: grouped(figures.workingDays), label: CARD_WORDS.workingDays },
    ],
    notes: [
      CARD_WORDS.formula(FORMULA_VERSION),
      ...(changed ? [CARD_WORDS.own(changed)] : []),
      CARD_WORDS.coverage(scope(groups.length, source.groups.length)) + cardLimits(source),
    ],
  };
}

/** The card in one paragraph, for those who cannot see it. */
export function cardText({ title, period, minutes, figures, notes }: Card): string {
  const all = [minutes, ...figures].map(({ label, value }) => `${label} ${value}`);
  return `${title}，${period}：${all.join('，')}。${notes.join('')}`;
}

function periodWords(from: Day, to: Day): string {
  return from === to ? from : CARD_WORDS.period(from, to);
}

function minutesWords(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return CARD_WORDS.shortTime(whole);
  return CARD_WORDS.longTime(grouped(Math.floor(whole / 60)), whole % 60);
}

function grouped(value: number): string {
  return value.toLocaleString('zh-CN');
}
