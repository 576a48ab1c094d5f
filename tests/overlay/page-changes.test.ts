// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchChanges } from '../../lib/overlay/page-changes';
import type { Site } from '../../lib/sites/site';
import { wechat } from '../../lib/sites/wechat';

const site: Site = {
  ...wechat,
  rowOf: (node) => (node as HTMLElement).closest?.('.row') as HTMLElement | null,
};

/** A page in which reading takes `cost` ms. */
function watched(cost: number, left = 0, isPart = false) {
  const tasks: { at: number; rows: number }[] = [];
  let mayRead = true;
  let rest = left;
  const changes = watchChanges({
    site,
    onChange: () => {},
    read: (touched) => {
      tasks.push({ at: performance.now(), rows: touched.size });
      clock += cost;
      return rest-- <= 0;
    },
    onRead: () => {},
    isFew: (touched) => touched.size <= 40,
    isPart: () => isPart,
    mayRead: () => mayRead,
  });
  return { changes, tasks, forbid: () => (mayRead = false), allow: () => (mayRead = true) };
}

let clock = 0;
const pass = (ms: number) => {
  for (let at = 0; at < ms; at++) {
    clock++;
    vi.advanceTimersByTime(1);
  }
};

beforeEach(() => {
  clock = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  document.body.innerHTML = '<div class="row">一</div>'.repeat(300);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('reads what is touched in the task that brings it', () => {
  const { changes, tasks } = watched(3);
  changes.again([...document.querySelectorAll<HTMLElement>('.row')]);
  expect(tasks).toEqual([{ at: 0, rows: 300 }]);
});

it('goes on by itself until all is read', () => {
  const { changes, tasks } = watched(10, 3);
  changes.again([]);
  pass(200);
  expect(tasks).toHaveLength(4);
});

it('takes a fifth of a page that draws everything anew on each key, and loses none of it', () => {
  const { changes, tasks } = watched(20);
  const rows = [...document.querySelectorAll<HTMLElement>('.row')];
  for (let key = 0; key < 300; key++) {
    changes.again(rows);
    pass(30);
  }
  const work = tasks.length * 20;
  expect(work).toBeLessThan(clock * 0.2 + 200);
  expect(work).toBeGreaterThan(clock * 0.1);
  pass(2000);
  expect(tasks.at(-1)?.rows).toBe(300);
  expect(clock - (tasks.at(-1)?.at ?? 0)).toBeLessThan(2100);
});

it('reads a few rows in the task that brings them, though each takes most of a frame', () => {
  const { changes, tasks } = watched(12);
  const rows = [...document.querySelectorAll<HTMLElement>('.row')];
  for (let step = 0; step < 90; step++) {
    const before = clock;
    changes.again(rows.slice(step, step + 3));
    expect(tasks.at(-1)?.at).toBe(before);
    pass(21);
  }
  const start = tasks.length;
  for (let step = 0; step < 900; step++) {
    changes.again(rows.slice(0, 3));
    pass(21);
  }
  expect((tasks.length - start) * 12).toBeLessThan(900 * 33 * 0.2 + 1_400);
});

it('reads nothing of a page that is not understood, and keeps nothing of it', () => {
  const { changes, tasks, forbid, allow } = watched(1);
  forbid();
  changes.again([...document.querySelectorAll<HTMLElement>('.row')]);
  expect(tasks).toEqual([]);
  allow();
  changes.again([]);
  expect(tasks).toEqual([{ at: 0, rows: 0 }]);
});

it('of a page with very many rows waits until they are laid out', () => {
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  const { changes, tasks } = watched(1, 0, true);
  changes.again([]);
  changes.again([]);
  expect(tasks).toEqual([]);
  expect(frames).toHaveLength(1);
  frames[0]?.(0);
  pass(1);
  expect(tasks).toHaveLength(1);
  vi.unstubAllGlobals();
});
