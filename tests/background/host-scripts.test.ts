import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addedHosts } from '../../lib/added-hosts';
import { registerAddedHosts } from '../../lib/background/host-scripts';

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
