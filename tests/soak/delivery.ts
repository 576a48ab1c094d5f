import type { Message } from '../../lib/detect/types.ts';
import type { PlantedStream } from '../corpus/planted-stream.ts';
import { painted } from '../e2e/chat-probe.ts';
import { readCount } from '../e2e/harness/stored.ts';
import { waitUntil } from '../e2e/harness/wait-until.ts';
import { wasWriting } from './background-marks.ts';
import { type Pace, realTime, shownTime } from './pace.ts';
import { truthOfTalk } from './stream.ts';
import { createTold } from './told.ts';
import type { World } from './world.ts';

/** A page waits 15 s for the answer of a background that is no more, and then up to 10 s before it asks again. */
export const PATIENCE = 60_000;
/** A page that was loaded again is told so many messages again, and everything that may not have been counted. */
export const RETOLD = 300;

/**
 * `killsRunning`: the background ran; `killsInWrite`: it had a write open; `killsUnanswered`: messages were not counted yet.
 * `retold`: messages that were told to a page again; `markers`: words said to see whether all before them was heard.
 */
export type Figures = Record<
  'messages' | 'kills' | 'killsRunning' | 'killsInWrite' | 'killsUnanswered' | 'retold' | 'markers',
  number
>;

/** Tells the pages what the stream says, when the clock says so, and knows what was counted for certain. */
export class Delivery {
  readonly #world: World;
  readonly #stream: PlantedStream;
  readonly #pace: Pace;
  readonly told = createTold();
  readonly figures: Figures = {
    ...{ messages: 0, kills: 0, killsRunning: 0, killsInWrite: 0, killsUnanswered: 0 },
    ...{ retold: 0, markers: 0 },
  };
  /** So many told messages were counted for certain. */
  #sure = 0;
  /** Of the stream, so many. */
  judged = 0;
  /** The page may not have heard what was made of its messages. */
  #isUncertain = true;
  /** Keys of messages that the page holds. */
  #there = new Set<string>();

  constructor(world: World, stream: PlantedStream, pace: Pace) {
    this.#world = world;
    this.#stream = stream;
    this.#pace = pace;
  }

  now(): number {
    return shownTime(this.#pace, Date.now());
  }

  at(place: number): Message {
    const message = this.#stream.messages[place];
    if (!message) throw new Error(`the stream has no message ${place}`);
    return message;
  }

  /** Place in the stream of the next message that nobody was told. */
  next(): number {
    return this.figures.messages;
  }

  async receive(from: number, to: number, kill?: number): Promise<void> {
    await this.#until(this.at(to - 1).time);
    const start = this.told.count();
    for (let place = from; place < to; place++) {
      const truth = this.#stream.truth[place];
      if (truth) this.told.add(this.at(place), truth);
    }
    this.figures.messages += to - from;
    const delivered = this.#deliver(start, this.told.count());
    if (kill !== undefined) await this.kill(kill);
    await delivered;
  }

  async #until(time: number): Promise<void> {
    const wait = realTime(this.#pace, time) - Date.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
  }

  /** Returns how many messages were told. */
  async #deliver(
    from: number,
    to: number,
    belongs?: (message: Message) => boolean,
  ): Promise<number> {
    const { chat, second } = this.#world;
    const messages = this.told.again(from, to, belongs);
    for (const { id } of messages) this.#there.add(`wechat:${id}`);
    await Promise.all([chat.receive(messages), second?.receive(messages)]);
    return messages.length;
  }

  /** Stops the background, so many ms from now, in whatever it is doing. */
  async kill(after: number): Promise<void> {
    const { session, probe } = this.#world;
    const { figures } = this;
    await new Promise((done) => setTimeout(done, after));
    const isRunning = await session.backgroundIsRunning();
    await session.stopBackground();
    this.#isUncertain = true;
    figures.kills++;
    if (isRunning) figures.killsRunning++;
    if (isRunning && (await wasWriting(probe))) figures.killsInWrite++;
    if ((await probe.evaluate(readCount, 'messages')) < this.told.count())
      figures.killsUnanswered++;
  }

  /**
   * Everything that was told is counted, and the page has heard of it. Reports go one after the other: where one may have
   * been lost, a word more is told, and counted only with it or after it. And a page reports again when it was answered:
   * a word that is told once all is counted is counted itself only after the page has heard what was made of the rest.
   */
  async settle(): Promise<void> {
    const { page } = this.#world.chat;
    await page.bringToFront();
    if (this.#isUncertain) await this.mark();
    await this.#counted();
    if (this.#isUncertain || this.told.count() > this.#sure) {
      await this.mark();
      await this.#counted();
    }
    this.#sure = this.told.count();
    this.judged = this.figures.messages;
    this.#isUncertain = false;
    await painted(page);
    await painted(page);
  }

  async #counted(): Promise<void> {
    const count = this.told.count();
    await waitUntil(
      `${count} messages to be counted`,
      async () => {
        const counted = await this.#world.probe.evaluate(readCount, 'messages');
        return counted === count || Promise.reject(new Error(`${counted} are`));
      },
      PATIENCE,
    );
  }

  async mark(): Promise<void> {
    const chat = this.#stream.chats[0]?.name ?? '';
    const key = `wechat:9${String(++this.figures.markers).padStart(18, '0')}`;
    const time = Math.floor(this.now() / 1000) * 1000;
    const text = '刚才断线了，再说一句';
    const who = { site: 'wechat', chat, sender: '柳树村-陈某', own: false } as const;
    this.told.add({ key, ...who, time, kind: 'text', text }, truthOfTalk(key));
    await this.#deliver(this.told.count() - 1, this.told.count());
  }

  /** What a page that was just loaded is told: the last messages, and all that may not have been counted. */
  async tellAgain(
    from = this.told.count() - RETOLD,
    belongs: (message: Message) => boolean = () => true,
  ) {
    this.#there = new Set();
    this.#isUncertain = true;
    const first = Math.min(this.#sure, from);
    // What may not have been counted went with the page, wherever in its chat it stands.
    const { messages } = this.told.stream();
    const unsure = new Set(messages.slice(this.#sure).map(({ key }) => key));
    const isTold = (message: Message) => unsure.has(message.key) || belongs(message);
    this.figures.retold += await this.#deliver(first, this.told.count(), isTold);
  }

  /** A message that the page lost with a reload is told again before it is touched. Returns the site's id. */
  async have({ key }: Message): Promise<string> {
    const isIt = (each: Message) => each.key === key;
    if (!this.#there.has(key)) await this.#deliver(0, this.told.count(), isIt);
    return key.slice(key.indexOf(':') + 1);
  }
}
