import type { CDPSession, Page } from 'puppeteer-core';

/** What the page's main thread has used since the page was opened, our content script and the page's own scripts together. */
export type PageCosts = {
  /** Processor seconds of all tasks, and of these the script, style and layout. */
  cpu: number;
  script: number;
  style: number;
  layout: number;
  /** Tasks that kept the thread for more than 50 ms, and the longest one, ms. */
  longTasks: number;
  longest: number;
  /** Bytes of script objects and of the page's nodes, after a collection. */
  heap: number;
};

export type CostReader = {
  /** Waits until the page has nothing left to do, then reads. Takes a second or two. */
  read(): Promise<PageCosts>;
};

/** Ms between two looks, and how many quiet ones in a row make an end: what a library puts off for 500 ms is waited for. */
const LOOK_EVERY = 250;
const QUIET_LOOKS = 4;
/** Processor seconds between two looks that are no work: reading the figures takes as much. */
const NO_WORK = 0.006;
/** What goes on longer than this goes on for ever, ms. */
const LONGEST_WAIT = 6_000;

/** Long tasks count from here on. */
export async function costReader(page: Page): Promise<CostReader> {
  const client = await page.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await client.send('HeapProfiler.enable');
  await page.evaluate(watchLongTasks);
  return {
    async read() {
      await quiet(client);
      await client.send('HeapProfiler.collectGarbage');
      const metrics = await metricsOf(client);
      const { usedSize, embedderHeapUsedSize } = await client.send('Runtime.getHeapUsage');
      const tasks = await page.evaluate(() => Reflect.get(window, 'longTasks') as number[]);
      return {
        cpu: metrics('TaskDuration'),
        script: metrics('ScriptDuration'),
        style: metrics('RecalcStyleDuration'),
        layout: metrics('LayoutDuration'),
        longTasks: tasks.length,
        longest: Math.max(0, ...tasks),
        heap: usedSize + embedderHeapUsedSize,
      };
    },
  };
}

/** What lies between two readings; the heap and the longest task as they are at the second. */
export function costsBetween(before: PageCosts, after: PageCosts): PageCosts {
  return {
    cpu: after.cpu - before.cpu,
    script: after.script - before.script,
    style: after.style - before.style,
    layout: after.layout - before.layout,
    longTasks: after.longTasks - before.longTasks,
    longest: after.longest,
    heap: after.heap,
  };
}

async function quiet(client: CDPSession): Promise<void> {
  const end = performance.now() + LONGEST_WAIT;
  let last = (await metricsOf(client))('TaskDuration');
  for (let looks = 0; looks < QUIET_LOOKS && performance.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    const now = (await metricsOf(client))('TaskDuration');
    looks = now - last < NO_WORK ? looks + 1 : 0;
    last = now;
  }
}

async function metricsOf(client: CDPSession): Promise<(name: string) => number> {
  const { metrics } = await client.send('Performance.getMetrics');
  const values = new Map(metrics.map(({ name, value }) => [name, value]));
  return (name) => values.get(name) ?? 0;
}

/** Runs in the page. */
function watchLongTasks(): void {
  const longTasks: number[] = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: 'longtask' });
  Object.assign(window, { longTasks });
}
