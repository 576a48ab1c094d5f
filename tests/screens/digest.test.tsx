// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DigestScreen } from '../../components/digest/DigestScreen';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { calendarFile } from '../../lib/screens/calendar-file';
import { useDigest } from '../../lib/screens/use-digest';
import { useDigestOpener } from '../../lib/screens/use-digest-opener';
import { readingDb } from '../../lib/tally/query';
import type { Recorder } from '../../lib/tally/record';
import { CHANGED, entry, NOW } from '../components/digest-samples';
import { control, show } from '../components/screen';
import { speak } from '../components/words';
import { message, recorderOn, reportOf } from '../tally/tally-bench';

type DoneCall = { name: 'setDone'; request: { key: string; done: boolean } };

let recorder: Recorder;
/** What the background answers in place of doing anything. */
let failure: string | null = null;

beforeEach(async () => {
  fakeBrowser.reset();
  await speak('zh_CN');
  failure = null;
  const db = readingDb();
  await Promise.all(db.tables.map((table) => table.clear()));
  recorder = await recorderOn(db, { now: Date.now });
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (call: unknown) => {
    const { name, request } = call as DoneCall;
    expect(name).toBe('setDone');
    if (failure) return { ok: false, error: { kind: 'failed', message: failure } };
    return { ok: true, value: await recorder.setDone(request) };
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** The notices are read at most once a second, so what comes in may take longer than a test waits for by itself. */
function eventually(check: () => unknown): Promise<unknown> {
  return vi.waitFor(check, { timeout: 10_000 });
}

/** A message of now, minutes ago. */
function recent(key: string, text: string, minutes: number, chat = 'one') {
  return message(key, text, { time: Date.now() - minutes * 60_000, chat });
}

function Digest() {
  return <DigestScreen {...useDigest(DEFAULT_SETTINGS)} />;
}

function titles(root: HTMLElement): string[] {
  return [...root.querySelectorAll('.title')].map((each) => each.textContent ?? '');
}

async function opened(): Promise<HTMLElement> {
  const root = show(<Digest />);
  await eventually(() => expect(root.querySelector('.item')).not.toBeNull());
  return root;
}

const box = (root: HTMLElement, title: string) =>
  [...root.querySelectorAll<HTMLInputElement>('.item > input')].find(
    (each) => each.getAttribute('aria-label') === `已办：${title}`,
  );

test('the digest follows the tally: new notices, copies and changes', async () => {
  await recorder.report(reportOf(recent('a', 'plan a', 30)));
  const root = await opened();
  expect(titles(root)).toEqual(['plan']);
  await recorder.report(reportOf(recent('b', 'plan a', 20, 'two'), recent('c', 'other', 10)));
  await eventually(() => expect(titles(root)).toEqual(['other', 'plan']));
  control(root, '2 个群');
  await recorder.report(reportOf(recent('v2', 'fix:plan x', 5)));
  await eventually(() => expect(titles(root)).toEqual(['fix:plan', 'other']));
  control(root, '之前的版本 1');
});

test('a tick shows at once, is kept, and leaves the entry in its place until another choice', async () => {
  await recorder.report(reportOf(recent('a', 'plan a', 30), recent('c', 'other', 10)));
  const root = await opened();
  box(root, 'plan')?.click();
  await eventually(() => expect(box(root, 'plan')?.checked).toBe(true));
  await eventually(async () => expect((await readingDb().messages.get('a'))?.done).toBe(true));
  expect(titles(root)).toEqual(['other', 'plan']);
  control(root, '已办').click();
  await eventually(() => expect(titles(root)).toEqual(['plan']));
  box(root, 'plan')?.click();
  await eventually(async () => expect((await readingDb().messages.get('a'))?.done).toBe(false));
  expect(titles(root)).toEqual(['plan']);
  control(root, '未办').click();
  await eventually(() => expect(titles(root)).toEqual(['other', 'plan']));
});

test('a tick that stands on several messages is taken off all of them', async () => {
  await recorder.report(reportOf(recent('b', 'plan a', 10, 'two'), recent('a', 'plan a', 9)));
  await recorder.setDone({ key: 'b', done: true });
  await recorder.report({ messages: [], claims: [], recalls: ['b'], folded: [] });
  const root = show(<Digest />);
  await eventually(() => expect(root.querySelector('.empty')).not.toBeNull());
  control(root, '已办').click();
  await eventually(() => expect(box(root, 'plan')?.checked).toBe(true));
  box(root, 'plan')?.click();
  await eventually(async () => expect((await readingDb().messages.get('b'))?.done).toBe(false));
});

test('a tick that could not be kept is taken back, with the reason', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await recorder.report(reportOf(recent('a', 'plan a', 30)));
  const root = await opened();
  failure = 'disk is full';
  box(root, 'plan')?.click();
  await eventually(() =>
    expect(root.querySelector('.news')?.textContent).toContain('disk is full'),
  );
  expect(box(root, 'plan')?.checked).toBe(false);
});

test('a tick on what was erased meanwhile says so', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await recorder.report(reportOf(recent('a', 'plan a', 30)));
  const root = await opened();
  await readingDb().messages.delete('a');
  box(root, 'plan')?.click();
  await eventually(() => expect(root.querySelector('.news')?.textContent).toContain('已被清除'));
});

test('a tick made in another window is seen', async () => {
  await recorder.report(reportOf(recent('a', 'plan a', 30)));
  const root = await opened();
  await recorder.setDone({ key: 'a', done: true });
  await eventually(() =>
    expect(root.querySelector('.empty')?.textContent).toContain('没有未办的了'),
  );
});

test('what comes in while the pointer is in the list waits for a click', async () => {
  await recorder.report(reportOf(recent('a', 'plan a', 30)));
  const root = await opened();
  root.querySelector('.list')?.dispatchEvent(new Event('pointerenter'));
  await recorder.report(reportOf(recent('c', 'other', 10)));
  await eventually(() =>
    expect(root.querySelector('.waiting')?.textContent).toContain('新来 1 条'),
  );
  expect(titles(root)).toEqual(['plan']);
  control(root, '新来 1 条，点此显示').click();
  await eventually(() => expect(titles(root)).toEqual(['other', 'plan']));
});

test('what waits can be reached by keyboard, and what comes after it waits again', async () => {
  await recorder.report(reportOf(recent('a', 'plan a', 30)));
  const root = await opened();
  box(root, 'plan')?.focus();
  await recorder.report(reportOf(recent('c', 'other', 10)));
  await eventually(() => control(root, '新来 1 条，点此显示').focus());
  await act(async () => {});
  expect(titles(root)).toEqual(['plan']);
  control(root, '新来 1 条，点此显示').click();
  await eventually(() => expect(titles(root)).toEqual(['other', 'plan']));
  await recorder.report(reportOf(recent('d', 'third', 5)));
  await eventually(() => control(root, '新来 1 条，点此显示'));
  expect(titles(root)).toEqual(['other', 'plan']);
});

test('loose requests of any day in the range are listed', async () => {
  await recorder.report(
    reportOf(
      recent('ask', 'loose ?check-in', 10),
      recent('old', 'loose ?photo', 5 * 24 * 60),
      recent('older', 'loose ?share', 12 * 24 * 60),
    ),
  );
  const root = await opened();
  await eventually(() => expect(root.querySelectorAll('.item')).toHaveLength(2));
  control(root, '近 14 天').click();
  await eventually(() => expect(root.querySelectorAll('.item')).toHaveLength(3));
  control(root, '今天').click();
  await eventually(() => expect(root.querySelectorAll('.item')).toHaveLength(1));
});

test('messages that come in one upon the other have their day read again once a second, not each time', async () => {
  await recorder.report(reportOf(recent('ask', 'loose ?check-in', 10)));
  const root = await opened();
  const read = vi.spyOn(readingDb().messages, 'where');
  const begun = Date.now();
  for (let at = 0; at < 12; at++) {
    await recorder.report(reportOf(recent(`ask${at}`, `loose ${at} ?photo`, 5)));
  }
  await eventually(() => expect(root.querySelectorAll('.item')).toHaveLength(13));
  const seconds = Math.ceil((Date.now() - begun) / 1_000);
  const readings = read.mock.calls.filter(([index]) => (index as unknown) === 'detailDay');
  expect(readings.length).toBeLessThanOrEqual(seconds + 1);
});

test('a tally that cannot be read is told in words', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(readingDb().notices, 'where').mockImplementation(() => {
    throw new Error('disk is broken');
  });
  const root = show(<Digest />);
  await eventually(() =>
    expect(root.querySelector('[role=alert]')?.textContent).toContain('disk is broken'),
  );
});

test('a calendar file says what and where, and keeps its id when the notice changes', async () => {
  const file = calendarFile(CHANGED, NOW);
  expect(file?.name).toBe('fingerlight-2026-11-23.ics');
  expect(file?.content.type).toBe('text/calendar;charset=utf-8');
  const text = (await file?.content.text())?.replaceAll('\r\n ', '') ?? '';
  expect(text).toContain('SUMMARY:截止：防汛值班安排\r\n');
  expect(text).toContain('DESCRIPTION:更正：会议改在三楼。\\n防汛值守群、网格员群、村居两委\r\n');
  expect(text).toContain('SEQUENCE:2\r\n');
  const first = await calendarFile({ ...CHANGED, earlier: [] }, NOW)?.content.text();
  expect(first).toContain('SEQUENCE:0\r\n');
  const uid = /^UID:.*$/m;
  expect(uid.exec(first ?? '')?.[0]).toBe(uid.exec(text)?.[0]);
  expect(calendarFile(entry('a'), NOW)).toBeNull();
});

function Opener(props: { tell(open: () => void): void }) {
  props.tell(useDigestOpener());
  return null;
}

test.each([
  ['Chromium', 'sidePanel', [[{ windowId: 7 }]]],
  ['Firefox', 'sidebarAction', [[]]],
] as const)('in %s the panel is opened within the click', async (_, name, calls) => {
  const open = vi.fn(async () => {});
  vi.spyOn(fakeBrowser.windows, 'getCurrent').mockResolvedValue({ id: 7 } as never);
  withPanel(name, { open });
  const close = vi.spyOn(window, 'close').mockImplementation(() => {});
  let opener: (() => void) | null = null;
  await act(async () => {
    show(
      <Opener
        tell={(found) => {
          opener = found;
        }}
      />,
    );
  });
  (opener as (() => void) | null)?.();
  // In the same turn: later it would be refused.
  expect(open.mock.calls).toEqual(calls);
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
});

test('where there is no panel to open, the digest is opened in a tab', async () => {
  withPanel('sidePanel', {});
  fakeBrowser.runtime.getURL = ((path: string) => `ours:${path}`) as never;
  const create = vi.spyOn(fakeBrowser.tabs, 'create');
  const close = vi.spyOn(window, 'close').mockImplementation(() => {});
  let opener: (() => void) | null = null;
  await act(async () => {
    show(
      <Opener
        tell={(found) => {
          opener = found;
        }}
      />,
    );
  });
  (opener as (() => void) | null)?.();
  expect(create).toHaveBeenCalledWith({ url: 'ours:/sidepanel.html' });
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
});
function withPanel(name: 'sidePanel' | 'sidebarAction', panel: object): void {
  for (const each of ['sidePanel', 'sidebarAction']) {
    Object.defineProperty(fakeBrowser, each, {
      value: each === name ? panel : undefined,
      configurable: true,
    });
  }
}
