// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type MergeProps, MergeScreen } from '../../components/merge/MergeScreen';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import { type LedgerLine, ledgerLines } from '../../lib/export/ledger-lines';
import { ledgerOf } from '../../lib/import/ledger';
import { merge, mergedOf } from '../../lib/import/merge';
import { parseTally } from '../../lib/import/tally';
import { nextIdentity } from '../../lib/screens/hand-over-identity';
import { readTallies } from '../../lib/screens/read-tallies';
import { useMerge } from '../../lib/screens/use-merge';
import { emptyDay } from '../../lib/tally/counts';
import type { HandedTally } from '../../lib/tally/hand-over';
import { addDays, dayOf } from '../../lib/tally/local-day';
import { readingDb } from '../../lib/tally/query';
import { control, show, type } from '../components/screen';
import { speak } from '../components/words';
import { cellsOf, partsOf } from '../export/workbook';
import { asAnother, jsonOf, makeTown, personOf } from '../tally/handed/people';
import { TODAY } from '../tally/tally-bench';
import { PageLocks } from './page-locks';

const WORD = '减负行动';
const town = makeTown({ seed: 5, groups: 24, days: 20, messages: 2_000, lastDay: TODAY });
const PEOPLE: HandedTally[] = await Promise.all(
  Array.from({ length: 6 }, (_, person) => personOf(town, person, { word: WORD, groups: 9 })),
);
const FILES = PEOPLE.map((tally, at) => new File([jsonOf(tally)], `${at}.json`));

const bytesOf = (tally: HandedTally) => new TextEncoder().encode(jsonOf(tally)).buffer;

let props: MergeProps;
let saved: { name: string; content: Blob }[] = [];

function Merge() {
  props = useMerge(DEFAULT_SETTINGS);
  return <MergeScreen {...props} />;
}

beforeEach(async () => {
  fakeBrowser.reset();
  Object.defineProperty(navigator, 'locks', { value: new PageLocks(), configurable: true });
  await speak('zh_CN');
  await readingDb().days.clear();
  await readingDb().closedDays.clear();
  saved = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    const last = saved.at(-1);
    if (last) last.name = this.download;
  });
  vi.spyOn(URL, 'createObjectURL').mockImplementation((content) => {
    saved.push({ name: '', content: content as Blob });
    return 'blob:made';
  });
});

afterEach(() => vi.restoreAllMocks());

async function merged(files: readonly File[]): Promise<HTMLElement> {
  const root = show(<Merge />);
  props.onFiles(files);
  await vi.waitFor(() => expect(props.reading).toBeNull());
  await vi.waitFor(() => expect(props.read + props.broken.length).toBeGreaterThan(0));
  return root;
}

/** The files that these buttons write, in turn. */
async function savedBy(root: HTMLElement, buttons: readonly string[]): Promise<typeof saved> {
  for (const words of buttons) {
    const before = saved.length;
    await vi.waitFor(() => expect(control<HTMLButtonElement>(root, words).disabled).toBe(false));
    control(root, words).click();
    await vi.waitFor(() => expect(saved.length).toBe(before + 1));
    await vi.waitFor(() => expect(root.textContent).toContain(saved.at(-1)?.name));
  }
  return saved;
}

const LEDGER_BUTTONS = ['导出 Excel 工作簿', '导出 CSV', '导出 JSON'];

test('files are merged, broken ones named, and the ledger is saved in every format', async () => {
  const broken = new File(['{"format":"fingerlight-tally"'], 'cut.json');
  const root = await merged([...FILES, broken]);
  expect(root.textContent).toContain('已计入 6 个文件，共 6 人');
  expect(root.querySelector('.merge-broken')?.textContent).toContain('cut.json不是完整的文件');
  const [book, table, json] = await savedBy(root, LEDGER_BUTTONS);
  expect(saved.map(({ name }) => name.replace(/\d{4}-\d\d-\d\d/g, '…'))).toEqual([
    'fingerlight-ledger-…_….xlsx',
    'fingerlight-ledger-…_….csv',
    'fingerlight-ledger-…_….json',
  ]);
  const csv = await (table?.content.text() ?? '');
  const { lines } = JSON.parse(await (json?.content.text() ?? '')) as { lines: LedgerLine[] };
  expect(csv.split('\r\n').slice(1, -1)).toHaveLength(lines.length);
  expect(csv).toContain('要求填表报数');
  const sheets = await cellsOf(book?.content ?? new Blob());
  expect(sheets.map(({ sheet }) => sheet)).toEqual([
    '汇总结果',
    '要求分类',
    '各群情况',
    '时段分布',
  ]);
  const codes = lines.filter(({ section }) => section === 'group').map(({ item }) => item);
  expect(sheets[2]?.rows.map(([code]) => code)).toEqual(expect.arrayContaining(codes));
  const parts = Object.values(await partsOf(book?.content ?? new Blob())).join('');
  for (const { installation } of PEOPLE) expect(csv + parts).not.toContain(installation);
});

test('of four people the workbook and the paper hold the totals alone', async () => {
  const root = await merged(FILES.slice(0, 4));
  const [book] = await savedBy(root, LEDGER_BUTTONS.slice(0, 1));
  const sheets = await cellsOf(book?.content ?? new Blob());
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['汇总结果']);
  expect(sheets[0]?.rows[1]).toEqual(['人数', 4]);
  const text = JSON.stringify(sheets);
  expect(text).toContain('不足 5 人，只列总数');
  for (const { rows } of PEOPLE) expect(rows.filter(({ code }) => text.includes(code))).toEqual([]);
  await act(() => void dispatchEvent(new Event('beforeprint')));
  const printed = [...root.querySelectorAll('.merge-paper h2')].map(
    ({ textContent }) => textContent,
  );
  expect(printed).toEqual(['汇总结果']);
});

test('every group goes on paper, and the paper stands in the page no longer than it is printed', async () => {
  const root = await merged(FILES);
  expect(root.querySelector('.merge-paper')).toBeNull();
  // Within the event: asked for by the page's own button, paper is laid out before anything else runs.
  dispatchEvent(new Event('beforeprint'));
  const groups = props.ledger?.lines.filter(({ section }) => section === 'group').length ?? 0;
  const tables = [...root.querySelectorAll('.merge-paper table')];
  expect(tables).toHaveLength(4);
  // And one line for the groups that one person alone has.
  expect(tables[2]?.querySelectorAll('tbody tr')).toHaveLength(groups + 1);
  dispatchEvent(new Event('afterprint'));
  await vi.waitFor(() => expect(root.querySelector('.merge-paper')).toBeNull());
});

test('a ledger that cannot be written is told, and can be written again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const root = await merged(FILES);
  const make = vi.spyOn(URL, 'createObjectURL').mockImplementationOnce(() => {
    throw new Error('no room');
  });
  control(root, '导出 Excel 工作簿').click();
  await vi.waitFor(() =>
    expect(root.querySelector('.result.failed')?.textContent).toContain('no room'),
  );
  make.mockClear();
  await savedBy(root, LEDGER_BUTTONS.slice(0, 1));
  expect(root.querySelector('.result.failed')).toBeNull();
});

test('the same files once more change nothing', async () => {
  await merged(FILES);
  const before = props.ledger?.lines;
  props.onFiles(FILES);
  await vi.waitFor(() => expect(props.read).toBe(12));
  expect(props.ledger?.lines).toEqual(before);
});

test('what is stopped is not counted, and what was counted before stays', async () => {
  const root = await merged(FILES.slice(0, 3));
  const before = props.ledger?.lines;
  // The reader stops it while the second of these is read.
  const second = new File([], 'second.json');
  const read = () => {
    props.onStop();
    return Promise.resolve(bytesOf(PEOPLE[4] as HandedTally));
  };
  Object.defineProperty(second, 'arrayBuffer', { value: read });
  props.onFiles([FILES[3] as File, second, ...FILES.slice(0, 4)]);
  await vi.waitFor(() => expect(props.stopped).toBe(true));
  await vi.waitFor(() => expect(root.textContent).toContain('已停止，这一批都没有计入'));
  expect([props.read, props.ledger?.lines]).toEqual([3, before]);
});

test('a reading ends with its page', async () => {
  const root = show(<div />);
  await act(() => render(<Merge />, root));
  const second = new File([], 'second.json');
  const text = vi.fn(async () => new ArrayBuffer());
  Object.defineProperty(second, 'arrayBuffer', { value: text });
  const first = new File([], 'first.json');
  const leave = async () => {
    await act(() => render(null, root));
    return bytesOf(PEOPLE[0] as HandedTally);
  };
  Object.defineProperty(first, 'arrayBuffer', { value: leave });
  props.onFiles([first, second]);
  const readOn = vi.waitFor(() => expect(text).toHaveBeenCalled(), { timeout: 300 });
  await expect(readOn).rejects.toThrow();
});

test('a file of 500 MB is named without being read, and one that is gone is named too', async () => {
  const huge = new File([], 'huge.json');
  const text = vi.fn();
  const size = { value: 500 * 1024 * 1024 };
  Object.defineProperties(huge, { size, arrayBuffer: { value: text }, text: { value: text } });
  const gone = new File([], 'gone.json');
  Object.defineProperty(gone, 'arrayBuffer', { value: () => Promise.reject(new Error('gone')) });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const stopped = new AbortController().signal;
  const result = await readTallies([huge, gone], { progress: () => {}, stopped });
  expect(text).not.toHaveBeenCalled();
  expect(result?.broken).toEqual([
    { name: 'huge.json', problem: 'too-large' },
    { name: 'gone.json', problem: 'unreadable' },
  ]);
});

test('whatever is dropped along with sound files is named with its reason, and they count', async () => {
  const sound = jsonOf(asAnother(PEOPLE[0] as HandedTally, 90));
  const zip = await new Response(
    new Blob([sound]).stream().pipeThrough(new CompressionStream('gzip')),
  ).arrayBuffer();
  const wide = new Uint8Array(
    new Uint16Array([...`\uFEFF${sound}`].map((c) => c.charCodeAt(0))).buffer,
  );
  const files = [
    new File([sound.slice(0, sound.length / 2)], 'cut.json'),
    new File([], 'empty.json'),
    new File([zip], 'zip.json'),
    new File([wide], 'wide.json'),
    new File(['{"format":"fingerlight-backup","version":2,"tables":{}}'], 'backup.json'),
    new File([sound.replace(/"messages":\d+/, '"messages":-1')], 'less.json'),
    new File([sound.replace('"version":1', '"version":9')], 'newer.json'),
    new File(['{"a":'.repeat(100_000)], '<script>alert(1)</script>.json'),
  ];
  const root = await merged([...files, ...FILES]);
  expect(props.read).toBe(FILES.length);
  expect(props.broken.map(({ name, problem }) => [name, problem])).toEqual([
    ['cut.json', 'not-json'],
    ['empty.json', 'empty'],
    ['zip.json', 'packed'],
    ['wide.json', 'other-encoding'],
    ['backup.json', 'backup'],
    ['less.json', 'wrong-figure'],
    ['newer.json', 'newer-version'],
    ['<script>alert(1)</script>.json', 'not-ours'],
  ]);
  expect(root.textContent).toContain('是备份文件');
  expect(root.querySelector('script')).toBeNull();
  const before = props.ledger?.lines;
  props.onFiles(FILES);
  await vi.waitFor(() => expect(props.read).toBe(2 * FILES.length));
  expect(props.ledger?.lines).toEqual(before);
});

test('how many start their days at another hour and have restored days is told, on the page and in the file', async () => {
  const last = PEOPLE[5]?.rows.at(-1)?.day ?? '';
  const first = PEOPLE[2]?.rows[0]?.day ?? '';
  const told: Partial<HandedTally>[] = [
    ...[{}, {}, {}, { dayStart: 0 }],
    { dayStart: null, from: addDays(first, -40) },
  ];
  const files = PEOPLE.map((tally, at) => {
    const said = at === 5 ? { restored: [last] } : (told[at] ?? {});
    return new File([jsonOf({ ...tally, ...said })], `${at}.json`);
  });
  const root = await merged(files);
  const sentences = [
    '有 5 人的文件只覆盖了其中一段时间',
    '有 1 人的一天与多数人不在同一钟点开始',
    '有 1 人的文件没有写明一天从几点开始',
    '有 1 人共 1 天的数字来自快照或备份恢复',
  ];
  for (const words of sentences) expect(root.textContent).toContain(words);
  const [table, json] = await savedBy(root, ['导出 CSV', '导出 JSON']);
  const csv = await (table?.content.text() ?? '');
  for (const words of sentences) expect(csv).toContain(words);
  expect(JSON.parse(await (json?.content.text() ?? ''))).toMatchObject({
    ...{ otherDayStarts: 1, unknownDayStarts: 1, restoredPeople: 1, restoredDays: 1 },
  });
  expect(props.ledger?.lines).toEqual(ledgerLines(ledgerOf(PEOPLE.map(mergedOf).reduce(merge))));
});

test('files without a word, of several words and of too few people are told', async () => {
  const [one, two, three] = PEOPLE as [HandedTally, HandedTally, HandedTally];
  const files = [one, { ...two, word: 'ffff', formula: 2 }, { ...three, word: null }];
  const root = await merged(files.map((tally, at) => new File([jsonOf(tally)], `${at}.json`)));
  expect(root.textContent).toContain('没有使用口令');
  expect(root.textContent).toContain('2 个不同的口令');
  expect(root.textContent).toContain('公式的不同版本（1, 2）');
  expect(root.textContent).toContain('不足 5 人，只列总数');
});

test('a year whose holidays nobody knows yet is named', async () => {
  const files = PEOPLE.map((tally, at) => {
    const text = jsonOf(tally).replaceAll(/"2026-/g, '"2035-');
    return new File([text], `${at}.json`);
  });
  const root = await merged(files);
  expect(props.broken).toEqual([]);
  expect(root.textContent).toContain('2035 年的放假和调休安排，本版尚未收录');
});

test('the ledger is reckoned once, not for every letter that is typed beside it', async () => {
  const root = await merged(FILES);
  const before = props.ledger;
  expect(before).not.toBeNull();
  type(root.querySelector('.merge-hand input[type=text]') as HTMLInputElement, '减');
  await vi.waitFor(() => expect(props.handOver.word).toBe('减'));
  expect(props.ledger).toBe(before);
});

test('names are found by the word, and stay out of the file', async () => {
  const root = await merged(FILES);
  const names = [...new Set(town.rows.map(({ chat }) => chat))];
  expect(await props.onName('别的口令', names)).toBe(0);
  expect(await props.onName(WORD, names)).toBe(
    props.ledger?.lines.filter(({ section }) => section === 'group').length,
  );
  await vi.waitFor(() => expect(root.querySelector('th bdi')?.textContent).toContain('群'));
  for (const { content } of await savedBy(root, LEDGER_BUTTONS)) {
    const isBook = content.type.includes('sheet');
    const text = isBook ? Object.values(await partsOf(content)).join('') : await content.text();
    expect(names.filter((name) => text.includes(name))).toEqual([]);
  }
});

test('one’s own file is shown before it is written, and is a tally', async () => {
  const day = addDays(dayOf(Date.now(), DEFAULT_SETTINGS.dayStartHour), -1);
  await readingDb().days.put({ ...emptyDay(`${day}|wechat|PLANTED群`), messages: 7 });
  await readingDb().closedDays.put({ day, since: Date.now() });
  const root = show(<Merge />);
  type(root.querySelector('.merge-hand input[type=text]') as HTMLInputElement, ' 减负行动');
  await vi.waitFor(() => expect(props.handOver.word).toBe(' 减负行动'));
  control(root, '先看看文件内容').click();
  await vi.waitFor(() => expect(root.querySelector('pre')).not.toBeNull());
  expect(saved).toEqual([]);
  const shown = root.querySelector('pre')?.textContent ?? '';
  control(root, '保存文件').click();
  const json = await (saved[0]?.content.text() ?? '');
  expect(json).not.toContain('PLANTED');
  expect([shown.length > 200, json.startsWith(shown)]).toEqual([true, true]);
  const tally = parseTally(json);
  expect([tally.rows.length, tally.revision, tally.word?.length]).toEqual([1, 1, 4]);
  expect([tally.dayStart, tally.restored]).toEqual([DEFAULT_SETTINGS.dayStartHour, [day]]);
  await vi.waitFor(() => expect(root.textContent).toContain('已生成文件：fingerlight-tally-'));
});

const NOW = dayOf(Date.now(), DEFAULT_SETTINGS.dayStartHour);

test.each([
  ['one day', NOW, NOW, null],
  ['ten years', addDays(NOW, -3_700), NOW, null],
  ['a day more than a merge takes', addDays(NOW, -3_701), NOW, 'range'],
  ['a year that is not typed to its end', '0202-01-01', NOW, 'range'],
  ['before 2000', '1999-12-31', '2000-01-01', 'range'],
  ['a year of five digits', '20200-01-01', NOW, 'range'],
  ['tomorrow', NOW, addDays(NOW, 1), 'range'],
  ['an end before the start', NOW, addDays(NOW, -1), 'range'],
  ['no day', '', NOW, 'range'],
])('a tally is made of days that a merge takes: %s', async (_, from, to, problem) => {
  show(<Merge />);
  props.handOver.onFrom(from);
  props.handOver.onTo(to);
  await vi.waitFor(() => expect([props.handOver.from, props.handOver.to]).toEqual([from, to]));
  expect(props.handOver.problem).toBe(problem);
});

test('a tally that no merge would take is not handed over', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const row = { ...emptyDay(`${NOW}|wechat|群`), messages: 2, copies: 9 };
  await readingDb().days.put(row);
  const root = show(<Merge />);
  control(root, '先看看文件内容').click();
  await vi.waitFor(() => expect(props.handOver.result?.ok).toBe(false));
  expect(props.handOver.preview).toBeNull();
});

test('a file that is made while the dates are changed is not shown under the new ones', async () => {
  const day = addDays(dayOf(Date.now(), DEFAULT_SETTINGS.dayStartHour), -1);
  await readingDb().days.put({ ...emptyDay(`${day}|wechat|PLANTED群`), messages: 7 });
  const root = show(<div />);
  await act(() => render(<Merge />, root));
  const read = vi.spyOn(readingDb().groups, 'toArray');
  await act(() => props.handOver.onPreview());
  await act(() => props.handOver.onFrom(day));
  await read.mock.results[0]?.value;
  const early = vi.waitFor(() => expect(props.handOver.preview).not.toBeNull(), { timeout: 300 });
  await expect(early).rejects.toThrow();
  expect(props.handOver.busy).toBe(false);
  control(root, '先看看文件内容').click();
  await vi.waitFor(() => expect(props.handOver.preview).not.toBeNull());
  props.handOver.onSave();
  expect(saved.map(({ name }) => name)).toEqual([
    `fingerlight-tally-${day}_${props.handOver.to}.json`,
  ]);
});

test('nothing counted makes no file', async () => {
  const root = show(<Merge />);
  control(root, '先看看文件内容').click();
  await vi.waitFor(() => expect(root.textContent).toContain('这段日期没有记录'));
  expect(() => control(root, '保存文件')).toThrow();
});

test('an installation is made once, and each file has a higher revision', async () => {
  const [one, two] = [await nextIdentity(), await nextIdentity()];
  expect(two).toEqual({ ...one, revision: one.revision + 1 });
  expect([one.installation, one.secret].map((text) => text.length)).toEqual([32, 64]);
  await fakeBrowser.storage.local.set({ handOver: { installation: '<b>', revision: 9 } });
  expect(await nextIdentity()).toMatchObject({ revision: 1 });
});

test('two pages that make a file at once give it two revisions of one installation', async () => {
  vi.resetModules();
  const other = await import('../../lib/screens/hand-over-identity');
  expect(other.nextIdentity).not.toBe(nextIdentity);
  const made = await Promise.all([nextIdentity(), other.nextIdentity(), nextIdentity()]);
  expect(made.map(({ revision }) => revision).sort()).toEqual([1, 2, 3]);
  expect(new Set(made.map(({ installation }) => installation)).size).toBe(1);
});
