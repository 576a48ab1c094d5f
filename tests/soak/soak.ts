import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PlantedStream } from '../corpus/planted-stream.ts';
import type { BrowserKind } from '../e2e/harness/launch.ts';
import { soakBuilds } from './builds.ts';
import type { Figures } from './delivery.ts';
import { type Outcome, outcomeOf, type Wrong, wrongSums } from './outcome.ts';
import { paceOf, shownTime } from './pace.ts';
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

export type SoakResult = Outcome & {
  isFinished: boolean;
  figures: Figures;
  counts: Partial<Record<OperationKind, number>>;
  measured: Measured[];
  errors: string[];
  seconds: number;
};

/** Lines of the log that touched a message. */
const SHOWN_LINES = 8;

/** Plays a fortnight that ends today, and compares what came of it. */
export async function soak(options: SoakOptions): Promise<SoakResult> {
  const { kind, seed, days, say, log } = options;
  const begun = performance.now();
  const start = new Date();
  start.setHours(0, 0, 0, 0);
  start.setDate(start.getDate() - days);
  const stream = soakStream(seed, { ...options, start });
  const plan = planOf(stream, seed);
  const pace = paceOf(Date.now() + 1_000, options.lasts, start, days);
  mkdirSync(dirname(log), { recursive: true });
  writeFileSync(log, `${JSON.stringify({ kind, seed, messages: options.messages, start })}\n`);
  say(`seed ${seed}: ${plan.length} operations; log: ${log}`);
  const world = new World(kind, soakBuilds(kind, pace, options.isBuilt), pace, stream.chats);
  const player = new Player(world, stream, pace);
  const counts: SoakResult['counts'] = {};
  const isLate = () => performance.now() - begun > options.limit;
  try {
    await world.start();
    const early: Wrong[] = [];
    for (const [index, operation] of plan.entries()) {
      if (isLate()) break;
      const shown = new Date(shownTime(pace, Date.now())).toISOString();
      const line = { index, second: since(begun), shown, ...operation };
      appendFileSync(log, `${JSON.stringify(line)}\n`);
      await player.play(operation).catch((error: unknown) => {
        throw new Error(`operation ${index} (${JSON.stringify(operation)})`, { cause: error });
      });
      counts[operation.do] = (counts[operation.do] ?? 0) + 1;
      if (operation.do === 'check') {
        await world.hear();
        early.push(...(await wrongSums(world.probe, player.delivery.told)));
        say(progress(player.delivery.figures, world, shown, since(begun), early.length));
      }
      if (early.length > 0) break;
    }
    const isFinished = player.delivery.figures.messages === options.messages && !isLate();
    say(
      `${since(begun)} s: everything was told${isFinished ? '; each chat is read once more' : ''}`,
    );
    if (isFinished) await player.readEverything();
    else await player.delivery.settle();
    say(`${since(begun)} s: compared`);
    const outcome = await outcomeOf(world.probe, player.delivery.told, stream, player.events);
    await world.hear();
    explain(outcome.wrong, stream, options);
    const { measured } = player;
    const { figures } = player.delivery;
    const seconds = since(begun);
    return { ...outcome, isFinished, figures, counts, measured, errors: world.errors(), seconds };
  } catch (error) {
    say(`${since(begun)} s: stopped by ${String(error)}`);
    throw error;
  } finally {
    await world.close();
  }
}

function since(begun: number): number {
  return Math.round((performance.now() - begun) / 1000);
}

function progress(figures: Figures, world: World, shown: string, second: number, wrong: number) {
  const errors = world.errors().length;
  return `${second} s: ${figures.messages} messages, ${shown}, ${figures.kills} kills, ${errors} errors, ${wrong} sums wrong`;
}

/** Says what is wrong with which message, and what was done to it. */
function explain(wrong: readonly Wrong[], stream: PlantedStream, { seed, say }: SoakOptions): void {
  if (wrong.length === 0) return;
  const plan = planOf(stream, seed);
  const placeOf = new Map(stream.messages.map(({ key }, place) => [key, place]));
  for (const { what, about, keys } of wrong.slice(0, SHOWN_LINES)) {
    say(`WRONG ${what}: ${JSON.stringify(about)} ${keys.length === 1 ? keys[0] : ''}`);
    const places = new Set(keys.flatMap((key) => placeOf.get(key) ?? []));
    const touching = plan
      .map((operation, index) => ({ index, ...operation }))
      .filter((operation) => touches(operation, places));
    for (const line of touching.slice(0, SHOWN_LINES)) say(`  ${JSON.stringify(line)}`);
  }
  if (wrong.length > SHOWN_LINES) say(`… and ${wrong.length - SHOWN_LINES} more`);
}

function touches(operation: Operation, places: ReadonlySet<number>): boolean {
  if (operation.do === 'edit' || operation.do === 'recall') return places.has(operation.message);
  if (operation.do !== 'receive' || operation.kill === undefined) return false;
  return [...places].some((place) => place >= operation.from && place < operation.to);
}
