/** Measures rows off screen, one after the other, in a hidden element of the page. */
export type Prerender = {
  /** Measures; calls back when every copy has been read. Waits for pictures without a height. */
  measure(jobs: readonly MeasureJob[], done: () => void): void;
  idle(): boolean;
  copiesMade(): number;
};

export type MeasureJob = {
  makeCopy(): HTMLElement;
  /** A height set meanwhile by a script makes measuring needless. */
  known(): boolean;
  /** Takes the outer height in whole pixels. */
  take(height: number): void;
};

/** Longest run of measuring before other tasks get their turn, milliseconds. */
const SLICE_MS = 12;

/**
 * @param place the hidden element, or null while the transcript does not exist: jobs wait
 * @param cost least milliseconds of main-thread work that every message takes
 */
export function createPrerender(place: () => HTMLElement | null, cost: number): Prerender {
  const queue: (() => void)[] = [];
  const channel = new MessageChannel();
  let unfinished = 0;
  let running = false;
  let made = 0;

  function measureOne(job: MeasureJob, done: () => void): void {
    const target = place();
    if (job.known()) {
      done();
      return;
    }
    if (!target) {
      setTimeout(() => measureOne(job, done), 20);
      return;
    }
    const begin = performance.now();
    made++;
    const copy = job.makeCopy();
    target.append(copy);
    const finish = (): void => {
      if (!job.known()) job.take(Math.max(1, copy.offsetHeight));
      copy.remove();
      done();
    };
    const slow = [...copy.querySelectorAll('img')].filter((img) => awaited(img));
    if (slow.length === 0) finish();
    else void Promise.all(slow.map(settled)).then(finish);
    burnUntil(begin + cost);
  }

  function pump(): void {
    const until = performance.now() + SLICE_MS;
    while (queue.length > 0 && performance.now() < until) queue.shift()?.();
    running = queue.length > 0;
    if (running) channel.port2.postMessage(null);
  }
  channel.port1.onmessage = pump;

  return {
    measure(jobs, done) {
      if (jobs.length === 0) {
        done();
        return;
      }
      let left = jobs.length;
      unfinished += left;
      for (const job of jobs) {
        queue.push(() =>
          measureOne(job, () => {
            unfinished--;
            left--;
            if (left === 0) done();
          }),
        );
      }
      if (running) return;
      running = true;
      channel.port2.postMessage(null);
    },
    idle: () => unfinished === 0,
    copiesMade: () => made,
  };
}

/** Keeps the main thread busy, as the real page's own work does. */
function burnUntil(end: number): void {
  while (performance.now() < end);
}

/** Only pictures whose size the style does not fix hold up a measurement. */
function awaited(img: HTMLImageElement): boolean {
  return img.matches('.msg-img') && !img.complete;
}

function settled(img: HTMLImageElement): Promise<void> {
  return new Promise((resolve) => {
    img.addEventListener('load', () => resolve(), { once: true });
    img.addEventListener('error', () => resolve(), { once: true });
  });
}
