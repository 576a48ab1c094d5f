// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { FileDrop } from '../../components/merge/FileDrop';
import { HandOver, type HandOverProps } from '../../components/merge/HandOver';
import { SafetyNotice } from '../../components/SafetyNotice';
import { SiteHealth } from '../../components/SiteHealth';
import { DROP_WORDS, POPUP, SAFETY } from './samples';
import { show } from './screen';
import { speak } from './words';

const NOTHING = () => {};
const STYLES = readdirSync('components', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.css'),
);

beforeEach(() => speak('zh_CN'));

test.each(STYLES)('%s hides no region before it has words: it would not be read out', (name) => {
  const rules = readFileSync(join('components', name), 'utf8').split('}');
  const hiding = rules.filter((rule) => /:empty[^{]*\{[^}]*display:\s*none/.test(rule));
  expect(hiding).toEqual([]);
});

test('of a reading its beginning is read out, not every file', () => {
  const drop = (done: number | null) => (
    <FileDrop
      words={DROP_WORDS}
      accept=".json"
      reading={done === null ? null : { done, total: 300 }}
      onFiles={NOTHING}
      onStop={NOTHING}
    />
  );
  const root = show(drop(null));
  const status = root.querySelector('[role=status]');
  expect(status?.textContent).toBe('');
  render(drop(0), root);
  expect(root.querySelectorAll('[role=status]')).toHaveLength(1);
  expect(root.querySelector('[role=status]')).toBe(status);
  const begun = status?.textContent;
  expect(begun).toContain('300');
  render(drop(120), root);
  expect(status?.textContent).toBe(begun);
  expect(root.querySelector('progress')?.getAttribute('value')).toBe('120');
  expect(root.querySelector('.number')?.textContent).toContain('120');
});

test('of a site its state is read out, not the counts that change all the time', () => {
  const { health } = POPUP;
  if (!health) throw new Error('the sample has no health');
  const root = show(<SiteHealth health={health} />);
  const before = root.querySelector('[role=status]')?.textContent;
  render(<SiteHealth health={{ ...health, read: health.read + 77 }} />, root);
  expect(root.querySelector('[role=status]')?.textContent).toBe(before);
  render(<SiteHealth health={{ ...health, status: 'stopped' }} />, root);
  expect(root.querySelector('[role=status]')?.textContent).not.toBe(before);
});

test('what an action on the data came to is told in a region that was there before', () => {
  const root = show(<SafetyNotice {...SAFETY} result="" />);
  const status = root.querySelector('[role=status]');
  expect(status).not.toBeNull();
  render(<SafetyNotice {...SAFETY} result="已恢复" />, root);
  expect(root.querySelector('[role=status]')).toBe(status);
  expect(status?.textContent).toBe('已恢复');
});

test('days that are refused say so and lead to the reason', () => {
  const props: HandOverProps = {
    ...{ from: '2026-10-16', to: '2026-10-01', today: '2026-10-16', word: '' },
    ...{ problem: 'range', busy: false, preview: null, result: null },
    ...{ onFrom: NOTHING, onTo: NOTHING, onWord: NOTHING },
    ...{ onPreview: NOTHING, onSave: NOTHING, onCancel: NOTHING },
  };
  const days = (problem: HandOverProps['problem']) =>
    [...show(<HandOver {...props} problem={problem} />).querySelectorAll('input[type=date]')].map(
      (field) => ({
        invalid: field.getAttribute('aria-invalid'),
        reason: document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent,
      }),
    );
  const [from, to] = days('range');
  expect(from?.invalid).toBe('true');
  expect(from?.reason).toBeTruthy();
  expect(to).toEqual(from);
  expect(days('word').map(({ invalid }) => invalid)).toEqual(['false', 'false']);
});
