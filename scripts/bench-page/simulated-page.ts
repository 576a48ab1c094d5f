import { clientCalled, openClient } from '../../tests/simulator/clients/serve.ts';
import { type BenchedClient, toEnd } from './chat-page.ts';

/** Ours stands in these without being asked. */
const INSTALLED = ['feishu', 'lark'];

export async function simulatedPage(id: string): Promise<BenchedClient> {
  const { url } = await clientCalled(id);
  return {
    id,
    pattern: `${new URL(url).origin}/*`,
    isInstalled: INSTALLED.includes(id),
    isLifelike: false,
    async open(page, me, chats) {
      const { client, ...driver } = await openClient(page, id, { me, chats, open: null });
      const chat = {
        page,
        receive: (said: Parameters<typeof driver.receive>[0]) =>
          // Their adapters know an id by its form: the client makes it.
          driver.receive(said.map(({ id: _, ...told }) => told)),
        open: async (name: string) => {
          await driver.open(name);
          await toEnd(chat);
        },
        rowOf: client.rowSelector,
        scroller: client.scroller,
        mountsAll: client.mounts === 'all',
        copyLook: client.trustsHeights ? ('marked' as const) : ('folded' as const),
        close: async () => {},
      };
      return chat;
    },
  };
}
