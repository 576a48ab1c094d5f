// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type MergeProps, MergeScreen } from '../../components/merge/MergeScreen';
import { ledgerLines } from '../../lib/export/ledger-lines';
import { ledgerOf } from '../../lib/import/ledger';
import { merge, mergedOf, NOTHING_MERGED } from '../../lib/import/merge';
import type { HandedTally } from '../../lib/tally/hand-over';
import { makeTown, personOf } from '../tally/handed/people';
import { TODAY } from '../tally/tally-bench';
import { accessibilityFaults, control, show, type } from './screen';
import { LANGUAGES, speak } from './words';

const town = makeTown({ seed: 5, groups: 48, days: 30, messages: 4_000, lastDay: TODAY });
const PEOPLE: HandedTally[] = await Promise.all(
  Array.from({ length: 6 }, (_, person) =>
    personOf(town, person, { word: '减负行动', groups: 40 }),
  ),
);

function ledgerFor(tallies: readonly HandedTally[], warnings: readonly string[] = []) {
  const ledger = ledgerOf(tallies.map(mergedOf).reduce(merge, NOTHING_MERGED));
  return {
    lines: ledgerLines(ledger),
    contributors: ledger.contributors,
    isBrokenDown: ledger.groups !== null,
    ...{ warnings, formula: 1, names: new Map<string, string>() },
  };
}

const NOTHING = () => {};

const EMPTY: MergeProps = {
  handOver: {
    ...{ from: '2025-10-16', to: TODAY, today: TODAY, word: '' },
    ...{ problem: null, busy: false, preview: null, result: null },
    ...{ onFrom: NOTHING, onTo: NOTHING, onWord: NOTHING },
    ...{ onPreview: NOTHING, onSave: NOTHING, onCancel: NOTHING },
  },
  ...{ reading: null, stopped: false, read: 0, broken: [], ledger: null },
  ...{ paper: null, saving: false, saved: null, onPrint: NOTHING },
  ...{ onFiles: NOTHING, onStop: NOTHING, onClear: NOTHING, onSave: NOTHING },
  onName: async () => 0,
};

const PROBLEMS = [
  ...(['empty', 'packed', 'other-encoding', 'not-json', 'not-ours', 'backup', 'export'] as const),
  ...(['newer-version', 'too-large', 'damaged', 'wrong-figure', 'wrong-day', 'twice'] as const),
  'unreadable' as const,
];

const FULL: MergeProps = {
  ...EMPTY,
  read: 6,
  ledger: ledgerFor(PEOPLE, ['One sentence.', 'Another <b>sentence</b>.']),
  broken: PROBLEMS.map((problem) => ({ name: `${problem}.json`, problem })),
};

const PREVIEW = { rows: 3, days: 2, groups: 2, lines: ['{"format":"fingerlight-tally"}'] };

const STATES: [string, MergeProps][] = [
  ['empty', EMPTY],
  ['full', FULL],
  ['of too few people', { ...EMPTY, read: 3, ledger: ledgerFor(PEOPLE.slice(0, 3)) }],
  ['reading', { ...FULL, reading: { done: 2, total: 9 } }],
  ['stopped', { ...EMPTY, stopped: true }],
  ['previewing', { ...EMPTY, handOver: { ...EMPTY.handOver, preview: PREVIEW } }],
  ['refusing a word', { ...EMPTY, handOver: { ...EMPTY.handOver, problem: 'word' } }],
];

describe.each(LANGUAGES)('the merge in %s', (language) => {
  beforeEach(() => speak(language));

  test.each(STATES)('has no accessibility faults and every word when %s', async (_, props) => {
    const warn = vi.spyOn(console, 'warn');
    const root = show(<MergeScreen {...props} />);
    expect(await accessibilityFaults(root)).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
    expect(root.innerHTML).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
  });
});

describe('what it says', () => {
  beforeEach(() => speak('zh_CN'));

  const textOf = (props: MergeProps) => show(<MergeScreen {...props} />).textContent ?? '';

  test('below five people there are totals and no table', () => {
    const few = { ...EMPTY, read: 3, ledger: ledgerFor(PEOPLE.slice(0, 3)) };
    textOf(few);
    expect(document.querySelectorAll('table')).toHaveLength(0);
    expect(document.querySelector('.merge-totals')?.textContent).toContain('人数3');
  });

  test('what has to be known stands above the figures', () => {
    const root = show(<MergeScreen {...FULL} />);
    const items = [...root.querySelectorAll('.merge-warnings li')];
    expect(items.map(({ textContent }) => textContent)).toEqual(FULL.ledger?.warnings);
    show(<MergeScreen {...FULL} ledger={ledgerFor(PEOPLE)} />);
    expect(document.querySelector('.merge-warnings')).toBeNull();
  });

  test('the days that the figures are of stand with them', () => {
    const [total] = ledgerFor(PEOPLE).lines;
    expect(textOf(FULL)).toContain(`时段：${total?.from} 至 ${total?.to}`);
  });

  test('several files of one person are no riddle; one file each needs no word', () => {
    expect(textOf({ ...FULL, read: 8 })).toContain('多出 2 个文件');
    expect(textOf(FULL)).not.toContain('多出');
  });

  test('each reason to leave a file out has words of its own', () => {
    const root = show(<MergeScreen {...FULL} />);
    const words = [...root.querySelectorAll('.merge-broken td:last-child')].map(
      ({ textContent }) => textContent,
    );
    expect(new Set(words).size).toBe(PROBLEMS.length);
  });

  test('figures never come without the formula and what they leave out', () => {
    expect(textOf(FULL)).toContain('公式第 1 版');
    expect(textOf(FULL)).toContain('为下限');
  });

  test('no one is in it: not an installation, not a person', () => {
    const html = show(<MergeScreen {...FULL} />).innerHTML;
    for (const { installation } of PEOPLE) expect(html).not.toContain(installation);
  });

  test('a hostile file name is text', () => {
    const name = '<img src=x onerror=alert(1)>\u202Egnp.json';
    show(<MergeScreen {...EMPTY} broken={[{ name, problem: 'damaged' }]} />);
    expect(document.querySelector('td img')).toBeNull();
    expect(document.querySelector('td bdi')?.textContent).toBe(name);
  });

  test('many files that were left out are shown after asking', async () => {
    const broken = Array.from({ length: 1_000 }, (_, at) => ({
      name: `${at}.json`,
      problem: 'not-ours' as const,
    }));
    const root = show(<MergeScreen {...EMPTY} broken={broken} />);
    const rows = () => root.querySelectorAll('.merge-broken tbody tr').length;
    expect(rows()).toBe(30);
    expect(root.querySelector('.merge-broken caption')?.textContent).toContain('1,000');
    control(root, '列出全部 1,000 个文件').click();
    await vi.waitFor(() => expect(rows()).toBe(1_000));
    expect(() => control(root, '列出全部 1,000 个文件')).toThrow();
  });

  test('many groups are shown after asking; a name that was found stands for its code', async () => {
    const lines = ledgerFor(PEOPLE).lines.filter(({ section }) => section === 'group');
    expect(lines.length).toBeGreaterThan(30);
    const { site, item } = lines[0] ?? { site: '', item: '' };
    const ledger = { ...ledgerFor(PEOPLE), names: new Map([[`${site}|${item}`, '防汛值守群']]) };
    const root = show(<MergeScreen {...EMPTY} ledger={ledger} />);
    const rows = () => root.querySelectorAll('.merge-scroll th[title]').length;
    expect(rows()).toBe(30);
    expect(root.querySelector(`th[title="${item}"]`)?.textContent).toBe('防汛值守群');
    control(root, `列出全部 ${lines.length} 个群`).click();
    await vi.waitFor(() => expect(rows()).toBe(lines.length));
  });
});

describe('what it asks for', () => {
  beforeEach(() => speak('zh_CN'));

  test('dropped files are handed on, and not opened by the browser', () => {
    const onFiles = vi.fn();
    const root = show(<MergeScreen {...EMPTY} onFiles={onFiles} />);
    const files = [new File(['{}'], 'a.json'), new File(['{}'], 'b.json')];
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(drop, { dataTransfer: { files } });
    root.querySelector('.merge-drop')?.dispatchEvent(drop);
    expect(onFiles).toHaveBeenCalledWith(files);
    expect(drop.defaultPrevented).toBe(true);
  });

  test('files that fall beside the box do not replace the page; words may still be dragged', async () => {
    const onFiles = vi.fn();
    const root = show(<div />);
    await act(() => render(<MergeScreen {...EMPTY} onFiles={onFiles} />, root));
    const falls = (name: string, types: string[]) => {
      const event = new Event(name, { bubbles: true, cancelable: true });
      Object.assign(event, { dataTransfer: { files: [], types, dropEffect: 'copy' } });
      root.querySelector('.merge-hand')?.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect([falls('dragover', ['Files']), falls('drop', ['Files'])]).toEqual([true, true]);
    expect([falls('dragover', ['text/plain']), falls('drop', ['text/plain'])]).toEqual([
      false,
      false,
    ]);
    expect(onFiles).not.toHaveBeenCalled();
  });

  test('a reading can be stopped', () => {
    const onStop = vi.fn();
    const root = show(<MergeScreen {...EMPTY} reading={{ done: 1, total: 300 }} onStop={onStop} />);
    control(root, '停止').click();
    expect(onStop).toHaveBeenCalledOnce();
  });

  test('a word too short keeps the file from being made', () => {
    const handOver = { ...EMPTY.handOver, word: '减负', problem: 'word' as const };
    const root = show(<MergeScreen {...EMPTY} handOver={handOver} />);
    expect(control<HTMLButtonElement>(root, '先看看文件内容').disabled).toBe(true);
    expect(control(root, '统一口令').getAttribute('aria-invalid')).toBe('true');
  });

  test('names are looked for by the word and the lines', async () => {
    const onName = vi.fn(async () => 1);
    const root = show(<MergeScreen {...EMPTY} ledger={ledgerFor(PEOPLE)} onName={onName} />);
    const part = root.querySelector<HTMLElement>('.merge-names');
    if (!part) throw new Error('no part for names');
    type(control<HTMLInputElement>(part, '统一口令'), '减负行动');
    type(control<HTMLTextAreaElement>(part, '群名'), ' 甲群 \n\n乙群');
    await vi.waitFor(() => expect(control<HTMLButtonElement>(part, '对上').disabled).toBe(false));
    control(part, '对上').click();
    expect(onName).toHaveBeenCalledWith('减负行动', ['甲群', '乙群']);
    await vi.waitFor(() => expect(part.textContent).toContain('对上 1 个群'));
    expect(part.textContent).not.toContain('请核对口令');
    onName.mockResolvedValueOnce(0);
    control(part, '对上').click();
    await vi.waitFor(() => expect(part.textContent).toContain('请核对口令'));
  });
});
