// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { open } from './options-bench';
import { accessibilityFaults, control, type } from './screen';
import { LANGUAGES, speak } from './words';

beforeEach(async () => {
  await speak('zh_CN');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => vi.useRealTimers());

/** Lets effects and renderings that are due happen. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(50);
}

describe.each(LANGUAGES)('the settings in %s', (language) => {
  beforeEach(() => speak(language));

  test('have no accessibility faults and no missing word', async () => {
    vi.useRealTimers();
    const warn = vi.spyOn(console, 'warn');
    const { root } = open({ saved: 1_700_000_000_000, eraseResult: 'x' });
    expect(await accessibilityFaults(root)).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
  });
});

test('a mode changes its own kind only', () => {
  const { root, onChange } = open();
  const kind = [...root.querySelectorAll<HTMLInputElement>('input[name="kind-trace"]')];
  kind.find(({ value }) => value === 'mark')?.click();
  expect(onChange.mock.calls).toEqual([[{ kinds: { ...DEFAULT_SETTINGS.kinds, trace: 'mark' } }]]);
});

test('a revision cannot be set to fold', () => {
  const { root } = open();
  const modes = [...root.querySelectorAll<HTMLInputElement>('input[name="kind-revision"]')];
  expect(modes.map(({ value }) => value)).toEqual(['mark', 'off']);
});

test('lines are saved on leaving the field, trimmed, without blanks and doubles', () => {
  const { root, onChange } = open();
  const field = control<HTMLTextAreaElement>(root, '关键词');
  type(field, ' 值班 \n\n防汛\n值班');
  expect(onChange).not.toHaveBeenCalled();
  field.dispatchEvent(new FocusEvent('blur'));
  const neverFold = { ...DEFAULT_SETTINGS.neverFold, keywords: ['值班', '防汛'] };
  expect(onChange.mock.calls).toEqual([[{ neverFold }]]);
});

test('what was typed is saved after a pause, once', async () => {
  const { root, onChange } = open();
  const field = control<HTMLTextAreaElement>(root, '我的名字');
  type(field, '老');
  type(field, '老王');
  await vi.advanceTimersByTimeAsync(5_000);
  field.dispatchEvent(new FocusEvent('blur'));
  expect(onChange.mock.calls).toEqual([[{ myNames: ['老王'] }]]);
});

test('what was typed is saved when the tab is closed over it', async () => {
  const { root, onChange } = open();
  await settle();
  type(control<HTMLTextAreaElement>(root, '我的名字'), '老王');
  window.dispatchEvent(new Event('pagehide'));
  expect(onChange.mock.calls).toEqual([[{ myNames: ['老王'] }]]);
});

test.each([['0'], ['91'], ['1.5'], ['many'], ['']])(
  'a window of “%s” days is refused in words and not saved',
  async (text) => {
    const { root, onChange } = open();
    const field = control<HTMLInputElement>(root, '比对期限');
    type(field, text);
    field.dispatchEvent(new FocusEvent('blur'));
    await settle();
    expect(onChange).not.toHaveBeenCalled();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const said = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect(said?.textContent).toContain('1 到 90');
  },
);

test('full-width digits are digits', () => {
  const { root, onChange } = open();
  const field = control<HTMLInputElement>(root, '比对期限');
  type(field, '３０');
  field.dispatchEvent(new FocusEvent('blur'));
  expect(onChange.mock.calls).toEqual([[{ windowDays: 30 }]]);
});

test('own minutes replace a default; the default again takes them away', () => {
  const { root, onChange } = open({
    settings: { ...DEFAULT_SETTINGS, demandMinutes: { reply: 2 } },
  });
  const form = control<HTMLInputElement>(root, '要求填表报数');
  type(form, '25.5');
  form.dispatchEvent(new FocusEvent('blur'));
  const reply = control<HTMLInputElement>(root, '要求回复');
  type(reply, '1');
  reply.dispatchEvent(new FocusEvent('blur'));
  control(root, '全部恢复默认值').click();
  expect(onChange.mock.calls).toEqual([
    [{ demandMinutes: { reply: 2, form: 25.5 } }],
    [{ demandMinutes: {} }],
    [{ demandMinutes: {} }],
  ]);
});

test('every default is printed with its source or the word assumption', () => {
  const rows = [...open().root.querySelectorAll('.demands tbody tr')];
  expect(rows).toHaveLength(12);
  const sources = rows.map((row) => row.querySelector('td:last-child .note')?.textContent);
  expect(new Set(sources)).toEqual(new Set(['Example', '假定值']));
});

test.each([
  ['今天', { what: 'days', from: '2026-11-22', to: '2026-11-22' }, '11月22日'],
  ['全部', { what: 'everything' }, '各天合计'],
])(
  'erasing “%s” first names what goes and waits for the second click',
  async (choice, request, words) => {
    const { root, onErase } = open();
    control(root, choice).click();
    await settle();
    control(root, '清除…').click();
    await settle();
    const dialog = root.querySelector('dialog');
    expect(dialog?.open).toBe(true);
    expect(dialog?.textContent).toContain(words);
    expect(onErase).not.toHaveBeenCalled();
    control(root, '清除').click();
    expect(onErase.mock.calls).toEqual([[request]]);
  },
);

test('a cancelled erasing erases nothing', async () => {
  const { root, onErase } = open();
  control(root, '清除…').click();
  await settle();
  control(root, '取消').click();
  await settle();
  expect(root.querySelector('dialog')).toBeNull();
  expect(onErase).not.toHaveBeenCalled();
});

test('a range that ends before it begins cannot be erased', async () => {
  const { root } = open();
  control(root, '自选时段').click();
  await settle();
  const end = control<HTMLInputElement>(root, '到');
  end.value = '2026-11-01';
  end.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
  expect(control(root, '清除…').getAttribute('aria-disabled')).toBe('true');
  const said = root.querySelector(`#${CSS.escape(end.getAttribute('aria-describedby') ?? '-')}`);
  expect(said?.textContent).toContain('开始日期不晚于结束日期');
  expect(end.getAttribute('aria-invalid')).toBe('true');
});

test.each([
  [null, ''],
  [new Date(2026, 10, 22, 10, 32).getTime(), '已保存 10:32'],
  ['failed' as const, '没有保存：'],
])('the state of saving %s is told', (saved, words) => {
  expect(open({ saved }).root.querySelector('header [role=status]')?.textContent).toContain(words);
});

test('an address is added as it is typed, and one that is there can be taken back', () => {
  const [onAdd, onRemove] = [vi.fn(), vi.fn()];
  const hosts = ['https://chat.example.org'];
  const { root } = open({ hosts: { hosts, result: 'no-address', onAdd, onRemove } });
  const field = root.querySelector<HTMLInputElement>('.add-host input');
  const form = root.querySelector<HTMLFormElement>('.add-host');
  if (!field || !form) throw new Error('no field');
  type(field, 'talk.example.org');
  form.dispatchEvent(new Event('submit', { cancelable: true }));
  expect(onAdd).toHaveBeenCalledWith('talk.example.org');
  root.querySelector<HTMLButtonElement>('.added-hosts button')?.click();
  expect(onRemove).toHaveBeenCalledWith('https://chat.example.org');
  expect(root.textContent).toContain('这不是网址');
});
