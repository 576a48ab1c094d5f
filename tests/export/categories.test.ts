import { expect, test } from 'vitest';
import { CATEGORIES, citation, FORMS, SUSPICIONS } from '../../lib/export/categories';
import { DEMAND_WORDS, FORM_WORDS } from '../../lib/export/sheet-words';
import { DEFAULT_MINUTES } from '../../lib/tally/score';

test('every demand and every suspicion has its place and its word', () => {
  const forms = [...Object.keys(DEFAULT_MINUTES), ...SUSPICIONS].sort();
  expect(Object.keys(FORMS).sort()).toEqual(forms);
  expect(Object.keys(FORM_WORDS).sort()).toEqual(forms);
  expect(Object.keys(DEMAND_WORDS).sort()).toEqual(Object.keys(DEFAULT_MINUTES).sort());
});

test('every head has a form, and meetings and inspections have no head', () => {
  const used = new Set(Object.values(FORMS).map(({ category }) => category));
  expect([...CATEGORIES].filter((category) => !used.has(category))).toEqual([]);
  expect([FORMS.meeting.category, FORMS.inspection.category]).toEqual([null, null]);
});

test('a suspicion is worded as one', () => {
  for (const suspicion of SUSPICIONS) expect(FORM_WORDS[suspicion]).toMatch(/^疑似/);
});

test('of what was read in copies the document is named and no word quoted', () => {
  const cited = Object.values(FORMS).flatMap(({ clause }) => (clause ? [clause] : []));
  expect(cited.length).toBeGreaterThan(0);
  for (const clause of cited) {
    expect(clause.seen).toBe('copy');
    expect(citation(clause)).toBe(clause.document);
    expect(citation(clause)).not.toContain(clause.text);
    expect(citation(clause)).not.toMatch(/第.+条/);
  }
  expect(citation(null)).toBe('');
  expect(citation({ document: '《甲》', text: '乙', seen: 'official' })).toBe('《甲》：“乙”');
});

test('the Measures of 2026 are cited nowhere: they except work groups', () => {
  const printed = Object.values(FORMS).map(({ clause }) => citation(clause));
  expect(printed.join('')).not.toMatch(/2026|办法/);
});
