// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { corrected } from '../../lib/picker/corrections';
import { type Guess, guess } from '../../lib/picker/guess';
import { guessOf } from '../../lib/picker/known';
import { definitionHere, fixture, openPage, readWith } from './pages';

function found(): Guess {
  const made = guess(document);
  if (!made) throw new Error('no chat found');
  return made;
}

function one(selector: string): Element {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
}

it('a click on one of one’s own messages is refused where nothing tells it from the others’', () => {
  const row = (at: number) =>
    `<div class="m"><b class="nick">${['刘洋', '李秀英', '王海波'][at % 3]}</b><p class="text">石桥村走访完毕，三户需要更换电热毯${at}</p></div>`;
  openPage(
    `<h2>工作群</h2><div style="overflow:auto">${Array.from({ length: 9 }, (_, at) => row(at)).join('')}</div><textarea></textarea>`,
  );
  expect(corrected(found(), 'own', one('.text'))).toBeNull();
});

describe('one click puts right', () => {
  it('the sender, in every message', () => {
    openPage(fixture('groups'));
    const wrong = found();
    const guessed = {
      ...wrong,
      parts: wrong.parts.map((part) => ({ ...part, sender: undefined as never })),
    };
    const right = corrected(guessed, 'sender', one('.group--other header b'));
    const senders = readWith(definitionHere(right)).map(({ sender }) => sender);
    openPage(fixture('groups'));
    expect(senders).toEqual(readWith(definitionHere()).map(({ sender }) => sender));
  });

  it('the sender, where names were taken for the words', () => {
    openPage(fixture('runs'));
    const rightly = readWith(definitionHere());
    const name = one('.line-left b, .line-left strong, .line-left .who');
    const wrong = corrected(found(), 'text', name);
    expect(wrong && readWith(definitionHere(wrong))[0]?.text).not.toBe(rightly[0]?.text);
    const right = wrong && corrected(wrong, 'sender', name);
    expect(readWith(definitionHere(right))).toEqual(rightly);
  });

  it('the words, in every message', () => {
    openPage(fixture('runs'));
    const right = corrected(found(), 'text', one('.cloud'));
    const [first] = readWith(definitionHere(right));
    expect(first?.text).toContain('请各村于11月7日');
    expect(readWith(definitionHere(right)).length).toBe(14);
  });

  it('the time', () => {
    openPage(fixture('runs'));
    const guessed = found();
    const without = { ...guessed, parts: guessed.parts.map(({ time: _, ...part }) => part) };
    expect(readWith(definitionHere(without))[0]?.clock).toBeNull();
    const right = corrected(without, 'time', one('.hm'));
    expect(readWith(definitionHere(right)).every(({ clock }) => clock !== null)).toBe(true);
  });

  it('the name of the chat', () => {
    openPage(fixture('groups'));
    const right = corrected(found(), 'title', one('main header p'));
    expect(definitionHere(right).title?.at(-1)).toMatchObject({ tag: 'p' });
  });

  it('one’s own messages, by what they bear and others do not', () => {
    openPage(fixture('runs'));
    const right = corrected(found(), 'own', one('.line-right p'));
    const own = readWith(definitionHere(right)).filter((message) => message.own);
    expect(own.length).toBe(3);
  });

  it('a line that nobody said, by what it bears', () => {
    const row = (at: number, mark = '') =>
      `<div class="m ${mark}"><b class="nick">${['刘洋', '李秀英', '王海波'][at % 3]}</b><p class="text">石桥村走访完毕，三户需要更换电热毯${at}</p></div>`;
    const rows = Array.from({ length: 9 }, (_, at) => row(at));
    const lines = [row(20, 'bulletin'), row(21, 'bulletin')];
    openPage(
      `<h2>工作群</h2><div style="overflow:auto">${[...rows, ...lines].join('')}</div><textarea></textarea>`,
    );
    expect(readWith(definitionHere()).length).toBe(11);
    const right = corrected(found(), 'system', one('.bulletin .text'));
    const definition = definitionHere(right);
    expect(definition.system).toEqual([{ place: [], className: 'bulletin' }]);
    expect(readWith(definition).length).toBe(9);
    const again = guessOf(definition, document);
    expect(again && definitionHere(again)).toEqual(definition);
    expect(corrected(found(), 'system', one('.text'))).toBeNull();
  });

  it('where a chat was not seen at all: any word of a message', () => {
    openPage(
      fixture('reverse')
        .replace('.flow{flex:1;overflow:auto;', '.flow{')
        .replace('<textarea></textarea>', ''),
    );
    expect(guess(document)).toBeNull();
    expect(readWith(definitionHere(corrected(null, 'transcript', one('.msg-body')))).length).toBe(
      12,
    );
  });

  it('where a chat was not seen: all that scrolls', () => {
    openPage(fixture('reverse').replace('<textarea></textarea>', ''));
    expect(readWith(definitionHere(corrected(null, 'transcript', one('.flow')))).length).toBe(12);
  });

  it('nothing with what lies outside of every message', () => {
    openPage(fixture('groups'));
    expect(corrected(found(), 'sender', one('.write'))).toBeNull();
    expect(corrected(null, 'sender', one('.bubble'))).toBeNull();
  });
});

it('what was pointed out before is found again as it was, to be changed', () => {
  openPage(fixture('groups'));
  const definition = definitionHere();
  const again = guessOf(definition, document);
  expect(again && definitionHere(again)).toEqual(definition);
  openPage(fixture('none-list'));
  expect(guessOf(definition, document)).toBeNull();
});

describe('a click on what is no message, inside of one,', () => {
  const row = (at: number, inner = '') =>
    `<div class="m ${at % 5 ? '' : 'mine'}"><b class="nick">${['刘洋', '李秀英', '王海波'][at % 3]}</b><div class="text">${inner}石桥村走访完毕，三户需要更换电热毯${at}</div></div>`;
  const page = (answer: string) =>
    `<h2>工作群</h2><div style="overflow:auto">${Array.from({ length: 9 }, (_, at) => row(at)).join('')}${row(12, answer)}</div><textarea></textarea>`;

  it('takes the box that says what somebody else said out of the words, and no message away', () => {
    openPage(page('<div class="ref"><div class="in">上周发的那份通知</div></div>'));
    expect(readWith(definitionHere()).at(-1)?.text).toContain('上周');
    const right = corrected(found(), 'system', one('.in'));
    const definition = definitionHere(right);
    expect(readWith(definition).at(-1)?.text).toBe('石桥村走访完毕，三户需要更换电热毯12');
    expect(readWith(definition).length).toBe(10);
    const again = guessOf(definition, document);
    expect(again && definitionHere(again)).toEqual(definition);
  });

  it('takes a whole line away, whichever word of it was clicked', () => {
    const line =
      '<div class="m told"><div class="text"><a class="at">@刘洋</a> 换了群的头像</div></div>';
    openPage(page('').replace('<div class="m ">', `${line}<div class="m ">`));
    const right = corrected(found(), 'system', one('.at'));
    const read = readWith(definitionHere(right)).map(({ text }) => text);
    expect(read.some((text) => text.includes('头像'))).toBe(false);
    expect(read).toHaveLength(10);
  });

  it('takes nobody’s own messages away, though few rows bear their mark', () => {
    openPage(page(''));
    const own = corrected(found(), 'own', one('.mine .text'));
    expect(own).not.toBeNull();
    expect(own && corrected(own, 'system', one('.mine .text'))).toBeNull();
  });
});

it('what was clicked as a message is among what is read, whatever repeats more beside it', () => {
  const line = (at: number) => `<p class="hour">~ ~ 第${at}时段 ~ ~</p>`;
  const said = (at: number) =>
    `<div class="item" id="i${at}"><img width="40" src="f.png"><p class="nick">${['刘洋', '李秀英'][at % 2]}</p><div class="box"><div class="cnt"><div>石桥村走访完毕，三户需要更换电热毯${at}</div></div></div></div>`;
  const rows = Array.from({ length: 12 }, (_, at) => `${line(at)}${at % 4 ? '' : said(at)}`);
  openPage(`<div style="overflow:auto">${rows.join('')}</div><textarea></textarea>`);
  for (const what of ['transcript', 'message'] as const) {
    const right = corrected(guess(document), what, one('.cnt div'));
    const words = readWith(definitionHere(right)).map(({ text }) => text);
    expect(words).toContain('石桥村走访完毕，三户需要更换电热毯0');
  }
});
