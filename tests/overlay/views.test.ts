// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/default-settings';
import type { Verdict } from '../../lib/detect/types';
import type { Claim, JudgedMessage, NoticeState } from '../../lib/messages/protocol';
import { createChatOrder } from '../../lib/overlay/chat-order';
import type { KnownRow } from '../../lib/overlay/known-rows';
import { createMemory } from '../../lib/overlay/memory';
import { createOpenings } from '../../lib/overlay/openings';
import type { Told, Transcript } from '../../lib/overlay/transcript';
import { createViews } from '../../lib/overlay/views';
import type { Feed } from '../../lib/sites/feed';
import { wechat } from '../../lib/sites/wechat';
import { NO_VERDICT } from '../../lib/tally/opinion';

const NOW = Date.UTC(2026, 10, 2, 1);
const HOUR = 60 * 60 * 1000;
const KEYS = ['wechat:0', 'wechat:1', 'wechat:2', 'wechat:3', 'wechat:4'];
const SENDERS = ['张三', '李四', ''];

/** A page of five messages, everything that its views rest on, and two that look at it: one each time, one for the first time. */
function page() {
  const memory = createMemory();
  const order = createChatOrder();
  const openings = createOpenings();
  const told = new Map<string, Told>();
  const senders = new Map<string, string>();
  const state = { settings: DEFAULT_SETTINGS as Settings, isAlive: true, mayFold: true, rev: 0 };
  const rows = KEYS.map(rowOf);
  const transcript = {
    rows: () => rows,
    toldOf: (key: string) => told.get(key),
    senderOf: (key: string) => senders.get(key) ?? '',
    runAround: order.runAround,
    says: (key: string, hash: string) => rows.find((row) => row.key === key)?.hash === hash,
  } as Partial<Transcript> as Transcript;
  const views = () =>
    createViews({
      ...{ site: wechat, memory, transcript, openings },
      outbox: { addFolded() {} } as never,
      feed: { isAlive: () => state.isAlive } as Feed,
      mayFold: () => state.mayFold,
    });
  for (const [index, key] of KEYS.entries()) {
    order.append('0', key);
    hear(index, '0');
  }
  function hear(index: number, sessionId: string): void {
    const chat = { sessionId, name: sessionId === '1' ? '群1' : '群0', isGroup: true };
    told.set(KEYS[index] ?? '', { chat, time: NOW, sender: '张三', hash: 'h' } as Told);
  }
  return { ...{ memory, order, openings, told, senders, state, rows, hear }, views };
}

type Page = ReturnType<typeof page>;

function rowOf(key: string): KnownRow {
  const read = { id: key, own: false, sender: '', kind: 'text', text: '', clock: null } as const;
  return { element: document.createElement('p'), key, hash: 'h', read, message: null };
}

const KINDS: readonly Partial<Verdict>[] = [
  { isReply: true },
  { isReply: true, guards: ['emergency'] },
  { isReply: true, deadline: NOW + 25 * HOUR },
  { notice: 'n', relation: 'copy', action: 'fold' },
  { notice: 'n', relation: 'copy', action: 'fold', deadline: NOW + 25 * HOUR },
  { traceOnly: true, action: 'fold', demands: ['reply'] },
  { relation: 'revision', notice: 'm', changed: [{ from: '5日', to: '6日', role: null } as never] },
  {},
];

function judged(page: Page, at: number, kind: number, hash = 'h'): JudgedMessage {
  const verdict = { ...NO_VERDICT, ...KINDS[kind] };
  return { key: KEYS[at] ?? '', hash, rev: ++page.state.rev, verdict, done: false };
}

function claim(at: number, chat = '群0'): Claim {
  const place = { site: 'wechat', chat, sender: '张三', time: NOW };
  return { key: KEYS[at] ?? '', hash: 'h', partial: false, ...place };
}

function notice(page: Page, claims: Claim[], isOld: boolean): NoticeState {
  const supersededBy = isOld ? { ...claim(4), notice: 'm', changed: [] } : null;
  const rev = ++page.state.rev;
  const copies = [...claims, claim(9, '群1')];
  return { notice: 'n', rev, title: '', claims, copies, chats: 1, supersededBy };
}

/** What can change under the rows' feet, each by two numbers. */
const CHANGES: Readonly<Record<string, (page: Page, at: number, kind: number) => void>> = {
  judge: (on, at, kind) =>
    on.memory.take({ verdicts: [judged(on, at, kind % KINDS.length)], notices: [] }),
  'judge other words': (on, at, kind) =>
    on.memory.take({ verdicts: [judged(on, at, kind % KINDS.length, 'g')], notices: [] }),
  notice: (on, at, kind) =>
    on.memory.take({ verdicts: [], notices: [notice(on, [claim(at)], kind > 5)] }),
  'claim here': (on, at) => on.memory.claimHere('n', claim(at)),
  'drop claim': (on, at) => on.memory.dropClaim(KEYS[at] ?? ''),
  recall: (on, at) => on.order.drop(KEYS[at] ?? ''),
  sender: (on, at, kind) => void on.senders.set(KEYS[at] ?? '', SENDERS[kind % 3] ?? ''),
  hear: (on, at, kind) => on.hear(at, `${kind % 3}`),
  forget: (on, at) => void on.told.delete(KEYS[at] ?? ''),
  open: (on, at) => on.openings.toggle(KEYS[at] ?? ''),
  'open all': (on) => on.openings.toggleAll(),
  row: (on, at) => {
    on.rows[at] = rowOf(KEYS[at] ?? '');
  },
  edit: (on, at) => {
    on.rows[at] = { ...(on.rows[at] as KnownRow), hash: 'g' };
  },
  're-use': (on, at, kind) => {
    const element = on.rows[at]?.element ?? document.createElement('p');
    on.rows[at] = { ...rowOf(KEYS[kind] ?? 'wechat:8'), element };
  },
  settings: (on, at, kind) => {
    const mode = (['mark', 'off'] as const)[kind] ?? 'fold';
    const never = { ...DEFAULT_SETTINGS.neverFold, senders: at === 1 ? ['李四'] : [] };
    const pausedChats = at === 2 ? ['wechat:群1'] : [];
    on.state.settings = { ...DEFAULT_SETTINGS, mode, neverFold: never, pausedChats };
  },
  pause: (on, at) => {
    on.state.settings = { ...on.state.settings, pausedUntil: Date.now() + at * 10_000 };
  },
  seconds: (_on, at) => vi.setSystemTime(Date.now() + at * 10_000),
  hours: (_on, at) => vi.setSystemTime(Date.now() + at * HOUR),
  feed: (on) => {
    on.state.isAlive = !on.state.isAlive;
  },
  bars: (on) => {
    on.state.mayFold = !on.state.mayFold;
  },
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

const withoutTime = (views: ReturnType<ReturnType<Page['views']>['wanted']>) =>
  views.map(({ view, place: { now: _, ...place }, id, sessionId }) => [view, place, id, sessionId]);

it('shows the same as one that looks for the first time, whatever has changed', () => {
  const change = fc.tuple(
    fc.constantFrom(...Object.keys(CHANGES)),
    fc.nat({ max: KEYS.length - 1 }),
    fc.nat({ max: 7 }),
  );
  const replies = fc.constant([0, 0, 0, 0, 1]);
  const mixed = fc.array(fc.nat({ max: 7 }), { minLength: KEYS.length, maxLength: KEYS.length });
  const kinds = fc.oneof(replies, mixed);
  fc.assert(
    fc.property(kinds, fc.array(change, { maxLength: 12 }), (first, changes) => {
      vi.setSystemTime(NOW);
      const on = page();
      const views = on.views();
      const verdicts = first.map((kind, at) => judged(on, at, kind));
      on.memory.take({ verdicts, notices: [notice(on, [claim(4)], false)] });
      for (const [name, at, kind] of changes) {
        CHANGES[name]?.(on, at, kind);
        const seen = withoutTime(views.wanted(on.state.settings));
        expect(seen).toEqual(withoutTime(on.views().wanted(on.state.settings)));
      }
    }),
    {
      numRuns: 1_000,
      // A deadline came near within the minute of the last look.
      examples: [
        [
          [0, 0, 4, 0, 0],
          [
            ['hours', 1, 0],
            ['seconds', 1, 0],
          ],
        ],
      ],
    },
  );
});

it('hands out the same object for a row of which nothing has changed, and another for its neighbour', () => {
  const on = page();
  const views = on.views();
  on.memory.take({
    verdicts: [judged(on, 0, 3), judged(on, 1, 5)],
    notices: [notice(on, [claim(4)], false)],
  });
  const [copy, trace, plain] = views.wanted(on.state.settings);
  expect(copy?.view.show).toBe('bar');
  expect(trace?.view.show).toBe('bar');
  on.openings.toggle(KEYS[1] ?? '');
  const [copyAgain, opened, plainAgain] = views.wanted(on.state.settings);
  expect(copyAgain).toBe(copy);
  expect(plainAgain).toBe(plain);
  expect(opened).not.toBe(trace);
  expect(opened?.place.isOpen).toBe(true);
});

it('hands out the same objects for a run of replies that nothing was added to', () => {
  const on = page();
  const views = on.views();
  const replies = [0, 1, 2].map((at) => judged(on, at, 0));
  on.memory.take({ verdicts: replies, notices: [] });
  const [first, second] = views.wanted(on.state.settings);
  expect(first?.view).toMatchObject({ show: 'bar', bar: { kind: 'replies' } });
  expect(views.wanted(on.state.settings)[0]).toBe(first);
  expect(views.wanted(on.state.settings)[1]).toBe(second);
});

it('tells the time anew after a minute, for a bar that has to be drawn once more', () => {
  const on = page();
  const views = on.views();
  const [before] = views.wanted(on.state.settings);
  vi.setSystemTime(NOW + 30_000);
  expect(views.wanted(on.state.settings)[0]).toBe(before);
  vi.setSystemTime(NOW + 90_000);
  expect(views.wanted(on.state.settings)[0]?.place.now).toBe(NOW + 90_000);
});

it('goes on open under another message where one that was barred leads the run now', () => {
  const on = page();
  const views = on.views();
  const verdicts = [1, 0, 0, 0].map((kind, at) => judged(on, at, kind));
  on.memory.take({ verdicts, notices: [] });
  views.wanted(on.state.settings);
  on.openings.toggle(KEYS[1] ?? '');
  views.wanted(on.state.settings);
  on.memory.take({ verdicts: [judged(on, 0, 0)], notices: [] });
  const [leader] = views.wanted(on.state.settings);
  expect(leader?.view.show).toBe('bar');
  expect(leader?.place.isOpen).toBe(true);
});
