// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DigestScreen } from '../../components/digest/DigestScreen';
import { deadlineWords } from '../../components/digest/deadline-words';
import { moreThanTitle } from '../../components/digest/more-than-title';
import { CHANGED, DIGEST, DONE, entry, LATE, NOW, sighting, VIEW, version } from './digest-samples';
import { accessibilityFaults, control, show, type } from './screen';
import { LANGUAGES, speak } from './words';

beforeEach(() => speak('zh_CN'));

function textOf(root: Element | null): string {
  return root?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

function item(root: HTMLElement, title: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>('.item')].filter(
    (each) => textOf(each.querySelector('.title')) === title,
  );
  expect(found).toHaveLength(1);
  return found[0] as HTMLElement;
}

async function press(element: HTMLElement): Promise<void> {
  await act(() => element.click());
}

describe.each(LANGUAGES)('the digest in %s', (language) => {
  beforeEach(() => speak(language));

  test.each([
    ['full', DIGEST],
    ['not yet read', { ...DIGEST, view: undefined }],
    ['empty', { ...DIGEST, view: { ...VIEW, sections: [] } }],
    ['never filled', { ...DIGEST, view: { ...VIEW, sections: [] }, everCounted: false }],
    ['holding back', { ...DIGEST, view: { ...VIEW, waiting: 2 } }],
    ['unreadable', { ...DIGEST, view: undefined, failure: 'disk' }],
    ['all', { ...DIGEST, filter: 'all' as const, news: { ok: false, words: 'x' } }],
  ])('has no accessibility faults and no missing word when %s', async (_, props) => {
    const warn = vi.spyOn(console, 'warn');
    const root = show(<DigestScreen {...props} />);
    for (const fold of root.querySelectorAll<HTMLElement>('[aria-expanded=false]')) {
      await press(fold);
    }
    expect(await accessibilityFaults(root)).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
    expect(root.innerHTML).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
  });
});

test('an entry says what, until when, what is asked, who asked and what changed', () => {
  const changed = item(show(<DigestScreen {...DIGEST} />), '防汛值班安排');
  expect(textOf(changed.querySelector('.deadline'))).toBe('截止 明天 04:00');
  expect([...changed.querySelectorAll('.tag')].map((tag) => [tag.className, textOf(tag)])).toEqual([
    ['tag work', '要求参会'],
    ['tag trace', '要求回复'],
    ['tag ranking', '排名通报'],
  ]);
  expect(textOf(changed.querySelector('.origin'))).toContain('李主任 · 防汛值守群 · 09:00');
  expect([...changed.querySelectorAll('.changes li')].map(textOf)).toEqual([
    '截止时间11月20日→11月23日',
    '地点二楼→三楼',
    '附件（无）→附件.docx',
  ]);
});

test('the groups open on demand, each once, with times, the user’s own apart', async () => {
  const root = show(<DigestScreen {...DIGEST} />);
  expect(root.querySelector('.sightings')).toBeNull();
  await press(control(item(root, '防汛值班安排'), '2 个群'));
  expect([...root.querySelectorAll('.sightings li')].map(textOf)).toEqual([
    '防汛值守群李主任 09:00',
    '网格员群 09:30 共 2 次',
    '村居两委本人转发 09:00',
  ]);
  await press(control(item(root, '防汛值班安排'), '2 个群'));
  expect(root.querySelector('.sightings')).toBeNull();
});

test('the earlier versions open on demand, each with what it had changed', async () => {
  const root = show(<DigestScreen {...DIGEST} />);
  await press(control(root, '之前的版本 2'));
  const versions = [...root.querySelectorAll('.versions > li')].map(textOf);
  expect(versions).toHaveLength(2);
  expect(versions[0]).toContain('时间8:00→9:00');
  expect(versions[1]).toContain('（标题未保留）');
});

test('what is overdue or done is one line until it is asked for, searched or filtered for', async () => {
  const root = show(<DigestScreen {...DIGEST} />);
  expect(root.querySelectorAll('.overdue .item')).toHaveLength(0);
  await press(control(root, '已过截止时间 1'));
  expect(textOf(root.querySelector('.overdue .deadline'))).toBe('已过截止 今天 09:00');
  const searched = show(<DigestScreen {...DIGEST} query="河道" />);
  expect(searched.querySelectorAll('.overdue .item')).toHaveLength(1);
  const view = { ...VIEW, sections: [{ name: 'done' as const, entries: [DONE] }] };
  const all = show(<DigestScreen {...DIGEST} view={view} filter="all" />);
  expect(all.querySelectorAll('.done .item')).toHaveLength(0);
  const done = show(<DigestScreen {...DIGEST} view={view} filter="done" />);
  expect(done.querySelectorAll('.item.done')).toHaveLength(1);
});

test('a tick, the calendar and every choice report what was chosen', async () => {
  const told = vi.fn();
  const tell =
    (name: string) =>
    (...values: unknown[]) =>
      told(name, ...values);
  const root = show(
    <DigestScreen
      {...DIGEST}
      onTick={tell('tick')}
      onCalendar={tell('calendar')}
      onRange={tell('range')}
      onPart={tell('part')}
      onFilter={tell('filter')}
      onQuery={tell('query')}
    />,
  );
  item(root, '防汛值班安排').querySelector<HTMLInputElement>('input')?.click();
  control(root, '加入日历防汛值班安排').click();
  control(root, '近 3 天').click();
  control(root, '留痕要求 12').click();
  control(root, '已办').click();
  type(root.querySelector('input[type=search]') as HTMLInputElement, '河道');
  expect(told.mock.calls).toEqual([
    ['tick', CHANGED, true],
    ['calendar', CHANGED],
    ['range', 'days3'],
    ['part', 'traces'],
    ['filter', 'done'],
    ['query', '河道'],
  ]);
});

test('a done entry and one without a deadline offer no calendar', () => {
  const entries = [entry('a', { done: true, deadline: NOW }), entry('b')];
  const view = { ...VIEW, sections: [{ name: 'plain' as const, entries }] };
  expect(textOf(show(<DigestScreen {...DIGEST} view={view} />))).not.toContain('加入日历');
});

test('every entry can be reached and ticked by keyboard', () => {
  const root = show(<DigestScreen {...DIGEST} />);
  const stops = [...root.querySelectorAll<HTMLElement>('.due :is(button, input, a)')];
  expect(stops.map(({ tagName }) => tagName)).toEqual(['INPUT', 'BUTTON', 'BUTTON', 'BUTTON']);
  for (const stop of stops) expect(stop.tabIndex).toBe(0);
  expect(root.querySelector('.due input')?.getAttribute('aria-label')).toBe('已办：防汛值班安排');
});

test('"/" leads to the search, except while something is typed there', async () => {
  const root = show(<div />);
  await act(() => render(<DigestScreen {...DIGEST} />, root));
  const field = root.querySelector<HTMLInputElement>('input[type=search]');
  const key = (target: EventTarget, init: KeyboardEventInit) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(key(document.body, { key: '/', ctrlKey: true })).toBe(false);
  expect(document.activeElement).not.toBe(field);
  expect(key(document.body, { key: '/' })).toBe(true);
  expect(document.activeElement).toBe(field);
  expect(key(field as HTMLInputElement, { key: '/' })).toBe(false);
});

test('an entry that is updated stays the same element, open lists and focus included', async () => {
  const root = show(<DigestScreen {...DIGEST} />);
  await press(control(item(root, '防汛值班安排'), '2 个群'));
  const before = item(root, '防汛值班安排');
  before.querySelector('input')?.focus();
  const sections = [
    { name: 'due' as const, entries: [entry('wechat:new', { deadline: NOW + 1 }), CHANGED] },
  ];
  await act(() => render(<DigestScreen {...DIGEST} view={{ ...VIEW, sections }} />, root));
  expect(item(root, '防汛值班安排')).toBe(before);
  expect(before.querySelector('.sightings')).not.toBeNull();
  expect(document.activeElement).toBe(before.querySelector('input'));
});

test('the reader at the list is told of, and what waits is shown on demand', async () => {
  const onReading = vi.fn();
  const onShowWaiting = vi.fn();
  const view = { ...VIEW, waiting: 3 };
  const root = show(<DigestScreen {...DIGEST} {...{ view, onReading, onShowWaiting }} />);
  const list = root.querySelector('.list') as HTMLElement;
  list.dispatchEvent(new Event('pointerenter'));
  list.dispatchEvent(new Event('pointerleave'));
  expect(onReading.mock.calls).toEqual([[true], [false]]);
  onReading.mockClear();
  const [first, second] = list.querySelectorAll<HTMLElement>('.item > input');
  first?.focus();
  second?.focus();
  // Going from one entry to the next is not leaving.
  expect(onReading.mock.calls.flat()).not.toContain(false);
  second?.blur();
  expect(onReading.mock.lastCall).toEqual([false]);
  control(root, '新来 3 条，点此显示').click();
  expect(onShowWaiting).toHaveBeenCalledOnce();
});

test('whoever goes to what waits has not left the list, and stays in it after', () => {
  const onReading = vi.fn();
  const onShowWaiting = vi.fn();
  const view = { ...VIEW, waiting: 3 };
  const root = show(<DigestScreen {...DIGEST} {...{ view, onReading, onShowWaiting }} />);
  const list = root.querySelector('.list') as HTMLElement;
  const button = control(list, '新来 3 条，点此显示');
  list.querySelector<HTMLElement>('.item > input')?.focus();
  list.dispatchEvent(new Event('pointerleave'));
  button.focus();
  list.dispatchEvent(new Event('pointerleave'));
  expect(onReading.mock.calls.flat()).not.toContain(false);
  button.click();
  expect(onShowWaiting).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(list);
});

test('a long section is drawn some entries at a time', async () => {
  const entries = Array.from({ length: 90 }, (_, at) => entry(`k${at}`));
  const view = { ...VIEW, sections: [{ name: 'plain' as const, entries }] };
  const root = show(<DigestScreen {...DIGEST} view={view} />);
  const drawn = (items: number) =>
    vi.waitFor(() => expect(root.querySelectorAll('.item').length).toBe(items));
  await drawn(40);
  await press(control(root, '再显示 40 条'));
  await press(control(root, '再显示 10 条'));
  await drawn(90);
});

test('text from chats is shown as text, whatever it holds', async () => {
  const evil = '<img src=x onerror=alert(1)>\u202e{title} $1 =HYPERLINK("http://x")';
  const hostile = entry('evil', {
    newest: version({
      title: evil,
      excerpt: `${evil}${'长'.repeat(2_000)}`,
      sightings: [sighting(evil, { sender: evil }), sighting('two')],
      chats: 2,
      changed: [{ fact: 'wording', from: evil, to: '' }],
    }),
    earlier: [version({ title: evil })],
    deadline: NOW,
  });
  const view = { ...VIEW, sections: [{ name: 'plain' as const, entries: [hostile] }] };
  const root = show(<DigestScreen {...DIGEST} view={view} />);
  await press(control(root, '2 个群'));
  await press(control(root, '之前的版本 1'));
  expect(root.querySelectorAll('.item :is(img, script, a)')).toHaveLength(0);
  expect(root.querySelector('.title')?.textContent).toBe(evil);
  // A name that turns the direction of writing turns nothing but itself.
  expect(root.querySelector('.origin bdi')?.textContent).toBe(evil);
});

test('an entry without a title is called by its excerpt, and one without either says so', () => {
  const bare = version({ title: '', excerpt: '' });
  const entries = [
    entry('a', { newest: version({ title: '', excerpt: '请打卡' }) }),
    entry('b', { newest: bare }),
  ];
  const view = { ...VIEW, sections: [{ name: 'plain' as const, entries }] };
  const titles = [...show(<DigestScreen {...DIGEST} view={view} />).querySelectorAll('.title')];
  expect(titles.map(textOf)).toEqual(['请打卡', '（标题未保留）']);
});

test.each([
  ['nothing found', { query: '没有' }, '没有找到'],
  ['nothing left to do', {}, '没有未办的了。更早发来'],
  [
    'nothing left to do in the widest range',
    { range: 'days14' as const },
    '这段时间没有未办的了。',
  ],
  ['nothing at all', { filter: 'all' as const }, '没有通知'],
  ['a fresh start', { everCounted: false }, '还没有记录'],
])('%s is told as such', (_, props, words) => {
  const view = { ...VIEW, sections: [] };
  expect(textOf(show(<DigestScreen {...DIGEST} {...props} view={view} />))).toContain(words);
});

test.each([
  ['2026-11-22T17:00:00+08:00', '今天 17:00'],
  ['2026-11-22T23:59:00+08:00', '今天'],
  ['2026-11-23T00:00:00+08:00', '明天 00:00'],
  ['2026-11-23T04:00:00+08:00', '明天 04:00'],
  ['2026-11-24T23:59:00+08:00', '11月24日'],
  ['2027-01-05T09:00:00+08:00', '2027年1月5日 09:00'],
])('a deadline of %s is “%s”', (deadline, words) => {
  expect(deadlineWords(new Date(deadline).getTime(), NOW)).toBe(words);
});

test.each([
  ['关于保洁的通知', '关于保洁的通知：请各村按时完成', '…请各村按时完成'],
  ['关于保洁的通知', '关于保洁的通知。', ''],
  [
    '请各村于12月9日12:00前将秋…',
    '请各村于12月9日12:00前将秋冬种面积统计表报',
    '…冬种面积统计表报',
  ],
  ['会议通知', '【会议通知】明早九点', '【会议通知】明早九点'],
  ['请大家转发,截图', '请大家转发，截图。', ''],
  ['请于12:00前报(含附件)', '请于１２：００前报（含附件），逾期通报', '…逾期通报'],
  ['', '请打卡', '请打卡'],
  ['请打卡', '', ''],
])('beside the title “%s” the excerpt “%s” adds “%s”', (title, excerpt, more) => {
  expect(moreThanTitle(title, excerpt)).toBe(more);
});

test('an overdue entry that is done is late no more', () => {
  const view = {
    ...VIEW,
    sections: [{ name: 'due' as const, entries: [{ ...LATE, done: true }] }],
  };
  const root = show(<DigestScreen {...DIGEST} view={view} />);
  expect(root.querySelector('.late')).toBeNull();
});
