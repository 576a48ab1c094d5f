import { openSimulator } from '../simulator/wechat/serve.ts';
import type { SimulatedMessage } from '../simulator/wechat/types.ts';
import { type BrowserKind, launch } from './harness/launch.ts';
import { changeSettings, tallyRows } from './harness/stored.ts';
import { waitUntil } from './harness/wait-until.ts';

const CHATS = [{ name: '镇村工作群' }, { name: '安全生产工作群' }];

/** The same notice in two chats, so that a copy is judged, claimed, folded and counted. */
const NOTICE =
  '请各村于12月4日17:00前将冬季取暖安全排查表报送镇应急办，逾期未报的将电话催报，请提前安排。';

/** Our own pages that a person opens. */
const PAGES = ['popup.html', 'options.html', 'welcome.html'];

/**
 * A short use of everything that could ask for something: reads a chat, opens all pages of the extension,
 * lets its background be stopped and woken.
 * @param extension folder of a build; the project's own unless given
 */
export async function readAndLook(kind: BrowserKind, extension?: string): Promise<void> {
  const session = await launch(kind, { extension });
  try {
    await changeSettings(session, { welcomed: true });
    const page = await session.newPage();
    const simulator = await openSimulator(page, {
      chats: CHATS,
      open: '镇村工作群',
      messages: CHATS.map(({ name }) => forwarded(name)),
    });
    await simulator.switchChat('安全生产工作群');
    for (const path of PAGES) await session.extensionPage(path);
    await session.stopBackground();
    await page.bringToFront();
    await simulator.receive(forwarded('安全生产工作群'));
    await waitUntil('every message to be counted', async () => {
      return (await tallyRows(session, 'messages')).length === CHATS.length + 1;
    });
  } finally {
    await session.close();
  }
}

function forwarded(chat: string): SimulatedMessage {
  return { chat, from: '应急办小周', text: NOTICE };
}
