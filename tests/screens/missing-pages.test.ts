import { expect, test } from 'vitest';
import { hostIn, worthAsking } from '../../lib/screens/missing-pages';

const WECHAT = 'https://wx.qq.com/*';
const FEISHU = 'https://*.feishu.cn/messenger*';
const ALL = [WECHAT, FEISHU];

test.each([
  ['nothing is missing', [], 'https://wx.qq.com/', []],
  ['the page before the user is', [WECHAT], 'https://wx.qq.com/', [WECHAT]],
  ['another one is', [FEISHU], 'https://wx.qq.com/', []],
  ['another one is, and the page is the browser’s own', [FEISHU], 'about:addons', []],
  ['another one is, and the page is not told', [FEISHU], undefined, []],
  ['everything is, wherever the user is', ALL, undefined, ALL],
])('where %s', (_, missing, url, asked) => {
  expect(worthAsking({ all: ALL, missing: [...missing] }, url)).toEqual(asked);
});

test('a page is named by its host', () => {
  expect(ALL.map(hostIn)).toEqual(['wx.qq.com', 'feishu.cn']);
});
