import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { examples } from '../../scripts/asking/examples.ts';
import { TABLE, tableOf } from '../../scripts/asking/table.ts';
import { train } from '../../scripts/asking/train.ts';
import { labelled } from '../corpus/evaluate/labelled.ts';

it('the weights are what the labelled lines teach', () => {
  expect(readFileSync(TABLE, 'utf8') === tableOf(train(examples()))).toBe(true);
}, 120_000);

it('nothing is learnt of the lines that are held back', () => {
  const taught = new Set(examples().map(({ text }) => text));
  const held = [
    ...labelled<{ id: string; text: string }>('demands-fifth demands-sixth demands-seventh'),
    ...labelled<{ id: string; text: string }>('demands demands-more demands-fourth', 'held'),
  ];
  // A few short lines ("收到请回复") everybody writes.
  const both = held.filter(({ text }) => taught.has(text) && text.length > 12);
  expect(both).toEqual([]);
});
