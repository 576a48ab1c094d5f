import { FEISHU_MATCHES, LARK_MATCHES } from './feishu-pages';
import { WECHAT_MATCHES } from './wechat-hosts';

/** Match patterns of the pages that are watched from the installation on. Apart from the adapters, which are heavy. */
export const INSTALLED_PAGES: readonly string[] = [
  ...WECHAT_MATCHES,
  ...FEISHU_MATCHES,
  ...LARK_MATCHES,
];
