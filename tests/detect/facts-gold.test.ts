import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../lib/detect/attachment';
import { dayOf } from '../../lib/detect/calendar';
import { readNumber } from '../../lib/detect/chinese-number';
import type { Fact } from '../../lib/detect/fact';
import { findFacts } from '../../lib/detect/facts';
import { scoreFacts } from '../corpus/evaluate/facts';
import { precision, recall, scoreText } from '../corpus/evaluate/score';
import {
  AMOUNTS,
  FIGURES,
  LEAP,
  LINKS,
  MOMENTS,
  NUMERALS,
  PHONES,
  SHARES,
} from './recognizer-scope';
import {
  dayIn,
  emptyInputsOf,
  hasSpecs,
  minutesIn,
  readMoments,
  type Spec,
  specsOf,
} from './recognizer-specs';

const GATE = 0.95;
const AMOUNT_FILES = ['Currency', 'Age', 'Dimension', 'Temperature'].map(
  (name) => `NumberWithUnit_Chinese_${name}Model`,
);

describe('facts of the labelled notices', () => {
  it.each(['seen', 'held'] as const)('%s', (half) => {
    const { kinds, deadlines } = scoreFacts(half);
    for (const [kind, score] of [...kinds, ['deadlines', deadlines] as const]) {
      console.log(`${half}, ${scoreText(kind, score)}`);
    }
    for (const kind of ['date', 'time', 'number', 'link'] as const) {
      const score = kinds.get(kind);
      expect(score && precision(score), `${kind}, precision`).toBeGreaterThanOrEqual(GATE);
      expect(score && recall(score), `${kind}, recall`).toBeGreaterThanOrEqual(GATE);
    }
  });
});

if (!hasSpecs) console.log('skipped: no specifications beside the project (../shared/data/time)');

describe.skipIf(!hasSpecs)('specifications of third parties', () => {
  it('days and times', () => {
    const specs = readMoments().filter(({ words }) => MOMENTS.test(words) && !LEAP.test(words));
    const missed = specs.filter((spec) => !spec.readings.some((ends) => statesAll(spec, ends)));
    report('days and times', missed, specs);
  });

  it('no wrong day with full confidence', () => {
    const specs = readMoments();
    const wrong = specs.filter(hasWrongDay);
    console.log(
      `days resolved to another day than any reading: ${wrong.length} in ${specs.length} spans`,
    );
    for (const { body, words } of wrong) console.log(`  ${words} in ${body}`);
    expect(wrong.length / specs.length).toBeLessThan(0.01);
  });

  it.each([
    ['figures', ['Number_Chinese_NumberModel'], FIGURES],
    ['shares', ['Number_Chinese_PercentModel'], SHARES],
    ['amounts', AMOUNT_FILES, AMOUNTS],
  ])('%s', (name, files, scope) => {
    const specs = specsOf(...files).filter((spec) => scope.test(spec.words) && standsAlone(spec));
    const missed = specs.filter(
      (spec) => !factsOf(spec).some((fact) => numberOf(fact) === Number.parseFloat(spec.value)),
    );
    report(name, missed, specs);
  });

  it('Chinese numerals', () => {
    const specs = specsOf('Number_Chinese_NumberModel').filter(({ words }) => NUMERALS.test(words));
    report(
      'Chinese numerals',
      specs.filter(({ words, value }) => readNumber(words) !== Number(value)),
      specs,
    );
  });

  it('telephone numbers', () => {
    const specs = specsOf('Sequence_Chinese_PhoneNumberModel').filter(({ words }) =>
      PHONES.test(words),
    );
    const missed = specs.filter((spec) => !factsOf(spec).some((fact) => isContact(fact, spec)));
    report('telephone numbers', missed, specs);
  });

  it('links', () => {
    const specs = specsOf('Sequence_Chinese_URLModel').filter(({ words }) => LINKS.test(words));
    const missed = specs.filter(
      (spec) => !factsOf(spec).some(({ value }) => value === `url ${canonicalUrl(spec.words)}`),
    );
    report('links', missed, specs);
    const wrong = emptyInputsOf('Sequence_Chinese_URLModel').filter((body) =>
      findFacts(body, 0).some(({ kind }) => kind === 'link'),
    );
    console.log(`taken for links: ${wrong.join(' | ')}`);
    expect(wrong.length).toBeLessThanOrEqual(1);
  });
});

function report(name: string, missed: readonly Spec[], all: readonly Spec[]): void {
  const found = all.length - missed.length;
  console.log(`${name}: ${found} of ${all.length} (${((100 * found) / all.length).toFixed(1)} %)`);
  for (const { body, words, readings, value } of missed) {
    console.log(`  ${words} (${value || JSON.stringify(readings)}) in ${body}`);
  }
  expect(all.length).toBeGreaterThan(4);
  expect(found / all.length).toBeGreaterThanOrEqual(GATE);
}

function factsOf({ body, time }: Spec): Fact[] {
  return findFacts(body, time);
}

/** Every end of a reading is stated: its day and its time, where it has them. */
function statesAll(spec: Spec, ends: readonly string[]): boolean {
  const facts = factsOf(spec);
  const isTime = /time/.test(spec.type);
  const needsDay = spec.type !== 'time' && spec.type !== 'timerange';
  // A part of the day has bounds of the specification's own.
  const needsHour = isTime && /[点时:]|\d-\d/.test(spec.words);
  return ends.every((end) => {
    const day = needsDay ? dayIn(end) : null;
    const minutes = needsHour ? minutesIn(end) : null;
    // An hour stands on the message's own day where no other is said.
    const hasDay =
      day === null || day === dayOf(spec.time) || facts.some((fact) => fact.day === day);
    return hasDay && (minutes === null || facts.some((fact) => isAt(fact, minutes)));
  });
}

/** Not the figures of a date or an hour, nor of a row with several points. */
function standsAlone({ body, words, at }: Spec): boolean {
  const after = body.slice(at + words.length, at + words.length + 2);
  return !/^(?:[年月日点]|\.\d)/.test(after) && !/[-.]$/.test(body.slice(0, Math.max(0, at)));
}

function isAt({ kind, minutes, unsure }: Fact, wanted: number): boolean {
  if (kind !== 'time' || minutes === undefined) return false;
  return minutes % 1440 === wanted || (unsure === true && minutes + 720 === wanted);
}

function hasWrongDay(spec: Spec): boolean {
  const { at } = spec;
  if (at === -1) return false;
  const allowed = new Set(spec.readings.flat().map(dayIn));
  if ([...allowed].every((day) => day === null)) return false;
  return factsOf(spec).some(
    ({ day, start, end }) =>
      day !== undefined && start >= at && end <= at + spec.words.length && !allowed.has(day),
  );
}

function numberOf({ kind, value }: Fact): number | null {
  return kind === 'number' ? Number.parseFloat(value.replace('number ', '')) : null;
}

function isContact({ kind, value }: Fact, { words }: Spec): boolean {
  const digits = words.replace(/\D/g, '').replace(/^(?:00)?86/, '');
  return kind === 'contact' && value.replace(/\D/g, '') === digits;
}
