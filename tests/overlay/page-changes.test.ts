// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Need } from '../../lib/overlay/change-need';
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
  let need: Need = 'now';
  let isJudging = false;
  const changes = watchChanges({
    site,
    onChange: () => {},
    read: (touched) => {
      tasks.push({ at: performance.now(), rows: touched.size });
      clock += cost;
      return rest-- <= 0;
    },
    onRead: () => {},
    touchedBy: (records) => ({
      rows: new Set(records.flatMap(({ target }) => site.rowOf(target) ?? [])),
      need,
    }),
    isJudging: () => isJudging,
    isFew: (touched) => touched.size <= 40,
    isPart: () => isPart,
    mayRead: () => mayRead,
  });
  /** The page changes the row at this place, and we hear of it. */
  const change = (at: number, how: Need) => {
    need = how;
    document.querySelectorAll('.row')[at]?.append('二');
    changes.catchUp();
  };
  /** The background has messages to judge, or has answered. */
  const judge = (is: boolean) => {
    isJudging = is;
    if (!is) changes.bringForward();
  };
  const permit = { forbid: () => (mayRead = false), allow: () => (mayRead = true) };
  return { ...{ changes, tasks, change, judge }, ...permit };
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

it('reads a message that nothing is known of at once, and those that come while it is judged together', () => {
  const { changes, tasks, change, judge } = watched(1);
  changes.start();
  pass(1000);
  change(0, 'news');
  expect(tasks).toEqual([{ at: 1000, rows: 1 }]);
  judge(true);
  for (let at = 1; at <= 20; at++) {
    change(at, 'news');
    pass(1);
  }
  expect(tasks).toHaveLength(1);
  judge(false);
  expect(tasks.slice(1)).toEqual([{ at: 1021, rows: 20 }]);
  judge(false);
  pass(500);
  expect(tasks).toHaveLength(2);
  change(21, 'news');
  expect(tasks).toHaveLength(3);
  changes.stop();
});

it('lets no message wait for more than a tenth of a second, however long the judge takes', () => {
  const { changes, tasks, change, judge } = watched(1);
  changes.start();
  pass(1000);
  judge(true);
  for (let at = 0; at < 250; at++) {
    change(at, 'news');
    pass(1);
  }
  pass(100);
  expect(tasks.map(({ rows }) => rows)).toEqual([100, 100, 50]);
  changes.stop();
});

it('reads what is known in the task that changes it, with all that waits', () => {
  const { changes, tasks, change } = watched(1);
  changes.start();
  pass(1000);
  for (const at of [0, 1, 2]) change(at, 'later');
  expect(tasks).toEqual([]);
  change(3, 'now');
  expect(tasks).toEqual([{ at: 1000, rows: 4 }]);
  pass(500);
  expect(tasks).toHaveLength(1);
  changes.stop();
});

it('reads what does not matter a little later, also when more of it comes all the time', () => {
  const { changes, tasks, change } = watched(1);
  changes.start();
  pass(1000);
  for (let at = 0; at < 95; at++) {
    change(at, 'later');
    pass(1);
  }
  expect(tasks).toEqual([]);
  pass(10);
  expect(tasks).toEqual([{ at: 1100, rows: 95 }]);
  changes.stop();
});

it('reads with the next message what waits only because it does not matter', () => {
  const { changes, tasks, change } = watched(1);
  changes.start();
  pass(1000);
  change(0, 'later');
  pass(5);
  change(1, 'news');
  expect(tasks).toEqual([{ at: 1005, rows: 2 }]);
  pass(500);
  expect(tasks).toHaveLength(1);
  changes.stop();
});

it('goes on putting off after a look that was not allowed', () => {
  const { changes, tasks, change, forbid, allow } = watched(1);
  changes.start();
  forbid();
  change(0, 'later');
  pass(150);
  allow();
  change(1, 'later');
  pass(150);
  expect(tasks.map(({ rows }) => rows)).toEqual([1]);
  changes.stop();
});

it('puts nothing off in a hidden page, whose timers may come a minute late', () => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const { changes, tasks, change, judge } = watched(1);
  changes.start();
  pass(1000);
  judge(true);
  change(0, 'later');
  change(1, 'news');
  expect(tasks.map(({ rows }) => rows)).toEqual([1, 1]);
  changes.stop();
});

it('says that touched rows are not read yet while it is not our turn', () => {
  const { changes, change } = watched(200);
  changes.start();
  change(0, 'now');
  expect(changes.isLate()).toBe(false);
  for (let at = 0; at < 9; at++) change(at, 'now');
  expect(changes.isLate()).toBe(true);
  pass(5000);
  expect(changes.isLate()).toBe(false);
  changes.stop();
});

it('reads a page with very many rows also while it is hidden and draws no frame', () => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  vi.stubGlobal('requestAnimationFrame', () => 0);
  const { changes, tasks } = watched(1, 0, true);
  changes.again([]);
  vi.unstubAllGlobals();
  expect(tasks).toHaveLength(1);
});

it('puts nothing off for longer than a second, however much was done before', () => {
  const { changes, tasks, change } = watched(5_000);
  changes.start();
  change(0, 'now');
  change(1, 'now');
  expect(tasks).toHaveLength(1);
  pass(1_000);
  expect(tasks.map(({ rows }) => rows)).toEqual([1, 1]);
});

it('comes to its turn also where every change of a busy page takes long to look at', () => {
  const rowOf = site.rowOf;
  vi.spyOn(site, 'rowOf').mockImplementation((node) => {
    clock += 6;
    return rowOf(node);
  });
  const { changes, tasks, change } = watched(5_000);
  changes.start();
  change(0, 'now');
  change(1, 'now');
  for (let at = 0; at < 250; at++) {
    pass(10);
    change(1 + (at % 30), 'now');
  }
  expect(tasks.length).toBeGreaterThan(1);
});
