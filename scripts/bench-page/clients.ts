import { CLIENT_IDS } from '../../tests/simulator/clients/serve.ts';
import { findChatServer, missingChatServer } from '../chat-server.mjs';
import type { BenchedClient } from './chat-page.ts';
import { CONVERSE_PAGE } from './converse-page.ts';
import { simulatedPage } from './simulated-page.ts';
import { wechatPage } from './wechat-page.ts';

/** Every client, those first that the budget for the page's time is judged on. `only`: the id of one. */
export async function benchedClients(only?: string): Promise<BenchedClient[]> {
  const simulated = await Promise.all(CLIENT_IDS.map(simulatedPage));
  const all = [wechatPage(), CONVERSE_PAGE, ...simulated];
  const chosen = all.filter(({ id }) => only === undefined || id === only);
  if (chosen.length === 0) throw new Error(`no client "${only}" of ${all.map(({ id }) => id)}`);
  if (chosen.includes(CONVERSE_PAGE) && !findChatServer()) throw new Error(missingChatServer());
  return chosen;
}
