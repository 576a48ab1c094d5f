import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILDS } from '../../scripts/bundles.ts';
import { clickInRow, rowLooking } from './chat-probe.ts';
import { BROWSER_KINDS, launch, type Session } from './harness/launch.ts';
import { breachesIn, withNotedBreaches } from './harness/noted-breaches.ts';
import { changeSettings } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';
import { GRID, noticeAbout, openGroups, read, STREET, YESTERDAY } from './work-groups.ts';

/** Every page of ours and every part of the report, and what says that it stands. */
const SCREENS = [
  ['welcome.html', '.way'],
  ['popup.html', '.foot'],
  ['options.html', '.part'],
  ['sidepanel.html', '.digest'],
  ['report.html#overview', '.overview'],
  ['report.html#groups', '.part'],
  ['report.html#export', '.part'],
  ['report.html#histories', 'input[type=file]'],
  ['report.html#merge', 'input[type=file]'],
] as const;

const MARKUP = '<img src="x" onerror="document.title = 1">';

// Chromium since 83 and Firefox since 148 enforce it; an older Firefox passes over both directives.
describe.each(BROWSER_KINDS)('Trusted Types in %s', (kind) => {
  let session: Session;

  beforeAll(async () => {
    session = await launch(kind, { extension: withNotedBreaches(BUILDS[kind]), lang: 'zh-CN' });
    await changeSettings(session, { welcomed: true });
  });
  afterAll(() => session.close());

  test.each(SCREENS)('%s asks for nothing that its policy refuses', async (path, sign) => {
    const page = await session.extensionPage(path);
    await waitUntil(`${sign} on ${path}`, () => page.$(sign));
    expect(await breachesIn(page)).toEqual([]);
    await page.close();
  });

  test('no page of ours makes elements or a policy for them of a text', async () => {
    const page = await session.extensionPage('options.html');
    expect(await page.evaluate(attempts, MARKUP)).toEqual({
      innerHTML: 'TypeError',
      insertAdjacentHTML: 'TypeError',
      parseFromString: 'TypeError',
      createPolicy: 'TypeError',
    });
    // So the check above can fail: what is refused is noted.
    await waitUntil('the breaches to be noted', async () => (await breachesIn(page)).length >= 4);
    expect(String(await breachesIn(page))).toContain('require-trusted-types-for');
    await page.close();
  });

  test('chats are read and folded on a site that demands Trusted Types itself', async () => {
    const chat = await openGroups(session, 800, { trustedTypes: true });
    const { page } = chat;
    // The site's own scripts are held to it, but for their templates.
    expect(await page.evaluate(attempts, MARKUP)).toMatchObject({
      innerHTML: 'done',
      parseFromString: 'TypeError',
    });
    const text = noticeAbout('商户安全');
    const [first] = await chat.receive({ chat: STREET, from: '张三', text, time: YESTERDAY });
    const [copy = ''] = await chat.receive({
      ...{ chat: GRID, from: '李四', text: `【转发】${text}`, time: YESTERDAY + 60_000 },
    });
    await read(chat, STREET, first);
    await read(chat, GRID);
    expect((await rowLooking(page, copy, 'folded')).words).toContain(STREET);
    await clickInRow(page, copy, 'toggle');
    await rowLooking(page, copy, 'open');
  });
});

/** Runs in the page: the name of what each attempt threw, "done" where it went through. */
function attempts(markup: string): Record<string, string> {
  const outcome = (attempt: () => unknown) => {
    try {
      attempt();
      return 'done';
    } catch (error) {
      return error instanceof Error ? error.name : String(error);
    }
  };
  type Factory = { createPolicy(name: string, rules: object): unknown };
  const { trustedTypes: factory } = globalThis as unknown as { trustedTypes: Factory };
  return {
    innerHTML: outcome(() => Object.assign(document.createElement('p'), { innerHTML: markup })),
    insertAdjacentHTML: outcome(() => document.body.insertAdjacentHTML('beforeend', markup)),
    parseFromString: outcome(() => new DOMParser().parseFromString(markup, 'text/html')),
    createPolicy: outcome(() => factory.createPolicy('any', {})),
  };
}
