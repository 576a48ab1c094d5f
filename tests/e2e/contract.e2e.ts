import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sites } from '../../lib/sites/index.ts';
import { pageScript } from '../simulator/page-script.ts';
import type { Expected } from '../sites/contract.ts';
import { expectedOf, fixturesOf, pageOf } from '../sites/fixtures.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';

/** The kinds of case that an adapter is written for; fewer fixtures leave some of them out. */
const FIXTURES_EACH = 8;

declare global {
  interface Window {
    contractFaults?: (site: string, page: string, expected: Expected) => string[];
  }
}

describe.each(BROWSER_KINDS)('adapters in %s', (kind) => {
  let session: Session;
  let page: Page;

  beforeAll(async () => {
    session = await launch(kind, { extension: false });
    page = await session.newPage();
    // Pictures and links of the fixtures lead nowhere.
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const answer = request.isNavigationRequest()
        ? request.respond({
            contentType: 'text/html; charset=utf-8',
            body: '<!doctype html><title>contract</title>',
          })
        : request.abort();
      answer.catch(() => undefined);
    });
    await page.goto('https://contract.example/');
    await page.addStyleTag({ content: '[data-fl-hide] { display: none !important; }' });
    await page.evaluate(await contractScript());
  });
  afterAll(() => session.close());

  describe.each(sites.map(({ id }) => id))('%s', (id) => {
    test('has a fixture for every kind of case', () => {
      expect(fixturesOf(id).length).toBeGreaterThanOrEqual(FIXTURES_EACH);
    });

    test.each(fixturesOf(id))('keeps its contract on %s', async (name) => {
      const faults = await page.evaluate(
        (site, html, expected) => window.contractFaults?.(site, html, expected),
        id,
        pageOf(id, name),
        expectedOf(id, name),
      );
      expect(faults).toEqual([]);
    });
  });
});

function contractScript(): Promise<string> {
  const at = (path: string) => fileURLToPath(new URL(path, import.meta.url)).replaceAll('\\', '/');
  return pageScript(
    `import { contractFaults } from '${at('../sites/contract.ts')}';
import { sites } from '${at('../../lib/sites/index.ts')}';
globalThis.contractFaults = (id, page, expected) =>
  contractFaults(sites.find((site) => site.id === id), page, expected);`,
    { '#i18n': 'export const i18n = { t: (name) => name };' },
  );
}
