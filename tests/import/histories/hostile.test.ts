import { expect, test } from 'vitest';
import type { HistoryProblem } from '../../../lib/import/histories/history';
import { readFiles } from '../../../lib/import/histories/read-files';
import { inBounds } from '../../fuzz/damaged-files';
import { fileOf, fixture, historyIn, linesIn } from './read-fixture';

const READ = new TextDecoder();

async function textOf(name: string): Promise<string> {
  return READ.decode(await fixture(name).blob.arrayBuffer());
}

async function problemOf(name: string, content: string | Uint8Array<ArrayBuffer>) {
  const read = await readFiles([fileOf(name, content)]);
  const [broken] = read?.broken ?? [];
  expect(read?.history.messages).toEqual([]);
  return [broken?.error.code, broken?.error.line];
}

test.each<[string, string, HistoryProblem, number | null]>([
  ['nothing', '', 'empty', null],
  ['words', 'this is a letter\nwith two lines', 'unknown', null],
  ['JSON of another kind', '{"a": 1}', 'unknown', null],
  ['a table without times', 'a,b\n1,2\n', 'no-columns', 1],
  ['a mark that is never closed', 'time,text\n2026-11-05 09:02,"x\n\n', 'open-quote', 2],
])('%s is left out, and why', async (_, content, code, line) => {
  expect(await problemOf('a.txt', content)).toEqual([code, line]);
});

test('JSON that was cut names the line where it ends', async () => {
  const text = await textOf('telegram-chat.json');
  const half = text.slice(0, text.length / 2);
  const [code, line] = await problemOf('result.json', half);
  expect(code).toBe('not-json');
  expect(line).toBe(half.split('\n').length);
});

test('bytes of no encoding, and a zip that was cut', async () => {
  const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256);
  expect(await problemOf('a.csv', noise)).toEqual(['encoding', null]);
  const zip = new Uint8Array(await fixture('slack.zip').blob.arrayBuffer());
  expect(await problemOf('a.zip', zip.slice(0, zip.length - 40))).toEqual(['packed', null]);
});

test('a zip that unpacks to more than it says is not believed', async () => {
  const zip = new Uint8Array(await fixture('slack.zip').blob.arrayBuffer());
  const view = new DataView(zip.buffer);
  for (let at = 0; at < zip.length - 30; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  }
  expect((await problemOf('a.zip', zip))[0]).toBe('packed');
});

test('one broken file costs nothing of the others', async () => {
  const read = await readFiles([
    fixture('weflow.json'),
    fileOf('cut.json', '{"messages": ['),
    fixture('chatlog.csv'),
  ]);
  expect(read?.broken.map(({ name }) => name)).toEqual(['cut.json']);
  expect(read?.history.files.map(({ messages }) => messages)).toEqual([3, 2]);
});

test('a file that breaks off in the middle leaves nothing of it behind', async () => {
  const lines = await textOf('chatlab.jsonl');
  const read = await readFiles([fileOf('a.jsonl', `${lines}{"_type":\n`), fixture('weflow.json')]);
  expect(read?.broken[0]?.error).toMatchObject({ code: 'not-json', line: 6 });
  expect(read?.history.chats).toHaveLength(1);
  expect(read?.history.messages.every(({ inChat }) => inChat === 0)).toBe(true);
});

test('a line that never ends takes no memory', async () => {
  const long = new Blob(Array.from({ length: 64 }, () => 'x'.repeat(1024 * 1024)));
  const head = '2026-11-05 09:02:13 甲(10001)\n';
  const blob = new Blob(['消息记录\n消息对象:群\n\n', head, long, `\n${head}收到\n`]);
  const { history } = await historyIn([{ name: 'a.txt', path: 'a.txt', blob }]);
  expect(history.messages.map(({ text, oversize }) => [text.length, oversize])).toEqual([
    [20_000, true],
    [2, undefined],
  ]);
});

test('a line of nothing but delimiters is looked at in a moment', async () => {
  const line = `time,text${','.repeat(60_000)}`;
  const file = fileOf('a.csv', `${line}\n2026-11-05 09:02,"x, y"\n`);
  const { history, tables } = await inBounds(() => historyIn([file]), 1_000);
  expect(history.messages.map(({ text }) => text)).toEqual(['x, y']);
  expect(tables[0]?.look.rows[1]).toEqual(['2026-11-05 09:02', 'x, y']);
});

test('names of prototypes are names, and formulas and markup are words', async () => {
  const text =
    '{"__proto__":{"name":"x"},"name":"constructor","type":"private_group","id":1,"messages":[' +
    '{"type":"message","date":"2026-11-05T09:02:13","from":"__proto__","text":"=HYPERLINK(\\"http://a\\")<script>alert(1)</script>"},' +
    '{"type":"message","date":"2026-11-05T09:02:14","__proto__":{"text":"polluted"}},' +
    '{"type":"message","date":"2026-11-05T09:02:14","from":{"a":1},"text":{"toString":1}},null,7,"x"]}';
  expect(await linesIn(fileOf('result.json', text))).toEqual([
    '5 09:02:13 ?__proto__ text =HYPERLINK("http://a")<script>alert(1)</script>',
  ]);
  expect({}).not.toHaveProperty('polluted');
});

test('times that cannot be are no times', async () => {
  const rows = [
    '2026-13-05 09:02:13',
    '2026-02-31 09:02',
    '-62135596800',
    '99999999999999999',
    '1969-12-31 23:59:59',
    'NaN',
    '2026-11-05 25:61:00',
    '',
  ];
  const table = `time,sender,text\n${rows.map((time) => `${time},a,b`).join('\n')}\n`;
  const { history } = await historyIn([fileOf('a.csv', table)]);
  expect(history.messages).toEqual([]);
  expect(history.skipped.time).toBe(rows.length);
});

test('half a million lines of WhatsApp are read', async () => {
  const lines = Array.from(
    { length: 500_000 },
    (_, at) =>
      `2026/11/${(at % 28) + 1} 下午${(at % 11) + 1}:${String(at % 60).padStart(2, '0')} - 张${at % 40}: 第${at}条`,
  );
  const { history } = await historyIn([fileOf('a.txt', lines.join('\n'))]);
  expect(history.messages).toHaveLength(500_000);
}, 120_000);
