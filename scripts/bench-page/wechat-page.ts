import { openSimulator } from '../../tests/simulator/wechat/serve.ts';
import type { BenchedClient } from './chat-page.ts';

/** Milliseconds of its own work that web WeChat in life needs for a message. */
const PAGE_COST = 6.5;

/** @param cost milliseconds of work that the page burns for each message */
export function wechatPage(cost = PAGE_COST): BenchedClient {
  return {
    id: 'wechat',
    pattern: 'https://wx.qq.com/*',
    isInstalled: true,
    isLifelike: true,
    async open(page, me, chats) {
      const chat = await openSimulator(page, {
        ...{ me, cost, unreadLine: false },
        chats: chats.map((name) => ({ name })),
        open: chats[0] ?? '',
      });
      return {
        page,
        receive: (said) => chat.receive(said.map(({ id: _, ...told }) => told)),
        open: (name) => chat.switchChat(name),
        rowOf: (id) => `#chatArea [mm-repeat] > [ng-repeat]:has([data-cm*="${id}"])`,
        scroller: '#chatArea .scroll-content',
        mountsAll: false,
        copyLook: 'folded',
        close: async () => {},
      };
    },
  };
}
