import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PlantedStream } from '../corpus/planted-stream.ts';
import type { BrowserKind } from '../e2e/harness/launch.ts';
import { nextBuilds, soakBuilds } from './builds.ts';
import type { Figures } from './delivery.ts';
import { explain } from './explain.ts';
import { type Outcome, outcomeOf, type Wrong, wrongSums } from './outcome.ts';
import { paceOf } from './pace.ts';
import { type Operation, type OperationKind, planOf } from './plan.ts';
import { type Measured, Player } from './player.ts';
import { soakStream } from './stream.ts';
import { World } from './world.ts';

export type SoakOptions = {
  kind: BrowserKind;
  seed: number;
  groups: number;
  messages: number;
  days: number;
  /** Messages of each chat that are read once more at the end. */
  lastPage: number;
  /** Real ms after which no message is told any more, wherever it is; what was told by then is compared. */
  limit: number;
  /** Real ms in which the clock passes the fortnight: it waits for the clock, but the clock does not wait for it. */
  lasts: number;
  /** The next versions are built anew. */
  isBuilt: boolean;
  /** File for the log of operations, one JSON text a line. */
  log: string;
  say: (line: string) => void;
};

type Counts = Partial<Record<OperationKind, number>>;

export type SoakResult = Outcome & {
  isFinished: boolean;
  figures: Figures;
  counts: Counts;
  measured: Measured[];
  /** Ms for which a screen was looked at before what was had was folded, each time that it was not at once. */
  waits: number[];
  errors: string[];
  seconds: number;
};

type Run = SoakOptions & {
  stream: PlantedStream;
  plan: readonly Operation[];
  world: World;
  player: Player;
  /** Real seconds since it began. */
  second(): number;
};

/** Plays a fortnight that ends today, and compares what came of it. */
export async function soak(options: SoakOptions): Promise<SoakResult> {
  const run = await made(options);
  const { stream, plan, world, player, say, second } = run;
  say(`seed ${options.seed}: ${plan.length} operations; log: ${options.log}`);
  try {
    await world.start();
    const { counts, isFinished } = await playAll(run);
    say(`${second()} s: told${isFinished ? '; each chat is read once more' : ', but not all'}`);
    await (isFinished ? player.readEverything(run.lastPage) : player.delivery.settle());
    say(`${second()} s: compared`);
    const { delivery, events, measured, waits } = player;
    const outcome = await outcomeOf(world.probe, delivery.told, stream, events);
    await world.hear();
    const note = (entry: object) => appendFileSync(run.log, `${JSON.stringify(entry)}\n`);
    explain(outcome.wrong, { stream, plan, events }, say, note);
    const { figures } = delivery;
    const errors = world.errors();
    return { ...outcome, isFinished, figures, counts, measured, waits, errors, seconds: second() };
  } catch (error) {
    say(`${second()} s: stopped by ${String(error)}`);
    throw error;
  } finally {
    await world.close();
  }
}

async function made(options: SoakOptions): Promise<Run> {
  const { kind, seed, days, log } = options;
  const start = new Date();
  start.setHours(0, 0, 0, 0);
  start.setDate(start.getDate() - days);
  const stream = soakStream(seed, { ...options, start });
  const plan = planOf(stream, seed);
  const updates = options.isBuilt ? plan.filter((each) => each.do === 'update').length : 0;
  const builds = await nextBuilds(kind, updates);
  const begun = performance.now();
  const pace = paceOf(Date.now() + 1_000, options.lasts, start, days);
  mkdirSync(dirname(log), { recursive: true });
  writeFileSync(log, `${JSON.stringify({ kind, seed, messages: options.messages, start })}\n`);
  const world = new World(kind, soakBuilds(kind, pace, builds), pace, stream.chats);
  const player = new Player(world, stream, pace);
  const second = () => Math.round((performance.now() - begun) / 1000);
  return { ...options, stream, plan, world, player, second };
}

/** Plays until the plan is at its end, the time is over, or the sums are wrong. */
async function playAll(run: Run): Promise<{ counts: Counts; isFinished: boolean }> {
  const { plan, player, log, second } = run;
  const counts: Counts = {};
  for (const [index, operation] of plan.entries()) {
    if (second() * 1000 > run.limit) return { counts, isFinished: false };
    const shown = new Date(player.delivery.now()).toISOString();
    const line = { index, second: second(), shown, ...operation };
    appendFileSync(log, `${JSON.stringify(line)}\n`);
    await player.play(operation).catch((error: unknown) => {
      throw new Error(`operation ${index} (${JSON.stringify(operation)})`, { cause: error });
    });
    counts[operation.do] = (counts[operation.do] ?? 0) + 1;
    if (operation.do === 'check' && (await check(run, shown)).length > 0) {
      return { counts, isFinished: false };
    }
  }
  return { counts, isFinished: true };
}

async function check({ world, player, say, second }: Run, shown: string): Promise<Wrong[]> {
  const { told, figures } = player.delivery;
  await world.hear();
  const wrong = await wrongSums(world.probe, told);
  const found = `${world.errors().length} errors, ${wrong.length} sums wrong`;
  const done = `${figures.messages} messages, ${figures.kills} kills`;
  say(`${second()} s, by the clock ${shown}: ${done}; ${found}`);
  for (const error of world.newErrors()) say(`ERROR ${error}`);
  return wrong;
}
