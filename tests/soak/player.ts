import type { Message } from '../../lib/detect/types.ts';
import type { PlantedStream } from '../corpus/planted-stream.ts';
import { readCount } from '../e2e/harness/stored.ts';
import { waitUntil } from '../e2e/harness/wait-until.ts';
import { readOpenChat, readWaiting } from '../e2e/reading.ts';
import type { SimulatorDriver } from '../simulator/wechat/serve.ts';
import { Delivery, PATIENCE, RETOLD } from './delivery.ts';
import { exposedIn } from './exposures.ts';
import { type Heap, heapOf } from './heap.ts';
import type { Pace } from './pace.ts';
import type { ReadingEvent } from './page-truth.ts';
import type { Operation } from './plan.ts';
import { storedClaims, storedMessage } from './probe.ts';
import { repeatsIn } from './repeats.ts';
import type { World } from './world.ts';

/** Messages of one delivery while memory is measured. */
const STEADY = 200;

/** Memory at one point of the fortnight: of a background that has worked, and of a new one over the same tally. */
export type Measured = { messages: number; notices: number; worked: Heap; fresh: Heap };

/** Does what a plan says, one operation after the other, and notes what the reader saw. */
export class Player {
  readonly #world: World;
  readonly #stream: PlantedStream;
  readonly delivery: Delivery;
  readonly events: ReadingEvent[] = [];
  readonly measured: Measured[] = [];
  /** Chats that are read before memory is measured. */
  readonly #readFirst: readonly string[];
  /** What the page tells while its memory is measured: the messages of the first measurement. */
  #held: ReadonlySet<string> | null = null;
  /** How long screens were looked at until what was had was folded, where it was not at once; ms. */
  readonly waits: number[] = [];

  constructor(world: World, stream: PlantedStream, pace: Pace) {
    this.#world = world;
    this.#stream = stream;
    this.#readFirst = stream.chats.slice(1, 4).map(({ name }) => name);
    this.delivery = new Delivery(world, stream, pace);
  }

  async play(operation: Operation): Promise<void> {
    const { delivery } = this;
    switch (operation.do) {
      case 'receive':
        return delivery.receive(operation.from, operation.to, operation.kill);
      case 'edit':
        return this.#edit(delivery.at(operation.message), operation.text);
      case 'recall':
        return this.#recall(delivery.at(operation.message));
      case 'read':
        return this.#read(operation.chat);
      case 'switch':
        await this.#world.chat.page.bringToFront();
        return this.#world.chat.switchChat(operation.chat);
      case 'open-second':
        return this.#openSecond(operation.chat);
      case 'measure':
        return this.#measure(operation.messages);
      case 'check':
        return delivery.settle();
      default:
        return this.#changeTabs(operation.do);
    }
  }

  /** Every one ends a page; the next one is told again what a site tells. */
  async #changeTabs(
    what: 'reload' | 'crash' | 'restart' | 'reopen' | 'update' | 'close-second',
  ): Promise<void> {
    const world = this.#world;
    await this.#drain();
    if (world.second) await world.closeSecond();
    if (what === 'close-second') return;
    if (what === 'update') await this.#update();
    else if (what === 'crash' && world.kind === 'firefox') await world.reopen();
    else await world[what]();
    await this.delivery.tellAgain();
  }

  /** What the old script of a page is told after an update is lost with it; the page tells it again. */
  async #update(): Promise<void> {
    await this.#world.update();
    await this.delivery.mark();
    if (this.#world.kind === 'chromium') await this.#world.isLetGo();
    await this.#drain();
    await this.#world.reload();
  }

  /** Notes what was on the screen in either tab since this was asked last. */
  async #drain(): Promise<void> {
    const { chat, second } = this.#world;
    const pages = [chat.page, ...(second ? [second.page] : [])];
    for (const page of pages) this.events.push({ is: 'exposed', ids: await exposedIn(page) });
  }

  async #read(name: string): Promise<void> {
    await this.delivery.settle();
    await this.#readIn(this.#world.chat, name, false);
  }

  async #readIn(chat: SimulatorDriver, name: string, isEarly: boolean) {
    const { delivery } = this;
    const claims = await storedClaims(this.#world.probe);
    const from = delivery.now();
    await chat.switchChat(name);
    const repeats = repeatsIn(this.#stream, name, claims, delivery.told);
    const seen = await readWaiting(chat.page, repeats);
    this.waits.push(...seen.waits);
    const sights = isEarly ? seen.sights.map((sight) => ({ ...sight, isEarly })) : seen.sights;
    await this.#drain();
    const known = delivery.judged;
    this.events.push({ is: 'read', sights, claims, known, from, to: delivery.now() });
  }

  /** What a second tab has not heard yet is open there for a moment. */
  async #openSecond(name: string): Promise<void> {
    await this.delivery.settle();
    const { told } = this.delivery;
    const second = await this.#world.openSecond();
    await second.receive(told.again(told.count() - RETOLD, told.count()));
    await this.#readIn(second, name, true);
  }

  async #edit(message: Message, text: string): Promise<void> {
    const { delivery } = this;
    await delivery.settle();
    const { chat, probe } = this.#world;
    const id = await delivery.have(message);
    await chat.switchChat(message.chat);
    await this.#drain();
    await chat.edit(id, text);
    delivery.told.edit(message.key, text);
    // The page tells of an edit where it shows it: the row may lie far above.
    await readOpenChat(chat.page);
    await this.#drain();
    await waitUntil(
      'the edit to be counted',
      async () => (await storedMessage(probe, message.key))?.excerpt === text,
      PATIENCE,
    );
    this.events.push({ is: 'gone', id });
  }

  async #recall(message: Message): Promise<void> {
    const { delivery } = this;
    await delivery.settle();
    const { chat, probe } = this.#world;
    const id = await delivery.have(message);
    await this.#drain();
    await chat.recall(id);
    delivery.told.recall(message.key);
    await waitUntil(
      'the message to be known as taken back',
      async () => (await storedMessage(probe, message.key))?.recalled === true,
      PATIENCE,
    );
    this.events.push({ is: 'gone', id });
  }

  /**
   * Of a page and a background that begin here: at each point both have the same work behind them. And the page then holds
   * the very messages that it held at the first point: later ones may say more.
   */
  async #measure(messages: number): Promise<void> {
    const { delivery } = this;
    await this.#changeTabs('reload');
    await delivery.settle();
    await this.#world.session.stopBackground();
    const end = delivery.next() + messages;
    const before = delivery.told.count();
    while (delivery.next() < end) {
      await delivery.receive(delivery.next(), Math.min(end, delivery.next() + STEADY));
    }
    for (const name of this.#readFirst) await this.#read(name);
    await delivery.settle();
    await this.#hold(before);
    const { chat, session, probe } = this.#world;
    const worked = await heapOf(session, chat.page);
    await session.stopBackground();
    // Wakes a new one, which reads what is kept of the notices.
    await delivery.mark();
    await delivery.settle();
    const fresh = await heapOf(session, chat.page);
    const notices = await probe.evaluate(readCount, 'notices');
    this.measured.push({ messages: delivery.told.count(), notices, worked, fresh });
  }

  /** Loads the page and tells it what is held; at the first time that is all that was told since then, by place. */
  async #hold(since: number): Promise<void> {
    const { delivery } = this;
    const { messages } = delivery.told.stream();
    this.#held ??= new Set(messages.slice(since).map(({ key }) => key));
    const held = this.#held;
    await this.#drain();
    await this.#world.reload();
    await delivery.tellAgain(0, ({ key }) => held.has(key));
    await delivery.settle();
    for (const name of this.#readFirst) {
      await this.#world.chat.switchChat(name);
      await readOpenChat(this.#world.chat.page);
    }
    await delivery.settle();
  }

  /** The page is loaded once more, told the last messages of every chat, so many of each, and each chat is read. */
  async readEverything(lastPage: number): Promise<void> {
    await this.#drain();
    if (this.#world.second) await this.#world.closeSecond();
    await this.#world.reload();
    const counts = new Map<string, number>();
    const last = new Set<string>();
    for (const { key, chat } of this.delivery.told.stream().messages.toReversed()) {
      const count = (counts.get(chat) ?? 0) + 1;
      counts.set(chat, count);
      if (count <= lastPage) last.add(key);
    }
    await this.delivery.tellAgain(0, ({ key }) => last.has(key));
    for (const { name } of this.#stream.chats) await this.#read(name);
  }
}
