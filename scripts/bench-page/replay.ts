import { PLANTED_ME } from '../../tests/corpus/planted-stream.ts';
import { launch, type Session } from '../../tests/e2e/harness/launch.ts';
import { changeSettings } from '../../tests/e2e/harness/stored.ts';
import { type BenchedClient, type ChatPage, lookBack } from './chat-page.ts';
import { costReader, costsBetween, type PageCosts } from './page-costs.ts';
import type { ReplayedStream, SaidText, Step } from './stream.ts';
import { checkAtWork, extensionOf, type Variant, WORTH_CHANGING } from './variants.ts';

/** What a replay had cost when so many messages had come. */
export type Reached = { messages: number; costs: PageCosts };

/**
 * Replays the stream in a new browser and returns the costs at each of these counts of messages, whole steps of the stream.
 * One replay gives the figures of a short one and of a long one.
 */
export async function replay(
  client: BenchedClient,
  variant: Variant,
  stream: ReplayedStream,
  counts: readonly number[],
): Promise<Reached[]> {
  return withChat(client, variant, stream.chats, async (chat) => {
    const reader = await costReader(chat.page);
    await chat.open(stream.steps[0]?.open ?? '');
    const before = await reader.read();
    const reached: Reached[] = [];
    let messages = 0;
    for (const step of stream.steps) {
      messages += await follow(chat, step);
      if (!counts.includes(messages)) continue;
      reached.push({ messages, costs: costsBetween(before, await reader.read()) });
    }
    // A client keeps few rows mounted, and by chance none that any library would change.
    await chat.receive([worthChanging(stream)]);
    await checkAtWork(variant, chat.page);
    return reached;
  });
}

/** One more text for the group that is open at the end, with Han and figures side by side. */
function worthChanging({ steps }: ReplayedStream): SaidText {
  const chat = steps.at(-1)?.open ?? '';
  const id = '8000000000000000000';
  return { id, chat, from: '张三', own: false, text: WORTH_CHANGING, time: Date.now() };
}

/** A reader opens the group, looks back and returns to the end, and stays while messages come. */
export async function follow(chat: ChatPage, { open, batches }: Step): Promise<number> {
  await chat.open(open);
  await lookBack(chat);
  for (const batch of batches) await chat.receive(batch);
  return batches.flat().length;
}

/**
 * Opens the client with these groups in a browser of its own, in front, and closes both afterwards.
 * @param prepare what is to be done before the client is opened
 */
export async function withChat<T>(
  client: BenchedClient,
  variant: Variant,
  chats: readonly string[],
  act: (chat: ChatPage, session: Session) => Promise<T>,
  prepare?: (session: Session) => Promise<void>,
): Promise<T> {
  const session = await launch('chromium', {
    extension: extensionOf(variant, client),
    lang: 'zh-CN',
  });
  let chat: ChatPage | undefined;
  try {
    if (variant === 'ours')
      await changeSettings(session, { welcomed: true, myNames: [PLANTED_ME] });
    await prepare?.(session);
    const page = await session.newPage();
    await page.setViewport({ width: 1100, height: 800 });
    await page.bringToFront();
    chat = await client.open(page, PLANTED_ME, chats);
    return await act(chat, session);
  } finally {
    await session.close();
    await chat?.close();
  }
}
