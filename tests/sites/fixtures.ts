import { readdirSync, readFileSync } from 'node:fs';
import type { Expected } from './contract';

const FOLDER = 'tests/fixtures/sites';

/** Words of one client's pages: whatever its adapter looks for may stand anywhere in a broken page. */
export type Traits = {
  /** What an id of this client is made of, as a regular expression. */
  ids: string;
  classes: readonly string[];
  attributes: readonly string[];
  values: readonly string[];
  /** Element names, where it has names of its own. */
  names?: readonly string[];
};

export function traitsOf(site: string): Traits {
  return JSON.parse(readFileSync(`${FOLDER}/${site}/traits.json`, 'utf8')) as Traits;
}

/** Names of a site's fixtures: a page each, and beside it what is to be read in it. */
export function fixturesOf(site: string): string[] {
  const files = readdirSync(`${FOLDER}/${site}`).filter((file) => file.endsWith('.html'));
  return files.map((file) => file.slice(0, -5)).sort();
}

/** The inside of the body. */
export function pageOf(site: string, name: string): string {
  return readFileSync(`${FOLDER}/${site}/${name}.html`, 'utf8');
}

export function expectedOf(site: string, name: string): Expected {
  return JSON.parse(readFileSync(`${FOLDER}/${site}/${name}.json`, 'utf8')) as Expected;
}
