import { expect, test } from 'vitest';
import { addedBy } from '../../../scripts/bench-page/comparison.ts';
import type { PageCosts } from '../../../scripts/bench-page/page-costs.ts';
import { costTable, distanceToFloor } from '../../../scripts/bench-page/tables.ts';
import type { Variant } from '../../../scripts/bench-page/variants.ts';

const NOTHING = { script: 0, style: 0, layout: 0, longTasks: 0, longest: 0 };

/** @param cpu seconds of each run */
function runs(cpu: readonly number[], heap = 0): PageCosts[] {
  return cpu.map((seconds) => ({ ...NOTHING, cpu: seconds, heap }));
}

function measured(costs: Partial<Record<Variant, PageCosts[]>>) {
  return { messages: 2000, costs: new Map(Object.entries(costs) as [Variant, PageCosts[]][]) };
}

test('a run is compared with the one without of its own round: a machine that becomes slower does so for both', () => {
  const drifting = measured({ without: runs([10, 14, 20]), ours: runs([10.4, 14.2, 20.6], 3e6) });
  expect(addedBy('ours', drifting)).toEqual({
    each: expect.closeTo(0.2),
    least: expect.closeTo(0.1),
    most: expect.closeTo(0.3),
    percent: expect.closeTo((100 * 0.4) / 14),
    heap: 3e6,
  });
});

test('a variant with nothing to compare it with adds nothing that is known', () => {
  expect(addedBy('ours', measured({ ours: runs([1]) }))).toBeNull();
  expect(addedBy('pangu', measured({ without: runs([1]) }))).toBeNull();
  expect(distanceToFloor(measured({ without: runs([1]), ours: runs([2]) }))).toBeNull();
});

test('the table has a row for each variant that ran, and the floor a distance', () => {
  const all = measured({ without: runs([2]), floor: runs([2.1]), ours: runs([2.5]) });
  const [heads = [], ...rows] = costTable(all);
  expect(rows.map((row) => row.slice(0, 5))).toEqual([
    ['nothing', '2.00', '', '', ''],
    ['floor', '2.10', '0.050', '', '5.0'],
    ['ours', '2.50', '0.250', '', '25.0'],
  ]);
  expect(rows.every(({ length }) => length === heads.length)).toBe(true);
  expect(distanceToFloor(all)).toContain('0.200 above it');
});
