// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { periodWords } from '../../components/report/period-words';
import { RepeatDemands } from '../../components/report/RepeatDemands';
import type { Asking, RepeatDemand } from '../../lib/tally/repeat-demands';
import { accessibilityFaults, openAll, show } from './screen';
import { LANGUAGES, speak } from './words';

let serial = 0;

function asking(chat: string, day: string, title: string): Asking {
  serial += 1;
  const time = new Date(`${day}T09:05:00`).getTime();
  return { key: `k${serial}`, site: 'wechat', chat, sender: '', time, day, notice: 'n', title };
}

function repeat(part: Partial<RepeatDemand> = {}): RepeatDemand {
  serial += 1;
  return {
    kind: 'form',
    object: '低保对象排查台账',
    id: `id${serial}`,
    period: '2026-10',
    first: asking('镇民政群', '2026-10-20', '关于报送台账的通知'),
    again: [asking('县民政群', '2026-10-23', '请再报一次台账')],
    groups: 2,
    ...part,
  };
}

const MANY = Array.from({ length: 230 }, () => repeat());
/** The things that are listed, each with its rows. */
function thingsIn(root: HTMLElement): HTMLTableSectionElement[] {
  return [...root.querySelectorAll('tbody')];
}

const HOSTILE = repeat({
  object: '',
  period: '<b>',
  again: Array.from({ length: 9 }, () =>
    asking('', '2026-10-23', `\u202e<img src=x onerror=alert(1)>${'长'.repeat(2_000)}`),
  ),
});

describe.each(LANGUAGES)('repeat demands in %s', (language) => {
  beforeEach(() => speak(language));

  test.each([
    ['listed', [repeat(), repeat({ kind: 'meeting', period: null })]],
    ['none', []],
    ['not yet read', undefined],
    ['many', MANY],
    ['hostile', [HOSTILE]],
  ])('have no accessibility faults and no missing words when %s', async (_, repeats) => {
    const warn = vi.spyOn(console, 'warn');
    const root = show(
      <main>
        <RepeatDemands repeats={repeats} />
      </main>,
    );
    openAll(root);
    await vi.waitFor(() =>
      expect(thingsIn(root)).toHaveLength(Math.min(200, repeats?.length ?? 0)),
    );
    expect(await accessibilityFaults(root)).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
    expect(root.textContent).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
  });

  test.each([
    ...['2026', '2026-10', '2026-10-20', '2026-01..09', '2026-10-early', '2026-10-middle'],
    ...['2026-10-late', '2026-Q3', '2026-H1', '2026-H2', '2026-W45', '2025-2026 T1', '2026 #2批'],
  ])('the period %s is read out', (period) => {
    expect(periodWords(period)).not.toMatch(/\{\w+\}|undefined|Invalid|\.\.|-Q|-W|-H|#|^$/);
  });
});

function textOf(root: HTMLElement): string {
  return root.textContent?.replace(/\s+/g, ' ') ?? '';
}

describe('in Chinese', () => {
  beforeEach(() => speak('zh_CN'));

  test('both sources stand there with group, day, time and title, and it is called suspected', () => {
    const text = textOf(show(<RepeatDemands repeats={[repeat()]} />));
    for (const words of [
      ...['疑似', '低保对象排查台账', '2026年10月', '首次', '10月20日 09:05', '镇民政群'],
      ...['关于报送台账的通知', '又要', '10月23日 09:05', '县民政群', '请再报一次台账'],
    ]) {
      expect(text).toContain(words);
    }
  });

  test('the sum counts repeats, not things, and covers what is not listed', () => {
    const twice = [asking('甲', '2026-10-23', 'x'), asking('乙', '2026-10-24', 'y')];
    const text = textOf(show(<RepeatDemands repeats={[...MANY, repeat({ again: twice })]} />));
    expect(text).toContain('231 项');
    expect(text).toContain('232 次');
    expect(text).toContain('只列出最近 200 项');
  });

  test('what is not in sight is made when it is opened, and stays when all is read anew', async () => {
    const root = show(<RepeatDemands repeats={MANY} />);
    expect(thingsIn(root)).toHaveLength(8);
    openAll(root);
    await vi.waitFor(() => expect(thingsIn(root)).toHaveLength(200));
    render(<RepeatDemands repeats={[repeat(), ...MANY]} />, root);
    expect(thingsIn(root)).toHaveLength(200);
  });

  test('chat text is shown as text, and what was pared is called so', () => {
    const root = show(<RepeatDemands repeats={[HOSTILE]} />);
    expect(root.querySelector('img')).toBeNull();
    expect(textOf(root)).toContain('（名称未保留）');
    expect(textOf(root)).toContain('另有 3 次未列出');
  });

  test('nothing found is said so, and not said before it is known', () => {
    expect(textOf(show(<RepeatDemands repeats={[]} />))).toContain('没有发现');
    expect(textOf(show(<RepeatDemands repeats={undefined} />))).not.toContain('没有发现');
  });
});
