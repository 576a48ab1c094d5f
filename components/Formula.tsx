import { i18n } from '#i18n';
import type { DemandKind } from '../lib/detect/types';
import { demandWord } from './demand-words';
import { showExact, showMinutes, showNumber } from './show-amount';
import { useOpened } from './use-opened';

/** One addend of the minutes. */
export type FormulaPart = {
  part: 'characters' | 'attachments' | 'replies' | DemandKind;
  /** Characters, files, replies or demands. */
  count: number;
  /** Minutes one demand of this kind is taken to cost; the other parts state theirs in the formula. */
  each?: number;
  minutes: number;
  /** "assumption", "own" (set by the user), "reading-speed", or the source in its own words. */
  basis: string;
};

export type FormulaView = {
  version: string;
  /** Some figures are the reader's own: not to be compared with another person's. */
  ownValues: boolean;
  /** Characters read in a minute. */
  charactersPerMinute: number;
  /** Seconds a copied file, image or link is taken to cost. */
  attachmentSeconds: number;
  replySeconds: number;
  /** Minutes a working day at which the score is 100. */
  fullScoreMinutes: number;
  workingDays: number;
  /** Years of the period without an official calendar: there Monday to Friday are the working days. */
  unknownYears: readonly number[];
  parts: FormulaPart[];
};

/**
 * How the two large numbers come about, and what they leave out. The table of the parts is drawn when the reader opens it:
 * its eighty words would hold up the numbers.
 */
export function Formula(props: { formula: FormulaView }) {
  const { wasOpened, onToggle } = useOpened();
  const { formula } = props;
  return (
    <details class="formula" onToggle={onToggle}>
      <summary>{i18n.t('formula_title')}</summary>
      <p>
        {i18n.t('formula_minutes', {
          rate: formula.charactersPerMinute,
          attachment: formula.attachmentSeconds,
          reply: formula.replySeconds,
        })}
      </p>
      <p>{i18n.t('formula_score', { full: formula.fullScoreMinutes })}</p>
      <p class="note">{i18n.t('formula_days', { days: showNumber(formula.workingDays) })}</p>
      {formula.unknownYears.length > 0 && (
        <p class="note">
          {i18n.t('days_formula_unknown_years', {
            years: formula.unknownYears.join(i18n.t('list_separator')),
          })}
        </p>
      )}
      {wasOpened && <PartsTable parts={formula.parts} />}
      <p class="note">{i18n.t('coverage_note')}</p>
      <p class="note">{i18n.t('formula_own', { version: formula.version })}</p>
      {formula.ownValues && <p class="note">{i18n.t('days_formula_own_values')}</p>}
    </details>
  );
}

function PartsTable(props: { parts: FormulaPart[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{i18n.t('formula_part')}</th>
          <th scope="col" class="right">
            {i18n.t('formula_count')}
          </th>
          <th scope="col" class="right">
            {i18n.t('formula_cost')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.parts.map((entry) => (
          <tr key={entry.part}>
            <th scope="row">
              {partWord(entry.part)}
              <br />
              <span class="note">{basisWords(entry.basis)}</span>
            </th>
            <td class="right number">{countWords(entry)}</td>
            <td class="right number">{showMinutes(entry.minutes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function partWord(part: FormulaPart['part']): string {
  if (part === 'characters') return i18n.t('formula_characters');
  if (part === 'attachments') return i18n.t('formula_attachments');
  if (part === 'replies') return i18n.t('formula_replies');
  return demandWord(part);
}

/** Where a figure comes from, in words. A source that is named stands as it is. */
export function basisWords(basis: string): string {
  if (basis === 'assumption') return i18n.t('formula_assumption');
  if (basis === 'own') return i18n.t('formula_own_minutes');
  if (basis === 'reading-speed') return i18n.t('formula_reading_source');
  return basis;
}

function countWords({ count, each }: FormulaPart): string {
  return each === undefined ? showNumber(count) : `${showNumber(count)} × ${showExact(each)}`;
}
