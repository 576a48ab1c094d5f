// npm run bench:picked [-- --messages n]: what a chat costs that was pointed out: the guess, the reading that the picker shows, and each message.
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from '../tests/e2e/harness/launch.ts';
import { pageScript } from '../tests/simulator/page-script.ts';

const PEOPLE = ['刘洋', '李秀英', '王海波', 'sunli'];
const TIMES = 5;
/** Of a long history so many messages at its end are read one by one. */
const READ = 2000;

const { values } = parseArgs({ options: { messages: { type: 'string', default: '50000' } } });
const count = Number(values.messages);
const lib = (path: string) => fileURLToPath(new URL(`../lib/${path}`, import.meta.url));

const script = await pageScript(
  `import { guess } from '${lib('picker/guess.ts')}';
import { readingOf } from '${lib('picker-ui/reading.ts')}';
import { pickedSite } from '${lib('sites/picked.ts')}';
const timed = (act) => { const begun = performance.now(); return [act(), performance.now() - begun]; };
globalThis.measure = () => {
  const [found, guessing] = timed(() => guess(document));
  const about = { id: 'picked-bench', name: 'bench', hosts: ['chat.example.org'] };
  const [reading, showing] = timed(() => readingOf(found, about));
  const site = pickedSite(reading.definition);
  const rows = site.rows(document).slice(-${READ});
  const [messages, all] = timed(() => rows.map((row) => site.read(row)));
  const read = messages.filter((message) => message?.sender && message.text).length;
  return { guessing, showing, each: all / rows.length, read };
};`,
  { 'wxt/browser': 'export const browser = { i18n: { getMessage: (key) => key } };' },
);

const session = await launch('chromium', { extension: false, lang: 'zh-CN' });
try {
  const page = await session.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.setContent(chatOf(count));
  await page.evaluate(script);
  for (let time = 0; time < TIMES; time++) {
    const { guessing, showing, each, read } = await page.evaluate(() =>
      (Reflect.get(globalThis, 'measure') as () => Record<string, number>)(),
    );
    console.log(
      `${count} messages: guess ${guessing?.toFixed(0)} ms, what the picker shows ${showing?.toFixed(0)} ms, ` +
        `each message ${each?.toFixed(3)} ms, ${read} of the last ${Math.min(READ, count)} read  [load ${loadavg()[0]?.toFixed(1)}]`,
    );
  }
} finally {
  await session.close();
}

/** A chat of four people, in which every ninth message answers the one before. */
function chatOf(length: number): string {
  const said = (at: number) => `石桥村走访完毕，三户需要更换电热毯，编号${at}`;
  const row = (at: number) => {
    const name = PEOPLE[at % PEOPLE.length];
    const answered =
      at % 9 === 8 ? `<div class="ref">${PEOPLE[(at - 1) % 4]}：${said(at - 1)}</div>` : '';
    return `<div class="m" data-mid="k${at}x"><img class="face" width="36" height="36" alt=""><b class="nick">${name}</b> <i class="when">9:${10 + (at % 50)}</i><div class="text">${answered}${said(at)}</div></div>`;
  };
  const rows = Array.from({ length }, (_, at) => row(at)).join('');
  return `<!doctype html><meta charset="utf-8"><style>.list{height:600px;overflow:auto}.m{padding:6px}</style><h2>工作群</h2><div class="list">${rows}</div><textarea></textarea>`;
}
