// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { createRowReader } from '../../lib/overlay/row-reader';
import type { Site } from '../../lib/sites/site';
import { wechat } from '../../lib/sites/wechat';

const site: Site = {
  ...wechat,
  read(row) {
    if (row.dataset.odd !== undefined) throw new Error('odd');
    const id = row.dataset.id ?? '';
    return { id, own: false, sender: '', kind: 'text', text: id, clock: null };
  },
};

function row(data: Record<string, string>, text: string): HTMLElement {
  const made = document.createElement('div');
  Object.assign(made.dataset, data);
  made.textContent = text;
  return made;
}

it('is not lost over one odd row, however often it is touched or mounted again', () => {
  const reader = createRowReader(site, () => {});
  for (let good = 0; good < 3; good++) reader.read(row({ id: `${good}` }, 'good'));
  for (let again = 0; again < 50; again++) reader.read(row({ odd: '' }, 'the same odd row'));
  expect(reader.errors()).toBe(50);
  expect(reader.isLost()).toBe(false);
});

it('is lost when most of the last rows are not understood', () => {
  const reader = createRowReader(site, () => {});
  for (let good = 0; good < 4; good++) reader.read(row({ id: `${good}` }, 'good'));
  for (let odd = 0; odd < 5; odd++) reader.read(row({ odd: '' }, `odd ${odd}`));
  expect(reader.isLost()).toBe(true);
});
