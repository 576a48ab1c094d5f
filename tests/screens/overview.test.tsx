// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OverviewPart } from '../../components/report/OverviewPart';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { useOverview } from '../../lib/screens/use-overview';
import { emptyDay } from '../../lib/tally/counts';
import { addDays, dayOf } from '../../lib/tally/local-day';
import { readingDb } from '../../lib/tally/query';
import { control, show } from '../components/screen';
import { speak } from '../components/words';
import { makeYear } from '../tally/year/year';

const TODAY = dayOf(Date.now(), DEFAULT_SETTINGS.dayStartHour);

beforeEach(async () => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  await speak('zh_CN');
  const db = readingDb();
  await Promise.all([db.days.clear(), db.notices.clear()]);
});

function Overview() {
  return <OverviewPart {...useOverview(DEFAULT_SETTINGS)} />;
}

async function fill() {
  const made = makeYear({ seed: 3, groups: 12, days: 60, messages: 4_000, lastDay: TODAY });
  await readingDb().days.bulkPut(made.days);
  await readingDb().notices.bulkPut(made.notices);
  return made;
}

const numbersIn = (root: Element | null) =>
  [...(root?.querySelectorAll('.counts dd') ?? [])].map((cell) =>
    Number(cell.textContent?.replace(/,/g, '')),
  );

test('the day sums of a period are read once, and the page says what they come to', async () => {
  const { days } = await fill();
  const where = vi.spyOn(readingDb().days, 'where');
  const root = show(<Overview />);
  await vi.waitFor(() => expect(root.querySelector('.counts')).not.toBeNull());
  const month = days.filter(({ day }) => day.slice(0, 7) === TODAY.slice(0, 7));
  const messages = month.reduce((sum, row) => sum + row.messages, 0);
  expect(numbersIn(root)[0]).toBe(messages);
  await vi.waitFor(() => expect(root.querySelector('.compare table')).not.toBeNull());
  // Once for the period that is shown, once for the one before it: nothing is read twice.
  expect(where).toHaveBeenCalledTimes(2);
});

test('the first numbers do not wait for what travelled, nor for the period before', async () => {
  await fill();
  vi.spyOn(readingDb().notices, 'orderBy').mockImplementation(() => {
    throw new Error('read too early or at all');
  });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const root = show(<Overview />);
  const busyAtFirst = await new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (root.querySelector('.counts') === null) return;
      observer.disconnect();
      resolve(root.querySelector('.compare')?.getAttribute('aria-busy'));
    });
    observer.observe(root, { childList: true, subtree: true });
  });
  expect(busyAtFirst).toBe('true');
  // What then fails is told, and the numbers stay.
  await vi.waitFor(() =>
    expect(root.querySelector('[role=alert]')?.textContent).toContain('too early'),
  );
  expect(root.querySelector('.counts')).not.toBeNull();
});

test('the comparison stays while the next is read: nothing jumps below the dates', async () => {
  await fill();
  const root = show(<Overview />);
  await vi.waitFor(() => expect(root.querySelector('.compare table')).not.toBeNull());
  const compared = root.querySelector('.compare');
  const table = compared?.querySelector('table');
  const figures = table?.textContent;
  const from = compared?.querySelector<HTMLInputElement>('input[type=date]');
  if (!from) throw new Error('no field');
  from.value = addDays(from.value, -300);
  from.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(compared?.querySelector('table')?.textContent).not.toBe(figures));
  expect(compared?.querySelector('table')).toBe(table);
  await vi.waitFor(() => expect(compared?.getAttribute('aria-busy')).toBe('false'));
});

test('an earlier month shows its own days, and later leads back', async () => {
  const { days } = await fill();
  const root = show(<Overview />);
  await vi.waitFor(() => expect(root.querySelector('.counts')).not.toBeNull());
  const [now] = numbersIn(root);
  const step = (name: string) => root.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.click();
  step('上一个时段');
  await vi.waitFor(() => expect(numbersIn(root)[0]).not.toBe(now));
  const before = root.querySelector('.summary h2')?.textContent ?? '';
  expect(before).not.toContain(`${Number(TODAY.slice(5, 7))}月1日`);
  expect(numbersIn(root)[0]).toBeLessThan(days.reduce((sum, row) => sum + row.messages, 0));
  step('下一个时段');
  await vi.waitFor(() => expect(numbersIn(root)[0]).toBe(now));
  expect(control<HTMLInputElement>(root, '月').checked).toBe(true);
});

test('the page follows the tally when the reader comes back to it', async () => {
  await fill();
  const root = show(<Overview />);
  await vi.waitFor(() => expect(root.querySelector('.counts')).not.toBeNull());
  const [before = 0] = numbersIn(root);
  await readingDb().days.put({ ...emptyDay(`${TODAY}|wechat|new`), messages: 7 });
  await readingDb().meta.put({ name: 'rev', value: 99 });
  await vi.waitFor(() => {
    document.dispatchEvent(new Event('visibilitychange'));
    expect(numbersIn(root)[0]).toBe(before + 7);
  });
});

test('an empty tally says what will appear', async () => {
  const root = show(<Overview />);
  await vi.waitFor(() => expect(root.textContent).toContain('还没有记录'));
  expect(root.querySelector('.compare')).toBeNull();
});

test('a tally that cannot be read is told in words', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(readingDb().days, 'where').mockImplementation(() => {
    throw new Error('disk is broken');
  });
  const root = show(<Overview />);
  await vi.waitFor(() =>
    expect(root.querySelector('[role=alert]')?.textContent).toContain('disk is broken'),
  );
});
