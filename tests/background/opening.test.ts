import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createOutbox } from '../../lib/overlay/outbox';
import { message } from '../tally/tally-bench';

beforeEach(() => {
  vi.resetModules();
  fakeBrowser.reset();
  fakeBrowser.runtime.getManifest = vi.fn(() => ({ version: '1.0.0' }) as never);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A background whose browser does not answer when it is asked to open the tally, until `answer` is called. */
async function hanging() {
  const { db, recorderOnDemand } = await import('../../lib/background/tally');
  const { loadSafety, watchSafety } = await import('../../lib/safety/state');
  const open = db.open.bind(db);
  let answer = () => {};
  const asked = vi.spyOn(db, 'open').mockImplementationOnce(
    (() =>
      new Promise((resolve, reject) => {
        answer = () => void open().then(resolve, reject);
      })) as never,
  );
  const recorder = recorderOnDemand(
    () => undefined,
    () => undefined,
  );
  return { db, recorder, loadSafety, watchSafety, asked, answer: () => answer() };
}

test('a tally that the browser does not open is told once, and no tab has more than one report waiting', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { db, recorder, loadSafety, watchSafety, asked, answer } = await hanging();
  const told: unknown[] = [];
  watchSafety(({ trouble }) => told.push(trouble?.kind ?? null));
  let waiting = 0;
  let most = 0;
  const tabs = Array.from({ length: 5 }, (_, tab) => {
    const outbox = createOutbox({
      async send(report) {
        waiting += 1;
        most = Math.max(most, waiting);
        return recorder()
          .then((each) => each.report(report))
          .finally(() => {
            waiting -= 1;
          });
      },
      onAnswer: () => undefined,
      onGone: () => undefined,
    });
    outbox.addMessage(message(`k${tab}`, `words ${tab}`));
    outbox.flush();
    return outbox;
  });
  // Half an hour: each tab asks again a hundred times.
  await vi.advanceTimersByTimeAsync(30 * 60_000);
  expect(most).toBe(tabs.length);
  expect(asked).toHaveBeenCalledOnce();
  expect(told).toEqual(['no-answer']);
  vi.useRealTimers();
  answer();
  await vi.waitFor(async () => expect((await loadSafety()).trouble).toBeNull());
  expect(told).toEqual(['no-answer', null]);
  for (const [tab, outbox] of tabs.entries()) {
    outbox.addMessage(message(`k${tab}`, `words ${tab}`));
    outbox.flush();
  }
  await vi.waitFor(async () => expect(await db.messages.count()).toBe(5), 15_000);
  for (const outbox of tabs) outbox.stop();
}, 30_000);

test('one that opens in time is not worth a word', async () => {
  const { recorder, loadSafety, asked, answer } = await hanging();
  const opened = recorder();
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
  answer();
  await opened;
  expect((await loadSafety()).trouble).toBeNull();
});
