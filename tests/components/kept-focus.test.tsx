// @vitest-environment happy-dom
import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { DataActions } from '../../components/DataActions';
import { ExportPreview } from '../../components/ExportPreview';
import { FileDrop } from '../../components/merge/FileDrop';
import { HandOver, type HandOverProps } from '../../components/merge/HandOver';
import { type MergeProps, MergeScreen } from '../../components/merge/MergeScreen';
import { PauseControl } from '../../components/PauseControl';
import { PeriodBar } from '../../components/report/PeriodBar';
import { SafetyNotice } from '../../components/SafetyNotice';
import { StorageSafety } from '../../components/StorageSafety';
import { SAFE } from '../../lib/safety/state';
import { OVERVIEW } from './overview-sample';
import { DROP_WORDS, SAFETY } from './samples';
import { control, show } from './screen';
import { speak } from './words';

const NOTHING = () => {};

beforeEach(() => speak('zh_CN'));

const pause = (pausedUntil: number) => (
  <PauseControl
    {...{ now: 1_000, pausedUntil, chat: '甲', chatPaused: false }}
    onPause={NOTHING}
    onResume={NOTHING}
  />
);

const drop = (done: number | null) => (
  <FileDrop
    words={DROP_WORDS}
    accept=".json"
    reading={done === null ? null : { done, total: 3 }}
    onFiles={NOTHING}
    onStop={NOTHING}
  />
);

const HAND_OVER: HandOverProps = {
  ...{ from: '2026-10-01', to: '2026-10-16', today: '2026-10-16', word: '' },
  ...{ problem: null, busy: false, preview: null, result: null },
  ...{ onFrom: NOTHING, onTo: NOTHING, onWord: NOTHING },
  ...{ onPreview: NOTHING, onSave: NOTHING, onCancel: NOTHING },
};
const PREVIEW = { rows: 3, days: 2, groups: 2, lines: ['{}'] };

const merge = (broken: MergeProps['broken']) => (
  <MergeScreen
    {...{ handOver: HAND_OVER, reading: null, stopped: false, read: 0, broken, ledger: null }}
    {...{ onFiles: NOTHING, onStop: NOTHING, onClear: NOTHING, onSave: NOTHING }}
    {...{ paper: null, saving: false, saved: null, onPrint: NOTHING }}
    onName={async () => 0}
  />
);

const storage = (persistence: 'best-effort' | 'persistent') => (
  <StorageSafety
    {...{ persistence, snapshot: null, snapshotFailed: null, kinds: undefined }}
    onPersist={NOTHING}
  />
);

const freed = { before: '2026-08-01', at: 0 };
const notice = (state: typeof SAFE) => <SafetyNotice {...SAFETY} state={state} />;

const named = (name: string) => (root: HTMLElement) => control(root, name);
const found = (selector: string) => (root: HTMLElement) =>
  root.querySelector<HTMLElement>(selector);

type Find = (root: HTMLElement) => HTMLElement | null;

test.each<[string, ComponentChild, Find, ComponentChild, Find]>([
  ['pausing leads to resuming', pause(0), named('15 分钟'), pause(9_000), named('恢复')],
  ['resuming leads to pausing', pause(9_000), named('恢复'), pause(0), named('15 分钟')],
  ['choosing files leads to stopping', drop(null), found('input'), drop(0), named('停止')],
  ['stopping leads to choosing', drop(0), named('停止'), drop(null), found('input')],
  [
    'what was asked for leads to its preview',
    <HandOver {...HAND_OVER} />,
    named('先看看文件内容'),
    <HandOver {...HAND_OVER} preview={PREVIEW} />,
    found('.merge-preview'),
  ],
  [
    'a preview that is closed leads back',
    <HandOver {...HAND_OVER} preview={PREVIEW} />,
    found('.merge-preview .actions button:last-child'),
    <HandOver {...HAND_OVER} />,
    named('先看看文件内容'),
  ],
  [
    'clearing leads to the head of what was cleared',
    merge([{ name: 'a.json', problem: 'damaged' }]),
    found('.merge-files > .link'),
    merge([]),
    found('.merge-files h2'),
  ],
  [
    'asking for storage leads to the answer',
    storage('best-effort'),
    found('button'),
    storage('persistent'),
    found('[role=status]'),
  ],
  [
    'a notice that was read leads on from its place',
    notice({ ...SAFE, freed }),
    named('知道了'),
    notice(SAFE),
    found('.safety [role=status]'),
  ],
])('%s', (_, before, used, after, next) => {
  const root = show(before);
  used(root)?.focus();
  expect(document.activeElement).toBe(used(root));
  render(after, root);
  expect(next(root)).not.toBeNull();
  expect(document.activeElement).toBe(next(root));

  const other = show(before);
  render(after, other);
  expect(document.activeElement).toBe(document.body);
});

test('while a file is made its button keeps the keyboard and does nothing', () => {
  const onPreview = vi.fn();
  const root = show(<HandOver {...HAND_OVER} onPreview={onPreview} />);
  const button = control<HTMLButtonElement>(root, '先看看文件内容');
  render(<HandOver {...HAND_OVER} busy={true} onPreview={onPreview} />, root);
  expect(button.disabled).toBe(false);
  expect(button.getAttribute('aria-disabled')).toBe('true');
  button.click();
  expect(onPreview).not.toHaveBeenCalled();
});

test('while a backup is written its button keeps the keyboard and does nothing', () => {
  const onExportBackup = vi.fn();
  const actions = (busy: boolean) => (
    <DataActions
      {...{ storageBytes: null, busy, result: null, onExportBackup }}
      onImportBackup={null}
    />
  );
  const root = show(actions(false));
  const [button] = root.querySelectorAll('button');
  button?.click();
  render(actions(true), root);
  expect(button?.disabled).toBe(false);
  expect(button?.getAttribute('aria-disabled')).toBe('true');
  button?.click();
  expect(onExportBackup).toHaveBeenCalledTimes(1);
});

test('at the last period the step on keeps the keyboard and does nothing', () => {
  const onStep = vi.fn();
  const bar = (canGoOn: boolean) => (
    <PeriodBar period={{ ...OVERVIEW.period, unit: 'month', canGoOn, onStep }} />
  );
  const root = show(bar(true));
  const later = root.querySelectorAll<HTMLButtonElement>('.steps button')[1];
  later?.click();
  render(bar(false), root);
  expect(later?.disabled).toBe(false);
  expect(later?.getAttribute('aria-disabled')).toBe('true');
  later?.click();
  expect(onStep).toHaveBeenCalledTimes(1);
});

test('the preview of an export gives the keyboard back to the button that opened it', async () => {
  const page = (isOpen: boolean) => (
    <div>
      {isOpen && (
        <ExportPreview
          {...{ rows: [['a'], [1]], withNames: false }}
          {...{ onNames: NOTHING, onSave: NOTHING, onCancel: NOTHING }}
        />
      )}
      <button type="button">导出</button>
    </div>
  );
  const root = show(page(false));
  const opener = control(root, '导出');
  opener.focus();
  await act(() => render(page(true), root));
  expect(document.activeElement).toBe(root.querySelector('.preview h2'));
  await act(() => render(page(false), root));
  expect(document.activeElement).toBe(opener);
});
