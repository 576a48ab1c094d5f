// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://contract.example/" }
import { describe, expect, it } from 'vitest';
import { sites } from '../../lib/sites/index';
import { openPage } from './contract';
import { expectedOf, fixturesOf, pageOf } from './fixtures';

const anywhere = sites.filter(({ isHere }) => isHere);

describe.each(anywhere.map((site) => ({ site, name: site.id })))('$name', ({ site, name }) => {
  const isHereOn = (id: string, page: string) => {
    openPage(pageOf(id, page), expectedOf(id, page));
    return site.isHere?.(document) ?? false;
  };

  it('knows its own page', () =>
    expect(fixturesOf(name).some((page) => isHereOn(name, page))).toBe(true));

  it.each(sites.map(({ id }) => id).filter((id) => id !== name))(
    'does not take a page of %s for its own',
    (id) => expect(fixturesOf(id).filter((page) => isHereOn(id, page))).toEqual([]),
  );
});
