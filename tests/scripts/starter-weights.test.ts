import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analysePart } from '../../lib/detect/analysis';
import { commonBefore } from '../../lib/detect/boilerplate';
import { gramsOf } from '../../lib/detect/fingerprint';
import { OPEN_KEY } from '../../lib/detect/keyed-hash';
import { starterTable, TABLE } from '../../scripts/starter-weights';
import { message } from '../detect/fixtures';

it('the starter table is what the labelled notices give', () => {
  expect(readFileSync(TABLE, 'utf8')).toBe(starterTable());
});

it('what every notice says is common before any was seen, what one notice is about is not', () => {
  const most = (text: string) =>
    Math.max(
      ...gramsOf(analysePart(message(text), OPEN_KEY).tokens).map((print) => commonBefore(print)),
    );
  expect(
    most('请各村（社区）高度重视，逾期未报的将全镇通报，联系人王敏，联系电话8213077'),
  ).toBeGreaterThan(0);
  expect(most('冬春农田水利建设项目摸底')).toBe(0);
});
