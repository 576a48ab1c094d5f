import { expect, it } from 'vitest';
import { createIndex } from '../../lib/detect/notice-index';
import { options, take } from './fixtures';
import { makeStream } from './stream';

it('in a stream of notices no change is taken for a copy, and most copies are found', () => {
  const index = createIndex();
  const results = makeStream(4000, 20261102).map((one) => ({
    ...one,
    verdict: take(index, one.message, options()),
  }));
  const count = (label: string, relation: string) =>
    results.filter((one) => one.label === label && one.verdict.relation === relation).length;
  const table = ['new', 'copy', 'update', 'chat'].map((label) => ({
    label,
    new: count(label, 'new'),
    copy: count(label, 'copy'),
    revision: count(label, 'revision'),
    series: count(label, 'series'),
    none: count(label, 'none'),
  }));
  console.table(table);
  const falseCopies = results.filter(
    (one) => one.label !== 'copy' && one.verdict.relation === 'copy',
  );
  expect(falseCopies.map((one) => one.message.text)).toEqual([]);
  const copies = results.filter((one) => one.label === 'copy').length;
  expect(count('copy', 'copy') / copies).toBeGreaterThan(0.95);
}, 60_000);
