import type { Site } from '../../lib/sites/site';
import { expectedOf, fixturesOf, pageOf, traitsOf } from '../sites/fixtures';
import type { Client } from './overlay';

/** A known client with the pages that were written for its adapter. */
export function clientOf(site: Site, name = site.id): Client {
  const pages = fixturesOf(site.id).map((fixture) => {
    const { address = '/', title = '' } = expectedOf(site.id, fixture);
    return { html: pageOf(site.id, fixture), address, title };
  });
  return { name, site, pages, traits: traitsOf(site.id) };
}
