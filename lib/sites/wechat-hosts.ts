/** Every host that web WeChat has been served from; a login may move from one to another. Seen 2016 to 2026. */
export const WECHAT_MATCHES: readonly string[] = [
  'https://wx.qq.com/*',
  'https://wx1.qq.com/*',
  'https://wx2.qq.com/*',
  'https://wx8.qq.com/*',
  'https://web.weixin.qq.com/*',
  'https://web.wechat.com/*',
  'https://web1.wechat.com/*',
  'https://web2.wechat.com/*',
];
