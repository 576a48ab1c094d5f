import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addedHosts } from '../../lib/added-hosts';
import { registerAddedHosts, startInOpenTabs } from '../../lib/background/host-scripts';

const WECHAT = 'https://wx.qq.com/*';
let granted: string[] = [];
let registered: { id: string; matches: string[] }[] = [];

beforeEach(() => {
  granted = [WECHAT];
  registered = [];
  fakeBrowser.runtime.getManifest = () => ({ content_scripts: [{ matches: [WECHAT] }] }) as never;
  Object.assign(fakeBrowser, {
    permissions: { getAll: async () => ({ origins: granted }) },
    scripting: {
      getRegisteredContentScripts: async () => registered,
      registerContentScripts: vi.fn(async (scripts) => {
        if (registered.some(({ id }) => id === scripts[0].id)) throw new Error('duplicate id');
        registered = [...registered, ...scripts];
      }),
      updateContentScripts: async (scripts: typeof registered) => {
        registered = registered.map((old) => scripts.find(({ id }) => id === old.id) ?? old);
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        registered = registered.filter(({ id }) => !ids.includes(id));
      },
    },
  });
});

test('what the manifest runs on is not added, nor is what is no web address', async () => {
  granted = [WECHAT, 'https://chat.example.org/*', 'file:///*', 'http://10.2.3.4/*'];
  expect(await addedHosts()).toEqual(['http://10.2.3.4/*', 'https://chat.example.org/*']);
});

test('pages that the manifest names by their path are not added, although Firefox tells of their hosts', async () => {
  const matches = ['https://*.feishu.cn/messenger*', 'https://*.feishu.cn/next/messenger*'];
  fakeBrowser.runtime.getManifest = () => ({ content_scripts: [{ matches }] }) as never;
  granted = ['https://*.feishu.cn/*', 'https://*.feishu.cn/*', 'https://chat.example.org/*'];
  expect(await addedHosts()).toEqual(['https://chat.example.org/*']);
  // Chromium tells of them as they stand.
  granted = [...matches, 'https://chat.example.org/*'];
  expect(await addedHosts()).toEqual(['https://chat.example.org/*']);
});

test('the content script runs on added addresses, follows them, and ends with the last', async () => {
  await registerAddedHosts();
  expect(registered).toEqual([]);
  granted = [WECHAT, 'https://chat.example.org/*'];
  await registerAddedHosts();
  granted = [WECHAT, 'https://talk.example.org/*'];
  await registerAddedHosts();
  expect(registered.map(({ matches }) => matches)).toEqual([['https://talk.example.org/*']]);
  granted = [WECHAT];
  await registerAddedHosts();
  expect(registered).toEqual([]);
});

test.each([
  ['Chromium', '', {}],
  ['Firefox', 'moz-extension://6d3a8f10/', { css: null }],
])(
  'pages of the installation that were given back are started with the scripts that %s names',
  async (_, root, none) => {
    const overlay = {
      js: [`${root}installed-sites.js`, `${root}overlay.js`],
      css: [`${root}overlay.css`],
    };
    fakeBrowser.runtime.getManifest = () =>
      ({
        content_scripts: [
          { matches: [WECHAT, 'https://wx2.qq.com/*'], ...overlay },
          { matches: [WECHAT], js: [`${root}page-feed.js`], world: 'MAIN', ...none },
        ],
      }) as never;
    const executeScript = vi.fn(async () => []);
    const insertCSS = vi.fn(async () => {});
    Object.assign(fakeBrowser.scripting, { executeScript, insertCSS });
    const query = vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 5 }] as never);
    await startInOpenTabs([WECHAT]);
    expect(query.mock.calls).toEqual([[{ url: [WECHAT] }], [{ url: [WECHAT] }]]);
    const target = { tabId: 5 };
    expect(insertCSS.mock.calls).toEqual([[{ target, files: ['/overlay.css'] }]]);
    expect(executeScript.mock.calls).toEqual([
      [{ target, files: ['/installed-sites.js', '/overlay.js'], world: 'ISOLATED' }],
      [{ target, files: ['/page-feed.js'], world: 'MAIN' }],
    ]);
  },
);
