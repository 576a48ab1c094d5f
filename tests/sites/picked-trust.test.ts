// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { pickedSite } from '../../lib/sites/picked';
import { haveChanged, type SeenId, seenIds, trustedSites } from '../../lib/sites/picked-trust';
import { definitionHere, fixture, openPage } from '../picker/pages';

const SEEN: SeenId[] = [
  ['a', '1'],
  ['b', '2'],
  ['c', '3'],
];

describe('ids from visit to visit', () => {
  it('that stay the same are trusted, also where other messages came', () => {
    expect(haveChanged(SEEN, SEEN)).toBe(false);
    expect(
      haveChanged(SEEN, [
        ['c', '3'],
        ['d', '4'],
      ]),
    ).toBe(false);
    expect(
      haveChanged(SEEN, [
        ['x', '8'],
        ['y', '9'],
      ]),
    ).toBe(false);
    expect(haveChanged([], SEEN)).toBe(false);
  });

  it('that are made anew are not', () => {
    expect(
      haveChanged(SEEN, [
        ['a', '7'],
        ['b', '8'],
      ]),
    ).toBe(true);
  });

  it('of one message alone, or of words that were said twice, prove nothing', () => {
    expect(haveChanged(SEEN, [['a', '7']])).toBe(false);
    expect(
      haveChanged(SEEN, [
        ['a', '7'],
        ['a', '8'],
        ['b', '9'],
      ]),
    ).toBe(false);
    expect(
      haveChanged(SEEN, [
        ['a', '7'],
        ['b', '8'],
        ['c', '3'],
      ]),
    ).toBe(false);
  });

  it('decide which adapter serves a page', () => {
    openPage(fixture('flat'));
    const definition = definitionHere();
    const note = vi.fn();
    const before = seenIds(pickedSite(definition), document);
    const [trusted] = trustedSites(definition, before, note);
    expect(trusted?.isHere(document)).toBe(true);
    expect(note).toHaveBeenLastCalledWith(before, true);
    openPage(fixture('flat').replace(/data-mid="7/g, 'data-mid="9'));
    const sites = trustedSites(definition, before, note);
    expect(sites.map((site) => site.isHere(document))).toEqual([false, true]);
    expect(note).toHaveBeenLastCalledWith(expect.anything(), false);
    const [row] = sites[1]?.rows(document) ?? [];
    expect(row && sites[1]?.read(row)).toMatchObject({ id: null, knownBy: expect.any(String) });
  });
});
