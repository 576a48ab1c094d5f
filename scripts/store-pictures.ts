import { readFileSync } from 'node:fs';
import type { MessageRow } from '../lib/tally/rows.ts';
import { clickInRow, seenRows } from '../tests/e2e/chat-probe.ts';
import type { Session } from '../tests/e2e/harness/launch.ts';
import { tallyRows } from '../tests/e2e/harness/stored.ts';
import { waitUntil } from '../tests/e2e/harness/wait-until.ts';
import type { SimulatorDriver } from '../tests/simulator/wechat/serve.ts';
import { forEachScreen } from './demo-play.ts';

type Picture = `${string}.png`;

/** A changed notice whose old and new facts stand beside it, in the middle of the view. */
export async function photographChange(
  session: Session,
  simulator: SimulatorDriver,
  path: Picture,
): Promise<void> {
  const { page } = simulator;
  const { chat, id } = await tellingChange(session);
  await simulator.switchChat(chat);
  let place: number | null = null;
  await forEachScreen(simulator, async (top) => {
    const row = (await seenRows(page)).find((each) => each.id === id && each.look === 'marked');
    if (row && place === null) place = top;
  });
  if (place === null) throw new Error(`the changed notice is not in ${chat}`);
  await simulator.scrollTo(place);
  await waitUntil('the changed notice', async () =>
    (await seenRows(page)).some((row) => row.id === id),
  );
  await page.evaluate((wanted) => {
    const bubble = [...document.querySelectorAll('.bubble[data-cm]')].find((each) =>
      each.getAttribute('data-cm')?.includes(wanted),
    );
    bubble?.scrollIntoView({ block: 'center' });
  }, id);
  await waitUntil('the chip to be clicked', async () => {
    await clickInRow(page, id, 'chip');
    return true;
  });
  await page.screenshot({ path });
}

/** The change in the chat that says most, of those whose old and new facts are known. */
async function tellingChange(session: Session): Promise<{ chat: string; id: string }> {
  const rows = await tallyRows<MessageRow>(session, 'messages');
  const changes = rows.filter(({ verdict }) => verdict.relation === 'revision');
  const [first] = changes.sort((one, other) => factsChanged(other) - factsChanged(one));
  if (!first) throw new Error('nothing was changed on this day');
  return { chat: first.chat, id: first.key.replace(/^wechat:/, '') };
}

function factsChanged({ verdict }: MessageRow): number {
  return verdict.changed.filter(({ from, to }) => from && to).length;
}

/** One picture over the right upper corner of another, as a browser lays a popup over a page. */
export async function laidOver(
  session: Session,
  { under, over }: { under: string; over: string },
  path: Picture,
): Promise<void> {
  const page = await session.newPage();
  const [back, front] = [under, over].map(
    (file) => `data:image/png;base64,${readFileSync(file).toString('base64')}`,
  );
  await page.setViewport({ width: 1280, height: 800 });
  await page.setContent(`<!doctype html><style>
    body { margin: 0; width: 1280px; height: 800px; overflow: hidden; background: url(${back}); }
    body::before { content: ''; position: absolute; inset: 0; background: rgb(0 0 0 / 25%); }
    img { max-height: 780px; position: absolute; top: 8px; right: 40px; border-radius: 8px; box-shadow: 0 8px 30px rgb(0 0 0 / 45%); }
  </style><img src="${front}">`);
  await page.waitForFunction(() => document.querySelector('img')?.complete);
  await page.screenshot({ path });
  await page.close();
}
