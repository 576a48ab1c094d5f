// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFolder } from '../../lib/overlay/fold';
import { sites } from '../../lib/sites/index';
import type { Site } from '../../lib/sites/site';

const FIXTURES = 'tests/fixtures/sites';

type Expected = {
  chat: unknown;
  ownNames: string[];
  rows: (Record<string, unknown> | 'error' | null)[];
  recalled: number[];
};

function casesOf(site: Site): string[] {
  const files = readdirSync(`${FIXTURES}/${site.id}`);
  return files.filter((file) => file.endsWith('.html')).map((file) => file.slice(0, -5));
}

function readOrError(site: Site, row: HTMLElement): unknown {
  try {
    return site.read(row);
  } catch {
    return 'error';
  }
}

const NOTHING = { toggle() {}, setDone() {}, teach() {}, jump() {} };

describe.each(sites.map((site) => ({ site, name: site.id })))('adapter $name', ({ site }) => {
  it('has a fixture', () => expect(casesOf(site).length).toBeGreaterThan(0));

  describe.each(casesOf(site))('on %s', (name) => {
    const path = `${FIXTURES}/${site.id}/${name}`;
    const expected = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Expected;

    beforeEach(() => {
      document.body.innerHTML = readFileSync(`${path}.html`, 'utf8');
    });

    it('reads the chat and every row, and refuses what it does not know', () => {
      expect(site.openChat(document)).toEqual(expected.chat);
      expect(site.ownNames(document)).toEqual(expected.ownNames);
      expect(site.rows(document).map((row) => readOrError(site, row))).toEqual(expected.rows);
    });

    it('knows which rows were taken back', () => {
      const rows = site.rows(document);
      const recalled = rows.flatMap((row, index) => (site.isRecalled(row) ? [index] : []));
      expect(recalled).toEqual(expected.recalled);
    });

    it('finds the picture of a row that is one, and of no other', () => {
      site.rows(document).forEach((row, index) => {
        const kind = (expected.rows[index] as { kind?: string } | null)?.kind;
        expect(site.picture?.(row)?.localName).toBe(kind === 'image' ? 'img' : undefined);
      });
    });

    it('finds the row of any node inside it, and none outside', () => {
      for (const row of site.rows(document)) {
        expect(site.rowOf(row.querySelector('*') ?? row)).toBe(row);
      }
      expect(site.rowOf(document.body)).toBeNull();
    });

    it('leaves the page as it was, read twice', () => {
      const before = document.body.outerHTML;
      for (const row of [...site.rows(document), ...site.rows(document)]) readOrError(site, row);
      expect(document.body.outerHTML).toBe(before);
    });

    it('gets its page back after every row was folded and unfolded', () => {
      const before = document.body.outerHTML;
      const folder = createFolder(NOTHING);
      const place = { key: 'k', chat: 'c', now: 0, isOpen: false, canJump: false };
      const rows = site.rows(document);
      for (const row of rows) {
        folder.show(row, site.parts(row), { show: 'hidden', barId: 'k' }, place);
      }
      const isFoldable = rows.some((row) => site.parts(row) !== null);
      expect(document.body.outerHTML !== before).toBe(isFoldable);
      for (const row of rows) folder.clear(row);
      expect(document.body.outerHTML).toBe(before);
    });
  });
});
