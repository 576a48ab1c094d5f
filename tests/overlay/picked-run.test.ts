// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://chat.example.org/" }
import { afterEach, expect, it } from 'vitest';
import { pickedSite } from '../../lib/sites/picked';
import { definitionHere, fixture, openPage } from '../picker/pages';
import { leaveBrowser, standInForBrowser } from './browser-stand-ins';
import { pass, startOverlay } from './made-client';

afterEach(leaveBrowser);

it('a message that goes on in a run is told under the name at its head, on a page that the user pointed out', async () => {
  openPage(fixture('runs'));
  const site = pickedSite({ ...definitionHere(), rememberedHeights: false });
  standInForBrowser();
  const { session, messages } = startOverlay(site, () => ({}));
  await pass(1_000);
  const words = '另外请把上周的防火巡查照片一并发到工作邮箱里来';
  const made = document.createElement('div');
  made.innerHTML = `<div class="line line-left"><div class="cloud"><p>${words}</p><span class="hm">10:40</span></div></div>`;
  const row = made.firstElementChild as HTMLElement;
  document.querySelector('.inner')?.append(row);
  await pass(3_000);
  const sender = site.read(row)?.sender;
  expect(sender).toBeTruthy();
  const found = messages().filter(({ text }) => text === words);
  expect(found.map((message) => message.sender)).toEqual([sender]);
  // Drawn on, it is the same one.
  row.append(document.createElement('i'));
  await pass(3_000);
  expect(new Set(messages().map(({ key, text }) => text === words && key)).size).toBe(2);
  session.stop();
});
