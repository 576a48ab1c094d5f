import { expect, test } from 'vitest';
import { isMatch } from '../../lib/sites/match-pattern';

test.each([
  ['https://wx.qq.com/*', 'https://wx.qq.com/?lang=zh_CN', true],
  ['https://wx.qq.com/*', 'http://wx.qq.com/', false],
  ['https://wx.qq.com/*', 'https://wx.qq.com.example.org/', false],
  ['https://wx.qq.com/*', 'https://awx.qq.com/', false],
  ['https://*.feishu.cn/next/messenger*', 'https://gov.feishu.cn/next/messenger/', true],
  ['https://*.feishu.cn/next/messenger*', 'https://feishu.cn/next/messenger', true],
  ['https://*.feishu.cn/next/messenger*', 'https://gov.feishu.cn/docs/next/messenger', false],
  ['https://*.feishu.cn/*', 'https://notfeishu.cn/', false],
  ['https://talk.example.org/a/*/b', 'https://talk.example.org/a/x/b', true],
  ['https://talk.example.org/a/*/b', 'https://talk.example.org/a/b', false],
  ['http://10.2.3.4/*', 'http://10.2.3.4:8065/town', true],
  ['https://*/*', 'https://talk.example.org:8443/town', true],
  ['https://*/*', 'http://talk.example.org/', false],
  ['https://*.*/*', 'https://talk.example.org/', false],
  ['<all_urls>', 'https://talk.example.org/', false],
])('%s and %s', (pattern, address, expected) => {
  expect(isMatch(pattern, new URL(address))).toBe(expected);
});
