import type { Session } from '../../tests/e2e/harness/launch.ts';
import { waitUntil } from '../../tests/e2e/harness/wait-until.ts';
import { profiled } from '../page-profile.ts';
import { type BenchedClient, type ChatPage, lookBack, toEnd } from './chat-page.ts';
import type { FrameSums } from './frame-count.ts';
import { stopIdle } from './idle-stop.ts';
import { withChat } from './replay.ts';
import { fillNotices } from './reported-notices.ts';
import { type ReplayedStream, replayedStream } from './stream.ts';
import { type Folded, foldsOf, turnsTaken, watchFolds } from './watch-folds.ts';
import { watchFrames } from './watch-frames.ts';

/** What ours does to copies in the open chat. Milliseconds; lists from insertion to fold, a figure a row. */
export type Latencies = {
  single: number[];
  /** The same from when the page had drawn the row's last word: what is before that is the page's own. */
  drawn: number[];
  burst: number[];
  /** Until the page heard what it told itself during the burst: no answer can be sooner. */
  turns: number[];
  /** One arrival after the worker was stopped; empty where that was not measured. */
  stopped: number[];
  /** Main-thread time of ours for one of a burst, and the longest unbroken run. */
  each: number;
  task: number;
  frames: FrameSums;
};

const SOURCE = '街道工作群';
const TARGET = '网格一群';
const PROFILED = '网格二群';
const DAY = 24 * 60 * 60 * 1000;
/** None of an emergency; two that share a letter (道路, 河道) would pass for a re-issue. */
const SUBJECTS = '森林保洁 校园绿化 养老巡护 河道改造 电梯普查 燃气巡检 桥梁养护 仓储整治'.split(
  ' ',
);
/** Frames for which a reader stays: web WeChat mounts anew what comes into view, and a row is had in full only once it was seen. */
const READING = 20;
const SINGLES = 100;
const BURST = 500;
const STOPS = 20;
/** Of the budget for a stopped worker. */
const KEPT = 100_000;
/** Messages of the replay that is watched frame by frame; every group is opened twice. */
const WATCHED = 2_000;
const WATCHED_STEP = 100;

/** `withStops`: also after the worker was stopped, with a hundred thousand notices kept, which take minutes to write. */
export async function latencies(client: BenchedClient, withStops: boolean): Promise<Latencies> {
  const chats = [SOURCE, TARGET, PROFILED];
  const copies = await withChat(client, 'ours', chats, async (chat) => {
    const arrive = await startCopies(chat);
    const singles: Folded[] = [];
    for (let index = 0; index < SINGLES; index++) singles.push(...(await arrive(TARGET, 1)));
    await turnsTaken(chat.page);
    const burst = stoodOf(await arrive(TARGET, BURST));
    const turns = await turnsTaken(chat.page);
    // Another burst: sampling takes time of the page's, and would be taken for ours.
    await chat.open(PROFILED);
    const devtools = await chat.page.createCDPSession();
    const own = await profiled(devtools, async () => void (await arrive(PROFILED, BURST)));
    const single = stoodOf(singles);
    const drawn = singles.map((fold) => fold.drawn);
    return { single, drawn, burst, turns, each: own.total / BURST, task: own.longest };
  });
  const stopped = withStops ? await afterStops(client, chats) : [];
  return { ...copies, stopped, frames: await frames(client) };
}

async function afterStops(client: BenchedClient, chats: readonly string[]): Promise<number[]> {
  const fill = (session: Session) => fillNotices(session, KEPT);
  const act = async (chat: ChatPage, session: Session) => {
    const arrive = await startCopies(chat);
    const stopped: number[] = [];
    for (let stop = 0; stop < STOPS; stop++) {
      await stopIdle(session);
      await chat.page.bringToFront();
      stopped.push(...stoodOf(await arrive(TARGET, 1)));
    }
    return stopped;
  };
  return withChat(client, 'ours', chats, act, fill);
}

/** Notices are read in one group; returns what lets so many copies of them come to another and gives each one's time. */
async function startCopies(chat: ChatPage) {
  let count = 0;
  const said = (group: string, howMany: number) =>
    Array.from({ length: howMany }, () => copy(count++, group));
  await chat.open(SOURCE);
  const rows = (await chat.receive(said(SOURCE, SUBJECTS.length))).map(chat.rowOf);
  await lookBack(chat, READING);
  // The last one has a mark that says what it asks for: by then all have been judged and seen.
  await waitUntil('the notices to be judged', () =>
    chat.page.evaluate((row) => {
      const drawn = document.querySelector(row);
      return Boolean(drawn?.closest('[data-fl-row]') ?? drawn?.querySelector('[data-fl-row]'));
    }, rows.at(-1) ?? ''),
  );
  await chat.open(TARGET);
  await watchFolds(chat.page);
  return async (group: string, howMany: number) => {
    const ids = await chat.receive(said(group, howMany));
    // Where rows have become lower the end has moved, and a client mounts what is near the view when it scrolls.
    if (!chat.mountsAll) await toEnd(chat);
    return foldsOf(chat.page, ids.map(chat.rowOf), chat.copyLook);
  };
}

function stoodOf(folds: readonly Folded[]): number[] {
  return folds.map(({ stood }) => stood);
}

function copy(index: number, chat: string) {
  const subject = SUBJECTS[index % SUBJECTS.length];
  const text = `《关于报送${subject}台账的通知》\n各社区：请将${subject}台账报送至街道综合办，联系人周敏，逾期不再受理。`;
  const id = String(7_000_000_000_000_000_000n + BigInt(index));
  return { id, chat, from: '张三', own: false, text, time: Date.now() - DAY + index * 1000 };
}

/** Apart from the figures: who looks at every frame takes time of the page's. */
async function frames(client: BenchedClient): Promise<FrameSums> {
  const stream: ReplayedStream = replayedStream(WATCHED, WATCHED_STEP);
  return withChat(client, 'ours', stream.chats, async (chat) => {
    const watch = await watchFrames(chat);
    const known = new Map<string, string[]>(stream.chats.map((name) => [name, []]));
    for (const { open, batches } of stream.steps) {
      await watch.follow(known.get(open) ?? []);
      await chat.open(open);
      await lookBack(chat);
      for (const batch of batches) {
        const ids = await chat.receive(batch);
        for (const [at, id] of ids.entries()) known.get(batch[at]?.chat ?? '')?.push(id);
        await watch.follow(known.get(open) ?? []);
      }
    }
    return watch.sums();
  });
}
