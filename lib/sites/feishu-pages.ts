/**
 * Where the web messenger is served, by match pattern. Every tenant has a host of its own below these. Seen 2024-11 to
 * 2026-09. Documents, mail and calendars live on the same hosts at other paths, which are none of ours.
 */
export const FEISHU_MATCHES: readonly string[] = [
  'https://*.feishu.cn/messenger*',
  'https://*.feishu.cn/next/messenger*',
];
export const LARK_MATCHES: readonly string[] = [
  'https://*.larksuite.com/messenger*',
  'https://*.larksuite.com/next/messenger*',
];
