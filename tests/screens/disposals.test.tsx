// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { CheckupScreen } from '../../components/report/checkup/CheckupScreen';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { useCheckup } from '../../lib/screens/use-checkup';
import { emptyDay } from '../../lib/tally/counts';
import { recordGroup } from '../../lib/tally/group-notes';
import { dayOf } from '../../lib/tally/local-day';
import { readingDb } from '../../lib/tally/query';
import { control, show } from '../components/screen';
import { speak } from '../components/words';

const CHATS = ['防汛群', '网格群', '党建群'];

type Sent = { name: string; request: Parameters<typeof recordGroup>[1][] };

beforeEach(async () => {
  fakeBrowser.reset();
  localStorage.clear();
  await speak('zh_CN');
  for (const table of readingDb().tables) await table.clear();
  const today = dayOf(Date.now(), DEFAULT_SETTINGS.dayStartHour);
  await readingDb().days.bulkPut(
    CHATS.map((chat) => ({ ...emptyDay(`${today}|wechat|${chat}`), messages: 12 })),
  );
  const noted = { site: 'wechat', chat: '党建群', purpose: '学习', owner: '', unit: '', note: '' };
  await recordGroup(readingDb(), { ...noted, disposal: 'keep' });
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

/** A background that writes as the real one does, unless `refusal` is given. */
function background() {
  const state: { refusal: unknown } = { refusal: undefined };
  const send = vi.fn(async (sent: Sent) => {
    if (state.refusal !== undefined) return state.refusal;
    for (const notes of sent.request) await recordGroup(readingDb(), notes);
    return { ok: true, value: null };
  });
  fakeBrowser.runtime.sendMessage = send as never;
  return { send, state };
}

function Checkup() {
  return <CheckupScreen {...useCheckup({ ...DEFAULT_SETTINGS, welcomed: true })} />;
}

async function allTicked() {
  const root = show(<Checkup />);
  await vi.waitFor(() => expect(root.querySelectorAll('.line')).toHaveLength(3));
  control(root, '全选筛出的 3 个群').click();
  await vi.waitFor(() => expect(root.querySelectorAll('.line.ticked')).toHaveLength(3));
  return root;
}

async function stored(): Promise<Record<string, string | null>> {
  const rows = await readingDb().groups.toArray();
  return Object.fromEntries(rows.map(({ chat, disposal }) => [chat, disposal]));
}

test('several groups are set by one call, which keeps what is noted of each', async () => {
  const { send } = background();
  const root = await allTicked();
  control(root, '解散').click();
  await vi.waitFor(async () =>
    expect(await stored()).toEqual({ 防汛群: 'dissolve', 网格群: 'dissolve', 党建群: 'dissolve' }),
  );
  expect(send).toHaveBeenCalledTimes(1);
  expect((await readingDb().groups.get('wechat|党建群'))?.purpose).toBe('学习');
  expect(root.textContent).toContain('预计减少 3 个，压减率 100%');
  expect(localStorage).toHaveLength(0);
});

test('undoing brings back what each had before, except where the reader has decided since', async () => {
  background();
  const root = await allTicked();
  control(root, '整合').click();
  await vi.waitFor(async () => expect((await stored()).网格群).toBe('merge'));
  control(root, '网格群').click();
  await vi.waitFor(() => expect(root.querySelector('.group-notes')).not.toBeNull());
  root.querySelector<HTMLInputElement>('.group-notes input[value=regulate]')?.click();
  await vi.waitFor(async () => expect((await stored()).网格群).toBe('regulate'));
  control(root, '撤销').click();
  await vi.waitFor(async () =>
    expect(await stored()).toEqual({ 网格群: 'regulate', 党建群: 'keep' }),
  );
  expect(root.querySelector('.told')?.textContent).toContain('已撤销');
});

test('a worker that dies over several groups loses none, and what was decided since then stays', async () => {
  const { send } = background();
  const root = await allTicked();
  control(root, '网格群').click();
  await vi.waitFor(() => expect(root.querySelector('.group-notes')).not.toBeNull());
  // A worker stopped half-way answers with nothing.
  send.mockImplementationOnce(async () => undefined as never);
  control(root.querySelector<HTMLElement>('.acts') ?? root, '整合').click();
  root.querySelector<HTMLInputElement>('.group-notes input[value=regulate]')?.click();
  await vi.waitFor(async () =>
    expect(await stored()).toEqual({ 防汛群: 'merge', 网格群: 'regulate', 党建群: 'merge' }),
  );
  await vi.waitFor(() => expect(localStorage).toHaveLength(0));
  expect(send.mock.calls.map(([{ request }]) => request.length)).toEqual([3, 1, 2]);
  expect(root.querySelector('.told.failed')).toBeNull();
});

test('what a closed page could not hand over is handed over by the next, all in one call', async () => {
  const { send, state } = background();
  state.refusal = { ok: false, error: { kind: 'failed', message: '磁盘已满' } };
  control(await allTicked(), '解散').click();
  await vi.waitFor(() => expect(localStorage.getItem('unsaved group notes')).not.toBeNull());
  await vi.waitFor(() => expect(document.querySelector('.told.failed')).not.toBeNull());
  state.refusal = undefined;
  send.mockClear();
  show(<Checkup />);
  await vi.waitFor(async () =>
    expect(Object.values(await stored())).toEqual(Array(3).fill('dissolve')),
  );
  expect(send.mock.calls.map(([{ request }]) => request.length)).toEqual([3]);
  await vi.waitFor(() => expect(localStorage).toHaveLength(0));
});

test('groups that have it already are not set anew', async () => {
  const { send } = background();
  const root = await allTicked();
  control(root, '保留').click();
  await vi.waitFor(async () => expect(Object.keys(await stored())).toHaveLength(3));
  expect(send.mock.calls[0]?.[0].request.map(({ chat }) => chat).sort()).toEqual(
    ['防汛群', '网格群'].sort(),
  );
  expect(root.querySelector('.told')?.textContent).toContain('已将 2 个群');
  control(root, '保留').click();
  await vi.waitFor(() => expect(root.querySelector('.told')?.textContent).toContain('没有改动'));
  expect(send).toHaveBeenCalledTimes(1);
});

test('what could not be saved is told, stays, asks before leaving, and is saved again by one call', async () => {
  const { send, state } = background();
  state.refusal = { ok: false, error: { kind: 'failed', message: '磁盘已满' } };
  const root = await allTicked();
  control(root, '规范').click();
  await vi.waitFor(() =>
    expect(root.querySelector('.told.failed')?.textContent).toContain('3 个群没有保存成功'),
  );
  expect(JSON.parse(localStorage.getItem('unsaved group notes') ?? '[]')).toHaveLength(3);
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(true);
  state.refusal = undefined;
  control(root, '重新保存').click();
  await vi.waitFor(async () =>
    expect(Object.values(await stored())).toEqual(Array(3).fill('regulate')),
  );
  expect(send).toHaveBeenCalledTimes(2);
  await vi.waitFor(() => expect(localStorage).toHaveLength(0));
});
