import type { Part } from '../sites/picked-definition';
import { descendantsOf } from '../sites/picked-tree';
import { commonPlace } from './common-place';
import type { FoundKind } from './kinds';
import { sampled } from './leaves';
import { isNameLike } from './sentences';

/** What a pointer shows, a reader for the blind says, or a client notes down. */
const NAMING = /^(alt|title|aria-label|data-[a-z-]*(title|name|author|sender|user|nick))$/;
/** Share of the most that any attribute names. */
const NEARLY_ALL = 0.8;
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
  const most = Math.max(...telling.map(({ names }) => names.length));
  // Of "Message from 王强" and "王强" the latter.
  const length = ({ names }: { names: string[] }) => names.join('').length / names.length;
  return (
    telling
      .filter(({ names }) => names.length >= most * NEARLY_ALL)
      .sort((one, other) => length(one) - length(other))[0]?.part ?? null
  );
}
