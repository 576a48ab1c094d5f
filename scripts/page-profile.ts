import type { CDPSession } from 'puppeteer-core';

/** Time between two samples, µs: short beside a callback of ours, long beside the sampling itself. */
const INTERVAL = 200;

/** Samples of ours that lie closer together than this belong to one task, µs. */
const SAME_TASK = 1000;

/** Longest that one sample counts, µs: on a busy machine the thread may be waiting for its turn in between. */
const LONGEST_SAMPLE = 4 * INTERVAL;

/** What the profiler saw of our scripts on the page's main thread. Milliseconds. */
export type OwnTime = {
  total: number;
  /** Longest unbroken run. */
  longest: number;
  /** Time of ours between moments given in milliseconds since the start of the profile. */
  between(moments: readonly number[]): number[];
};

type Profile = {
  nodes: { id: number; callFrame: { url: string }; children?: number[] }[];
  startTime: number;
  samples?: number[];
  timeDeltas?: number[];
};

/** Profiles the page's main thread, all its worlds, while `act` runs. */
export async function profiled(client: CDPSession, act: () => Promise<void>): Promise<OwnTime> {
  await client.send('Profiler.enable');
  await client.send('Profiler.setSamplingInterval', { interval: INTERVAL });
  await client.send('Profiler.start');
  await act();
  const { profile } = await client.send('Profiler.stop');
  return ownTimeOf(profile as Profile);
}

/** A sample is ours when any frame of its stack is: what the browser does for us counts as well, forced layout included. */
function ownTimeOf({ nodes, samples = [], timeDeltas = [] }: Profile): OwnTime {
  const ours = ownNodes(nodes);
  const spans: { start: number; end: number }[] = [];
  let now = 0;
  for (const [index, node] of samples.entries()) {
    now += timeDeltas[index] ?? 0;
    const length = Math.min(timeDeltas[index + 1] ?? INTERVAL, LONGEST_SAMPLE);
    if (!ours.has(node)) continue;
    spans.push({ start: now, end: now + length });
  }
  const sum = (list: typeof spans) => list.reduce((all, { start, end }) => all + end - start, 0);
  let longest = 0;
  let run: typeof spans = [];
  for (const span of spans) {
    if (span.start - (run.at(-1)?.end ?? span.start) > SAME_TASK) run = [];
    run.push(span);
    longest = Math.max(longest, sum(run));
  }
  return {
    total: sum(spans) / 1000,
    longest: longest / 1000,
    between: (moments) =>
      moments.map((from, index) => {
        const to = moments[index + 1] ?? Number.POSITIVE_INFINITY;
        return sum(spans.filter(({ start }) => start >= from * 1000 && start < to * 1000)) / 1000;
      }),
  };
}

function ownNodes(nodes: Profile['nodes']): Set<number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  const visit = (id: number, within: boolean) => {
    const node = byId.get(id);
    if (!node) return;
    const isOurs = within || node.callFrame.url.includes('/content-scripts/');
    if (isOurs) ours.add(id);
    for (const child of node.children ?? []) visit(child, isOurs);
  };
  const [root] = nodes;
  if (root) visit(root.id, false);
  return ours;
}
