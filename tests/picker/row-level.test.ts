// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { corrected } from '../../lib/picker/corrections';
import { guess } from '../../lib/picker/guess';
import { definitionHere, openPage, readWith } from './pages';

const PEOPLE = ['张建国', '李秀英', '王海波'];
const WORDS = ['请各村报送台账，谢谢。', '收到，我村下午报送。', '会议改到明天上午，请准时。'];
const page = (rows: string) =>
  `<header><h2>工作群</h2></header><div class="list" role="log" style="overflow:auto">${rows}</div><textarea></textarea>`;
const said = (at: number) => `${WORDS[at % 3]}${at}`;
const name = (at: number) => PEOPLE[at % 3] ?? '';
const read = () => readWith(definitionHere());

/** Runs of one, one, and three messages, each in an element without a name; who and when stand in the first. */
function runs(): { html: string; texts: string[] } {
  const texts: string[] = [];
  const one = (at: number, head: string) => {
    texts.push(said(at));
    return `<div><div class="x1a" aria-expanded="false"><div class="x1b" style="margin-top:4px"><div class="x1c">${head}</div><div class="x1d">${said(at)}</div></div></div></div>`;
  };
  const run = (at: number, size: number) => {
    const head = `<span class="x1e">${name(at)}</span><span class="x1f">9:${10 + at}</span>`;
    const inner = Array.from({ length: size }, (_, index) =>
      one(at * 10 + index, index ? '' : head),
    );
    return `<div class="x2a"><div class="x2b"><img src="f.png"></div><div class="x2c">${inner.join('')}</div></div>`;
  };
  return { html: [1, 1, 3, 1, 2, 1, 3, 1].map((size, at) => run(at, size)).join(''), texts };
}

const flat = (inner: (at: number) => string, count = 12) =>
  Array.from(
    { length: count },
    (_, at) =>
      `<section class="unit"><b class="nick">${name(at)}</b><i class="when">9:${10 + at}</i><div class="prose">${inner(at)}</div></section>`,
  ).join('');

describe('one row for one message', () => {
  const paragraph = (text: string) =>
    `<p data-sign="a1" data-line-id="7" style="margin:8px 0">${text}</p>`;

  it.each([
    ['paragraphs that bear data', paragraph],
    ['quotes', (text: string) => `<blockquote style="margin:8px">${text}</blockquote>`],
    ['bare elements', (text: string) => `<div>${text}</div>`],
  ])('%s are lines of it', (_, line) => {
    openPage(
      page(
        flat((at) => line(said(at)) + (at % 3 ? '' : line('请收到后回复，')) + line('谢谢大家。')),
      ),
    );
    expect(read().length).toBe(12);
    expect(read()[0]?.text.split(/\n+/)).toEqual([said(0), '请收到后回复，', '谢谢大家。']);
    expect(read().map(({ sender }) => sender)).toEqual(
      Array.from({ length: 12 }, (_, at) => name(at)),
    );
  });

  it('paragraphs that are the messages of an old chat stay messages', () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `<p><i>9:${10 + at}</i> <b>${name(at)}</b> <span>${said(at)}</span></p>`,
    );
    openPage(page(rows.join('')));
    expect(read().length).toBe(12);
  });
});

describe('“this is one message”', () => {
  const at = (selector: string, index: number) =>
    document.querySelectorAll(selector)[index] as Element;

  it.each([0, 3, 4])('the words of a message in a run, %i, stand for the message', (index) => {
    const { html, texts } = runs();
    openPage(page(html));
    const right = corrected(guess(document), 'message', at('.x1d', index));
    const messages = readWith(definitionHere(right));
    expect(messages.map(({ text }) => text)).toEqual(texts);
    expect(messages[0]?.sender).toBe('张建国');
    expect(messages[3]?.sender).toBe('王海波');
  });

  it('overrides the level that was guessed', () => {
    openPage(page(runs().html));
    const right = corrected(guess(document), 'message', at('.x2a', 2));
    expect(right?.kinds[0]?.rows.length).toBe(8);
  });
});
