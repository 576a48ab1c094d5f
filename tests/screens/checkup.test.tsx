// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { CheckupScreen } from '../../components/report/checkup/CheckupScreen';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { useCheckup } from '../../lib/screens/use-checkup';
import { loadSettings } from '../../lib/settings';
import { emptyDay } from '../../lib/tally/counts';
import { recordGroup } from '../../lib/tally/group-notes';
import { addDays, dayOf } from '../../lib/tally/local-day';
import { readingDb } from '../../lib/tally/query';
import { control, show, type } from '../components/screen';
import { speak } from '../components/words';
import { stating } from '../tally/group-samples';

const TODAY = dayOf(Date.now(), DEFAULT_SETTINGS.dayStartHour);

type Sent = { name: string; request: Parameters<typeof recordGroup>[1][] };

beforeEach(async () => {
  fakeBrowser.reset();
  localStorage.clear();
  await speak('zh_CN');
  for (const table of readingDb().tables) await table.clear();
  const days = ['防汛群', '网格群'].map((chat) => ({
    ...emptyDay(`${TODAY}|wechat|${chat}`),
    messages: 12,
  }));
  await readingDb().days.bulkPut(days);
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A background that writes as the real one does; `answer` may refuse first. */
function background(answer: (sent: Sent) => unknown = () => undefined) {
  const send = vi.fn(async (sent: Sent) => {
    const refusal = answer(sent);
    if (refusal !== undefined) return refusal;
    for (const notes of sent.request) await recordGroup(readingDb(), notes);
    return { ok: true, value: null };
  });
  fakeBrowser.runtime.sendMessage = send as never;
  return send;
}

function Checkup() {
  return <CheckupScreen {...useCheckup({ ...DEFAULT_SETTINGS, welcomed: true })} />;
}

async function opened() {
  const root = show(<Checkup />);
  await vi.waitFor(() => control(root, '防汛群').click());
  await vi.waitFor(() => control(root, '用途'));
  return root;
}

function fill(root: HTMLElement, name: string, text: string): void {
  const field = control<HTMLInputElement>(root, name);
  type(field, text);
  field.dispatchEvent(new FocusEvent('blur'));
}

test('the groups of the tally are shown, also those that are silent in the period', async () => {
  const early = `${addDays(TODAY, -300)}|wechat|旧群`;
  await readingDb().days.put({ ...emptyDay(early), messages: 3 });
  const root = show(<Checkup />);
  await vi.waitFor(() => expect(root.querySelectorAll('.line')).toHaveLength(3));
  expect(root.textContent).toContain(addDays(TODAY, -300));
  root.querySelector<HTMLInputElement>('input[value=month]')?.click();
  await vi.waitFor(() => expect(root.textContent).toContain(`${addDays(TODAY, -29)} 至 ${TODAY}`));
});

test('the sums stand before what groups have in common is read, and nothing can be clicked until then', async () => {
  const db = readingDb();
  const shared = Array.from({ length: 12 }, () => stating(['防汛群', '网格群'], TODAY));
  await db.notices.bulkPut(shared);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  // Whoever records keeps the notices from being read.
  const recording = db.transaction('rw', db.notices, () => Dexie.waitFor(held));
  const root = show(<Checkup />);
  await vi.waitFor(() => expect(root.querySelectorAll('.line')).toHaveLength(2));
  const table = () => root.querySelector<HTMLElement>('.groups');
  expect(root.querySelector('.line')?.textContent).toContain('12');
  expect(root.querySelector('.line .suspicions')?.textContent).toBe('…');
  expect(table()?.inert).toBe(true);
  expect(root.querySelector('section.overlap')?.textContent).toContain('正在读取');
  expect(root.querySelector('section.overlap')?.textContent).not.toContain('没有');
  release();
  await recording;
  await vi.waitFor(() => expect(table()?.inert).toBe(false));
  expect(root.querySelector('.line .suspicions')?.textContent).not.toContain('…');
  expect(root.querySelector('.line .overlap-cell')?.textContent).toContain('%');
});

test('fields saved at once do not take each other back, and all is stored', async () => {
  const send = background();
  const root = await opened();
  fill(root, '用途', '防汛值班');
  fill(root, '所属单位', '应急办');
  root.querySelector<HTMLInputElement>('.group-notes input[value=keep]')?.click();
  await vi.waitFor(async () =>
    expect(await readingDb().groups.toArray()).toMatchObject([
      { id: 'wechat|防汛群', purpose: '防汛值班', unit: '应急办', disposal: 'keep' },
    ]),
  );
  await vi.waitFor(() => expect(root.querySelector('.saving')?.textContent).toBe('已保存'));
  expect(send).toHaveBeenCalledTimes(3);
  await vi.waitFor(() => expect(root.querySelector('.line.open')?.textContent).toContain('保留'));
});

test('a call that a stopped worker dropped is made again', async () => {
  let calls = 0;
  background(() => {
    calls += 1;
    // What Firefox answers when its background stops half-way.
    return calls === 1 ? null : undefined;
  });
  const root = await opened();
  fill(root, '用途', '防汛值班');
  await vi.waitFor(() => expect(root.querySelector('.saving')?.textContent).toBe('已保存'));
  expect(calls).toBe(2);
});

test('what could not be saved stays in its field, is told, asks before leaving, and can be tried again', async () => {
  let isBroken = true;
  background(() =>
    isBroken ? { ok: false, error: { kind: 'failed', message: '磁盘已满' } } : undefined,
  );
  const root = await opened();
  fill(root, '用途', '防汛值班');
  await vi.waitFor(() =>
    expect(root.querySelector('.saving.failed')?.textContent).toContain('磁盘已满'),
  );
  expect(control<HTMLInputElement>(root, '用途').value).toBe('防汛值班');
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(true);
  isBroken = false;
  control(root, '再试一次').click();
  await vi.waitFor(() => expect(root.querySelector('.saving')?.textContent).toBe('已保存'));
  expect(await readingDb().groups.count()).toBe(1);
  const later = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(later);
  expect(later.defaultPrevented).toBe(false);
});

test('a blank typed at the end of a word is not taken away while it is saved', async () => {
  background();
  const root = await opened();
  fill(root, '用途', 'flood ');
  await vi.waitFor(async () =>
    expect((await readingDb().groups.toArray())[0]?.purpose).toBe('flood'),
  );
  await vi.waitFor(() => expect(root.querySelector('.saving')?.textContent).toBe('已保存'));
  // A change of another group's notes brings the stored rows in once more.
  await recordGroup(readingDb(), {
    ...{ site: 'wechat', chat: '网格群', purpose: '走访', owner: '', unit: '', note: '' },
    disposal: null,
  });
  type(control<HTMLInputElement>(root, '查找'), '走访');
  await vi.waitFor(() => expect(root.querySelectorAll('.line')).toHaveLength(1));
  type(control<HTMLInputElement>(root, '查找'), '');
  await vi.waitFor(() => expect(control<HTMLInputElement>(root, '用途').value).toBe('flood '));
});

test('what a closed page could not hand over is saved by the next one, once', async () => {
  // A call to a stopped background never gets an answer once its page is gone.
  fakeBrowser.runtime.sendMessage = (() => new Promise(() => {})) as never;
  const root = await opened();
  type(control<HTMLInputElement>(root, '用途'), '防汛值班');
  window.dispatchEvent(new Event('pagehide'));
  render(null, root);
  const send = background();
  show(<Checkup />);
  await vi.waitFor(async () =>
    expect((await readingDb().groups.toArray())[0]?.purpose).toBe('防汛值班'),
  );
  await vi.waitFor(() => expect(localStorage.length).toBe(0));
  show(<Checkup />);
  await vi.waitFor(() => expect(document.body.textContent).toContain('防汛群'));
  expect(send).toHaveBeenCalledTimes(1);
});

test.each(['{', '7', '[null, {"id": 1}]', '{"id": "wechat|x"}'])(
  'damaged leavings are passed over: %s',
  async (kept) => {
    localStorage.setItem('unsaved group notes', kept);
    const send = background();
    await opened();
    expect(send).not.toHaveBeenCalled();
  },
);

test('a change of the notes from elsewhere shows', async () => {
  background();
  const root = await opened();
  fill(root, '用途', '甲');
  await vi.waitFor(() => expect(root.querySelector('.saving')?.textContent).toBe('已保存'));
  const [row] = await readingDb().groups.toArray();
  if (row) await recordGroup(readingDb(), { ...row, purpose: '乙' });
  await vi.waitFor(() => expect(control<HTMLInputElement>(root, '用途').value).toBe('乙'));
});

test('the days until dormant are a setting', async () => {
  const root = show(<Checkup />);
  await vi.waitFor(() => control(root, '多少天没有消息算疑似僵尸群'));
  fill(root, '多少天没有消息算疑似僵尸群', '９０');
  await vi.waitFor(async () => expect((await loadSettings()).dormantDays).toBe(90));
  fill(root, '多少天没有消息算疑似僵尸群', '3');
  await vi.waitFor(() => expect(root.textContent).toContain('请填 30 到 730 之间的数'));
  expect((await loadSettings()).dormantDays).toBe(90);
});

test('a tally that cannot be read is told in words', async () => {
  vi.spyOn(readingDb(), 'transaction').mockImplementation(() => {
    throw new Error('disk is broken');
  });
  const root = show(<Checkup />);
  await vi.waitFor(() =>
    expect(root.querySelector('[role=alert]')?.textContent).toContain('disk is broken'),
  );
});

test('the groups are read anew once a minute at most, when it matters to them and somebody looks', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  const root = show(<Checkup />);
  const readings = vi.spyOn(readingDb().days, 'orderBy');
  await vi.waitFor(() => expect(root.querySelectorAll('.line')).toHaveLength(2));
  expect(readings).toHaveBeenCalledTimes(1);
  const note = {
    ...{ site: 'wechat', chat: '网格群', purpose: '', owner: '', unit: '', note: '有备注' },
    disposal: null,
  };
  await recordGroup(readingDb(), note);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(readings).toHaveBeenCalledTimes(1);

  // Groups of the same purpose are suspected.
  await recordGroup(readingDb(), { ...note, purpose: '走访' });
  await vi.waitFor(() => expect(readings).toHaveBeenCalledTimes(2));
  await recordGroup(readingDb(), { ...note, purpose: '值班' });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(readings).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(30_000);
  await vi.waitFor(() => expect(readings).toHaveBeenCalledTimes(3));

  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  await readingDb().days.put({ ...emptyDay(`${TODAY}|wechat|新群`), messages: 1 });
  await readingDb().meta.put({ name: 'rev', value: 2 });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(readings).toHaveBeenCalledTimes(3);
  visibility.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(root.querySelectorAll('.line')).toHaveLength(3));
  expect(readings).toHaveBeenCalledTimes(4);
});

test('one reading that fails leaves the table as it is, with what is being written', async () => {
  const root = await opened();
  type(control<HTMLInputElement>(root, '用途'), '值');
  const { groups } = readingDb();
  vi.spyOn(groups, 'toArray').mockRejectedValue(new Error('disk is busy') as never);
  await groups.put({
    ...{
      id: 'wechat|网格群',
      site: 'wechat',
      chat: '网格群',
      purpose: '走访',
      owner: '',
      unit: '',
    },
    ...{ note: '', disposal: null },
  });
  await vi.waitFor(() =>
    expect(root.querySelector('[role=alert]')?.textContent).toContain('disk is busy'),
  );
  expect(root.querySelectorAll('.line')).toHaveLength(2);
  expect(control<HTMLInputElement>(root, '用途').value).toBe('值');
});
