import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '../../lib/overlay/decide';
import { createFolder } from '../../lib/overlay/fold';
import { contentHash } from '../../lib/sites/content-hash';
import type { ReadMessage, Site } from '../../lib/sites/site';
import { openPage } from './contract';
import { expectedOf, fixturesOf, pageOf, traitsOf } from './fixtures';
import { grow, mutate, randomPages } from './random-pages';

const KINDS = 'text file image link video voice location placeholder system'.split(' ');
const NOTHING = { toggle() {}, setDone() {}, teach() {}, jump() {} };
const HIDDEN: View = { show: 'hidden', barId: 'k' };
const PLACE = { key: 'k', site: 's', chat: 'c', now: 0, isOpen: false, canJump: false };

/** Everything that is right of any message, however broken the page is. */
function expectWellFormed(ids: RegExp, message: ReadMessage): void {
  expect(KINDS).toContain(message.kind);
  if (message.id !== null) expect(message.id).toMatch(ids);
  if (message.time !== undefined) expect(Number.isFinite(message.time)).toBe(true);
  for (const words of [message.sender, message.text]) expect(typeof words).toBe('string');
  expect(message.text.length).toBeLessThanOrEqual(20_000);
  expect(message.clock === null || /^\d{1,2}:\d{2}$/.test(message.clock)).toBe(true);
  if (message.file) expect(Number.isFinite(message.file.size)).toBe(true);
  if (message.link) expect(typeof message.link.url).toBe('string');
  expect(contentHash(message)).toMatch(/^[0-9a-f]{14}$/);
}

/** Reads all that there is to read; each row gives null, a well-formed message, or throws an Error. */
function readPage(site: Site, ids: RegExp): void {
  site.openChat(document);
  site.ownNames(document);
  site.scroller(document);
  for (const row of site.rows(document)) {
    expect(typeof site.isRecalled(row)).toBe('boolean');
    const recalled = site.recalledId?.(row) ?? null;
    if (recalled !== null) expect(recalled).toMatch(ids);
    let message: ReadMessage | null = null;
    try {
      message = site.read(row);
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
    }
    if (message) expectWellFormed(ids, message);
  }
}

/** Folds every row that can be folded, in order, and takes it back. */
function foldAndUnfold(site: Site): void {
  const folder = createFolder(NOTHING);
  const rows = site.rows(document);
  for (const row of rows) folder.show(row, site.parts(row), HIDDEN, PLACE);
  for (const row of rows) folder.clear(row);
}

function expectUntouched(act: () => void): void {
  const before = document.body.outerHTML;
  act();
  expect(document.body.outerHTML).toBe(before);
}

/**
 * What is right of an adapter on any page. Each file of tests takes a part of them: the simulated document of a test keeps
 * what was ever in it, half a gigabyte for each adapter.
 */
export function describeProperties(sites: readonly Site[]): void {
  describe.each(sites.map((site) => ({ site, name: site.id })))('adapter $name', ({ site }) => {
    const fixtures = fixturesOf(site.id);
    const open = (name = '') => openPage(pageOf(site.id, name), expectedOf(site.id, name));
    const traits = traitsOf(site.id);
    const ids = new RegExp(traits.ids, 's');
    const { tree, mutation } = randomPages(traits);

    it('stays sane on any change of its page, leaves it alone, and gives it back after a fold', () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...fixtures),
          fc.array(mutation, { minLength: 1, maxLength: 12 }),
          (name, changes) => {
            open(name);
            for (const change of changes) mutate(document.body, change);
            expectUntouched(() => readPage(site, ids));
            expectUntouched(() => foldAndUnfold(site));
          },
        ),
        { numRuns: 150 },
      );
    });

    it('stays sane on rows made of anything', () => {
      fc.assert(
        fc.property(fc.array(tree, { maxLength: 6 }), (trees) => {
          open(fixtures[0]);
          for (const [index, row] of site.rows(document).entries()) {
            const made = trees[index % Math.max(1, trees.length)];
            row.replaceChildren(...(made === undefined ? [] : [grow(document, made)]));
          }
          expectUntouched(() => readPage(site, ids));
          expectUntouched(() => foldAndUnfold(site));
        }),
        { numRuns: 150 },
      );
    });

    it('finds a row around a node, or none; and every row by itself', () => {
      fc.assert(
        fc.property(fc.array(mutation, { maxLength: 8 }), (changes) => {
          open(fixtures[0]);
          for (const change of changes) mutate(document.body, change);
          const rows = site.rows(document);
          for (const node of document.body.querySelectorAll('*')) {
            const row = site.rowOf(node);
            if (row) expect(row.contains(node)).toBe(true);
          }
          for (const row of rows) expect(site.rowOf(row)).toBe(row);
        }),
        { numRuns: 100 },
      );
    });
  });
}
