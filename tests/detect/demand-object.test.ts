import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/detect/analysis';
import { type DemandObject, objectsOf, type WorkKind } from '../../lib/detect/demand-object';
import { APART, CARRIERS } from '../corpus/objects/apart';
import { ASKED, UNNAMED } from '../corpus/objects/asked';
import { message } from './fixtures';

/** What a text asks for when it asks for these kinds of work. */
function objectsIn(text: string, ...kinds: WorkKind[]): DemandObject[] {
  return objectsOf(analyse(message(text)), kinds);
}

describe.each(ASKED)('$object, $period', ({ kind, object, period, texts }) => {
  it.each([...texts])('is what is asked for by %s', (text) => {
    expect(objectsIn(text, kind)).toContainEqual(expect.objectContaining({ kind, object, period }));
    const ids = new Set(objectsIn(text, kind).map(({ id }) => id));
    expect(ids).toContain(objectsIn(texts[0], kind).find((one) => one.object === object)?.id);
  });
});

it.each(UNNAMED)('no %s is named by %s', (kind, text) => {
  expect(objectsIn(text, kind)).toEqual([]);
});

const carried = APART.flatMap(([kind, one, other]) =>
  CARRIERS[kind].map((carrier) => [carrier.replace('#', one), carrier.replace('#', other), kind]),
) as [string, string, WorkKind][];

it.each(carried)('%s is not %s', (one, other, kind) => {
  const key = ({ id, period }: DemandObject) => `${id} ${period}`;
  const [ones, others] = [objectsIn(one, kind).map(key), objectsIn(other, kind).map(key)];
  expect(ones.filter((each) => others.includes(each))).toEqual([]);
  expect([ones.length, others.length]).toEqual([1, 1]);
});
