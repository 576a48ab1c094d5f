import type { Message } from '../../lib/detect/types.ts';
import type { PlantedStream } from '../corpus/planted-stream.ts';
import { painted } from '../e2e/chat-probe.ts';
import { readCount } from '../e2e/harness/stored.ts';
import { waitUntil } from '../e2e/harness/wait-until.ts';
import { readOpenChat } from '../e2e/reading.ts';
import type { SimulatorDriver } from '../simulator/wechat/serve.ts';
import { wasWriting } from './background-marks.ts';
import { exposedIn } from './exposures.ts';
import { type Heap, heapOf } from './heap.ts';
import { type Pace, realTime, shownTime } from './pace.ts';
import type { ReadingEvent } from './page-truth.ts';
import type { Operation } from './plan.ts';
import { storedClaims, storedMessage } from './probe.ts';
import { truthOfTalk } from './stream.ts';
import { createTold } from './told.ts';
import type { World } from './world.ts';

/** A page waits 15 s for the answer of a background that is no more, and then up to 10 s before it asks again. */
const PATIENCE = 60_000;
/** A page that was loaded again is told so many messages again, and everything that may not have been counted. */
const RETOLD = 300;
/** Messages of each chat that the last page is told, and that are read once more. */
const LAST_PAGE = 150;
/** Messages of one delivery while memory is measured. */
const STEADY = 200;
/** Chats that are read before memory is measured. */
const READ_FIRST = 3;

export type Figures = Record<
  'messages' | 'kills' | 'killsRunning' | 'killsInWrite' | 'killsUnanswered' | 'retold' | 'markers',
  number
>;

/** Memory at one point of the fortnight: of a background that has worked, and of a new one over the same tally. */
export type Measured = { messages: number; notices: number; worked: Heap; fresh: Heap };

/** Does what a plan says, one operation after the other, and notes what the reader saw. */
export class Player {
  readonly #world: World;
  readonly #stream: PlantedStream;
  readonly #pace: Pace;
  readonly told = createTold();
  readonly events: ReadingEvent[] = [];
  readonly measured: Measured[] = [];
  readonly figures: Figures = {
    ...{ messages: 0, kills: 0, killsRunning: 0, killsInWrite: 0, killsUnanswered: 0 },
    ...{ retold: 0, markers: 0 },
  };
  /** So many told messages were counted for certain. */
  #sure = 0;
  /** Of the stream, so many. */
  #judged = 0;
  /** The page may not have heard what was made of its messages. */
  #isUncertain = true;
  /** Keys of messages that the page holds. */
  #there = new Set<string>();

  constructor(world: World, stream: PlantedStream, pace: Pace) {
    this.#world = world;
    this.#stream = stream;
    this.#pace = pace;
  }

  async play(operation: Operation): Promise<void> {
    switch (operation.do) {
      case 'receive':
        return this.#receive(operation.from, operation.to, operation.kill);
      case 'edit':
        return this.#edit(this.#at(operation.message), operation.text);
      case 'recall':
        return this.#recall(this.#at(operation.message));
      case 'read':
        return this.#read(operation.chat);
      case 'switch':
        await this.#inFront();
        return this.#world.chat.switchChat(operation.chat);
      case 'measure':
        return this.#measure(operation.messages);
      case 'check':
        return this.settle();
      default:
        return this.#changeTabs(operation);
    }
  }

  async #changeTabs(operation: Operation): Promise<void> {
    const world = this.#world;
    if (operation.do === 'open-second') return this.#openSecond(operation.chat);
    await this.#drain();
    if (world.second) await world.closeSecond();
    switch (operation.do) {
      case 'reload':
        await world.reload();
        break;
      case 'crash':
        await (world.kind === 'chromium' ? world.crash() : world.reopen());
        break;
      case 'restart':
        await world.restart();
        break;
      case 'reopen':
        await world.reopen();
        break;
      case 'update':
        await this.#update();
        break;
      default:
        return;
    }
    await this.#tellAgain();
  }

  /** What the old script of a page is told after an update is lost with it; the page tells it again. */
  async #update(): Promise<void> {
    await this.#world.update();
    await this.#mark();
    if (this.#world.kind === 'chromium') await this.#world.isLetGo();
    await this.#world.reload();
  }

  #at(place: number): Message {
    const message = this.#stream.messages[place];
    if (!message) throw new Error(`the stream has no message ${place}`);
    return message;
  }

  async #inFront(): Promise<void> {
    await this.#world.chat.page.bringToFront();
  }

  now(): number {
    return shownTime(this.#pace, Date.now());
  }

  async #until(time: number): Promise<void> {
    const wait = realTime(this.#pace, time) - Date.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
  }

  async #receive(from: number, to: number, kill?: number): Promise<void> {
    await this.#until(this.#at(to - 1).time);
    const start = this.told.count();
    for (let place = from; place < to; place++) {
      const [message, truth] = [this.#at(place), this.#stream.truth[place]];
      if (truth) this.told.add(message, truth);
    }
    this.figures.messages += to - from;
    const delivered = this.#deliver(start, this.told.count());
    if (kill !== undefined) await this.#kill(kill);
    await delivered;
  }

  async #deliver(from: number, to: number, belongs?: (message: Message) => boolean): Promise<void> {
    const { chat, second } = this.#world;
    const messages = this.told.again(from, to, belongs);
    for (const { id } of messages) this.#there.add(`wechat:${id}`);
    await Promise.all([chat.receive(messages), second?.receive(messages)]);
  }

  async #kill(after: number): Promise<void> {
    const { session, probe } = this.#world;
    const { figures } = this;
    await new Promise((done) => setTimeout(done, after));
    const isRunning = await session.backgroundIsRunning();
    await session.stopBackground();
    figures.kills++;
    if (isRunning) figures.killsRunning++;
    if (isRunning && (await wasWriting(probe))) figures.killsInWrite++;
    if ((await probe.evaluate(readCount)) < this.told.count()) figures.killsUnanswered++;
    this.#isUncertain = true;
  }

  /**
   * Everything that was told is counted, and the page has heard of it. Reports go one after the other, so where one may have
   * been lost a word more is told, and counted only after it.
   */
  async settle(): Promise<void> {
    await this.#inFront();
    if (this.#isUncertain) await this.#mark();
    const count = this.told.count();
    await waitUntil(
      `${count} messages to be counted`,
      async () => {
        const counted = await this.#world.probe.evaluate(readCount);
        if (counted > count) throw new Error(`${counted} are`);
        return counted === count || Promise.reject(new Error(`${counted} are`));
      },
      PATIENCE,
    );
    this.#sure = count;
    this.#judged = this.figures.messages;
    this.#isUncertain = false;
    await painted(this.#world.chat.page);
    await painted(this.#world.chat.page);
  }

  async #mark(): Promise<void> {
    const chat = this.#stream.chats[0]?.name ?? '';
    const key = `wechat:9${String(++this.figures.markers).padStart(18, '0')}`;
    const time = Math.floor(this.now() / 1000) * 1000;
    const text = '刚才断线了，再说一句';
    const sender = '柳树村-陈某';
    const said: Message = {
      ...{ key, site: 'wechat', chat, sender, own: false },
      time,
      kind: 'text',
      text,
    };
    this.told.add(said, truthOfTalk(key));
    await this.#deliver(this.told.count() - 1, this.told.count());
  }

  async #tellAgain(from = this.told.count() - RETOLD, belongs?: (message: Message) => boolean) {
    this.#there = new Set();
    this.#isUncertain = true;
    const first = Math.min(this.#sure, from);
    this.figures.retold += this.told.count() - Math.max(0, first);
    await this.#deliver(first, this.told.count(), belongs);
  }

  /** Notes what was on the screen in either tab since this was asked last. */
  async #drain(): Promise<void> {
    const { chat, second } = this.#world;
    const pages = [chat.page, ...(second ? [second.page] : [])];
    for (const page of pages) this.events.push({ is: 'exposed', ids: await exposedIn(page) });
  }

  async #read(name: string): Promise<void> {
    await this.settle();
    const { chat, probe } = this.#world;
    const claims = await storedClaims(probe);
    await this.#readIn(chat, name, claims, false);
  }

  async #readIn(chat: SimulatorDriver, name: string, claims: string[], isEarly: boolean) {
    const from = this.now();
    await chat.switchChat(name);
    const seen = await readOpenChat(chat.page);
    const sights = isEarly ? seen.map((sight) => ({ ...sight, isEarly })) : seen;
    await this.#drain();
    const known = this.#judged;
    this.events.push({ is: 'read', sights, claims, known, from, to: this.now() });
  }

  /** What a second tab has not heard yet is open there for a moment. */
  async #openSecond(name: string): Promise<void> {
    await this.settle();
    const second = await this.#world.openSecond();
    await second.receive(this.told.again(this.told.count() - RETOLD, this.told.count()));
    await second.switchChat(name);
    const claims = await storedClaims(this.#world.probe);
    await this.#readIn(second, name, claims, true);
  }

  /** A message that the page lost with a reload is told again before it is touched. */
  async #have({ key }: Message): Promise<string> {
    if (!this.#there.has(key))
      await this.#deliver(0, this.told.count(), (each) => each.key === key);
    return key.slice(key.indexOf(':') + 1);
  }

  async #edit(message: Message, text: string): Promise<void> {
    await this.settle();
    const { chat, probe } = this.#world;
    const id = await this.#have(message);
    await chat.switchChat(message.chat);
    await this.#drain();
    await chat.edit(id, text);
    this.told.edit(message.key, text);
    await waitUntil(
      'the edit to be counted',
      async () => (await storedMessage(probe, message.key))?.excerpt === text,
      PATIENCE,
    );
    this.events.push({ is: 'gone', id });
    await this.#drain();
  }

  async #recall(message: Message): Promise<void> {
    await this.settle();
    const { chat, probe } = this.#world;
    const id = await this.#have(message);
    await this.#drain();
    await chat.recall(id);
    this.told.recall(message.key);
    await waitUntil(
      'the message to be known as taken back',
      async () => (await storedMessage(probe, message.key))?.recalled === true,
      PATIENCE,
    );
    this.events.push({ is: 'gone', id });
  }

  async #measure(messages: number): Promise<void> {
    await this.#changeTabs({ do: 'reload' });
    const end = this.#next() + messages;
    while (this.#next() < end) {
      const from = this.#next();
      await this.#receive(from, Math.min(end, from + STEADY));
    }
    for (const { name } of this.#stream.chats.slice(1, 1 + READ_FIRST)) await this.#read(name);
    await this.settle();
    const { chat, session, probe } = this.#world;
    const worked = await heapOf(session, chat.page);
    await session.stopBackground();
    this.#isUncertain = true;
    await this.settle();
    const fresh = await heapOf(session, chat.page);
    const notices = await probe.evaluate(countNotices);
    this.measured.push({ messages: this.told.count(), notices, worked, fresh });
  }

  /** Place in the stream of the next message that nobody was told. */
  #next(): number {
    return this.figures.messages;
  }

  /** The page is opened once more, told the last messages of every chat, and each chat is read. */
  async readEverything(): Promise<void> {
    await this.#drain();
    if (this.#world.second) await this.#world.closeSecond();
    await this.#world.reload();
    const places = new Map<string, number>();
    const last = new Set<string>();
    for (const { key, chat } of this.told.stream().messages.toReversed()) {
      const count = (places.get(chat) ?? 0) + 1;
      places.set(chat, count);
      if (count <= LAST_PAGE) last.add(key);
    }
    await this.#tellAgain(0, ({ key }) => last.has(key));
    for (const { name } of this.#stream.chats) await this.#read(name);
  }
}

/** Runs in a page of the extension, so it must not use anything around it. */
async function countNotices(): Promise<number> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settled(indexedDB.open('fingerlight'));
  try {
    return await settled(database.transaction('notices').objectStore('notices').count());
  } finally {
    database.close();
  }
}
