// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { type ComponentChildren, render } from 'preact';
import { useEffect } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type ExportProps, ExportScreen } from '../../components/export/ExportScreen';
import { type MergeProps, MergeScreen } from '../../components/merge/MergeScreen';
import { ReportFrame, type ReportPart } from '../../components/report/ReportFrame';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { useExport } from '../../lib/screens/use-export';
import { useMerge } from '../../lib/screens/use-merge';
import { saveSettings } from '../../lib/settings';
import { emptyDay } from '../../lib/tally/counts';
import { dayOf } from '../../lib/tally/local-day';
import { readingDb } from '../../lib/tally/query';
import { show } from '../components/screen';
import { speak } from '../components/words';
import { jsonOf, makeTown, personOf } from '../tally/handed/people';
import { TODAY } from '../tally/tally-bench';

const town = makeTown({ seed: 5, groups: 8, days: 9, messages: 500, lastDay: TODAY });
const FILE = new File([jsonOf(await personOf(town, 0, { word: '减负行动' }))], '0.json');

beforeEach(async () => {
  fakeBrowser.reset();
  await speak('zh_CN');
  await readingDb().days.clear();
  // This DOM has no canvas.
  const brush = { fillRect() {}, fillText() {}, measureText: () => ({ width: 1 }) };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(brush as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockReturnValue('data:image/png;base64,');
});
afterEach(() => {
  vi.restoreAllMocks();
});

let exporting: ExportProps;
let merging: MergeProps;
/** Parts that were made anew since the last opening. */
let made: ReportPart[] = [];

function Export() {
  exporting = useExport(DEFAULT_SETTINGS);
  return <ExportScreen {...exporting} />;
}

function Merge() {
  merging = useMerge(DEFAULT_SETTINGS);
  return <MergeScreen {...merging} />;
}

/** Stands for what follows the tally while it is there. */
function Follows({ part }: { part: ReportPart }) {
  useEffect(() => void made.push(part), []);
  return <p>{part}</p>;
}

function partOf(part: ReportPart): ComponentChildren {
  if (part === 'export') return <Export />;
  return part === 'merge' ? <Merge /> : <Follows part={part} />;
}

async function open(root: HTMLElement, part: ReportPart): Promise<void> {
  made = [];
  await act(() => render(<ReportFrame part={part} show={partOf} />, root));
}

function mains(root: HTMLElement) {
  return [...root.querySelectorAll('main')].map(({ hidden, textContent }) => ({
    hidden,
    words: (textContent ?? '').slice(0, 8),
  }));
}

test('what was merged and chosen is still there after a look at another part', async () => {
  const day = dayOf(Date.now(), DEFAULT_SETTINGS.dayStartHour);
  await readingDb().days.put({ ...emptyDay(`${day}|wechat|防汛值守群`), messages: 7 });
  const root = show(<div />);
  await open(root, 'export');
  await vi.waitFor(() => expect(exporting.groups).toHaveLength(1));
  exporting.onGroup('wechat|防汛值守群', false);
  exporting.onRedaction({ names: 'keep' });
  await open(root, 'merge');
  merging.onFiles([FILE]);
  await vi.waitFor(() => expect(merging.read).toBe(1));
  await open(root, 'overview');
  await open(root, 'export');
  expect(exporting.groups.map(({ chosen }) => chosen)).toEqual([false]);
  expect(exporting.redaction.names).toBe('keep');
  await open(root, 'merge');
  expect(root.querySelector('main:not([hidden])')?.textContent).toContain('已计入 1 个文件');
});

test('a part is not there before it is opened, and one that follows the tally not after it is left', async () => {
  const root = show(<div />);
  await open(root, 'overview');
  expect(mains(root)).toEqual([{ hidden: false, words: 'overview' }]);
  await open(root, 'merge');
  await open(root, 'groups');
  expect(mains(root)).toMatchObject([{ hidden: false, words: 'groups' }, { hidden: true }]);
  await open(root, 'overview');
  expect(made).toEqual(['overview']);
  expect(mains(root)).toMatchObject([{ hidden: false, words: 'overview' }, { hidden: true }]);
});

test('a setting that is of no matter to a part out of sight does not make it read', async () => {
  const root = show(<div />);
  await open(root, 'export');
  await vi.waitFor(() => expect(exporting.reading).toBe(false));
  const { readAt } = exporting;
  await open(root, 'overview');
  const read = vi.spyOn(readingDb().days, 'where');
  await act(() => saveSettings({ badge: false, pausedUntil: 1 }).then(() => {}));
  expect(read).not.toHaveBeenCalled();
  expect([exporting.reading, exporting.readAt]).toEqual([false, readAt]);
  await act(() => saveSettings({ dormantDays: 45 }).then(() => {}));
  expect(read).toHaveBeenCalled();
});
