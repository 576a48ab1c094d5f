import type { Part } from '../sites/picked-definition';
import { descendantsOf } from '../sites/picked-tree';
import { commonPlace } from './common-place';
import type { FoundKind } from './kinds';
import { sampled } from './leaves';
import { isNameLike } from './sentences';

/** What a pointer shows, a reader for the blind says, or a client notes down. */
const NAMING = /^(alt|title|aria-label|data-[a-z-]*(title|name|author|sender|user|nick))$/;
/** Elements of one row that are looked at. */
const MAX_IN_ROW = 60;

/** Where no name is written out: an attribute of a picture, or of what stands for one, that names different people. */
export function attributeName({ rows }: FoundKind): Part | null {
  const found = new Map<string, { part: Part; names: string[] }>();
  for (const { row, text } of sampled(rows)) {
    for (const element of [row, ...descendantsOf(row, MAX_IN_ROW)]) {
      if (element === text || text.contains(element) || element.closest('button, a')) continue;
      for (const { name: attribute, value } of element.attributes) {
        const name = NAMING.test(attribute) ? value.trim() : '';
        const place = name === '' ? null : commonPlace([{ from: row, to: element }]);
        if (!place || !isNameLike(name)) continue;
        const key = JSON.stringify([place.map(({ tag, nth }) => [tag, nth]), attribute]);
        const known = found.get(key) ?? { part: { place, attribute }, names: [] };
        known.names.push(name);
        found.set(key, known);
      }
    }
  }
  const telling = [...found.values()].filter(({ names }) => new Set(names).size > 1);
  return telling.sort((one, other) => other.names.length - one.names.length)[0]?.part ?? null;
}
