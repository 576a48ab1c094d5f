import { defineContentScript } from 'wxt/utils/define-content-script';
import { runPageFeed } from '../lib/page-feed/run';
import type { WechatWindow } from '../lib/page-feed/wechat-page';
import { WECHAT_MATCHES } from '../lib/sites/wechat-hosts';

/** Runs in the page's own world, where no extension API exists. */
export default defineContentScript({
  matches: [...WECHAT_MATCHES],
  world: 'MAIN',
  runAt: 'document_start',
  main() {
    runPageFeed(window as unknown as WechatWindow);
  },
});
