// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionHere, fixture, openPage, readWith } from './pages';

/** Names as build tools make them. */
const hashed = fc.oneof(
  fc.stringMatching(/^css-[a-z0-9]{6}$/),
  fc.stringMatching(/^_[0-9a-f]{7}$/),
  fc.stringMatching(/^sc-[a-zA-Z]{6}$/),
  fc.stringMatching(/^x[0-9][a-z0-9]{6}$/),
  fc.stringMatching(/^[A-Z][a-z]{2}__r[0-9][A-Za-z0-9]{4}$/),
);

const PAGES = ['flat', 'virtual', 'groups', 'pieces', 'lines', 'reverse', 'flood'];

/** The page with every class renamed, in its elements and in its styles. */
function renamed(html: string, names: readonly string[]): string {
  const known = new Map<string, string>();
  const rename = (name: string) => {
    const made = known.get(name) ?? `${names[known.size % names.length]}${known.size}`;
    known.set(name, made);
    return made;
  };
  return html
    .replace(
      /class="([^"]+)"/g,
      (_, list: string) => `class="${list.split(/\s+/).map(rename).join(' ')}"`,
    )
    .replace(/\.([a-zA-Z_][\w-]*)(?=[\s{>,:])/g, (whole, name: string) =>
      known.has(name) ? `.${known.get(name)}` : whole,
    );
}

const said = (html: string) => {
  openPage(html);
  return readWith(definitionHere()).map(({ sender, text, clock }) => [sender, text, clock]);
};

describe('class names that a build tool draws anew', () => {
  it.each(PAGES)('%s: what is found does not depend on them', (name) => {
    const plain = said(fixture(name));
    fc.assert(
      fc.property(fc.uniqueArray(hashed, { minLength: 12, maxLength: 12 }), (names) => {
        expect(said(renamed(fixture(name), names))).toEqual(plain);
      }),
      { numRuns: 25 },
    );
  });

  it.each(PAGES)('%s: what was pointed out on one build is found on the next', (name) => {
    fc.assert(
      fc.property(
        fc.uniqueArray(hashed, { minLength: 12, maxLength: 12 }),
        fc.uniqueArray(hashed, { minLength: 12, maxLength: 12 }),
        (now, later) => {
          openPage(renamed(fixture(name), now));
          const definition = definitionHere();
          const before = readWith(definition).map(({ sender, text }) => [sender, text]);
          openPage(renamed(fixture(name), later));
          expect(readWith(definition).map(({ sender, text }) => [sender, text])).toEqual(before);
        },
      ),
      { numRuns: 25 },
    );
  });
});
