// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { definitionHere, openPage, readWith } from './pages';
import { log, open, personAt, times, wordsAt } from './said-lists';

/** A page whose classes are made by a tool: nothing but what was said before tells what is answered. */
const row = (at: number, inner: string) =>
  `<div class="jss34"><b class="jss43">${personAt(at)}</b><div class="jss44">${inner}<i class="jss47">9:1${at % 9}</i></div></div>`;
const rows = times(12, (at) => row(at, wordsAt(at)));
const box = (words: string) => `<div class="jss35"><div class="jss36">${words}</div></div>`;
const last = (inner: string) => open(log(...rows, row(1, inner))).at(-1)?.text;

describe('what is answered, in a box among the words,', () => {
  it.each([
    ['in full', wordsAt(8)],
    ['with the name', `<span class="jss43">${personAt(8)}</span>${wordsAt(8)}`],
    ['with the name and a colon', `${personAt(8)}：${wordsAt(8)}`],
    ['cut short', `${wordsAt(8).slice(0, 12)}…`],
  ])('is none of them: %s', (_, words) => {
    expect(last(`${box(words)}能换，麻烦拍一下批号。`)).toBe('能换，麻烦拍一下批号。');
  });

  it('is none of them either where it is above what the page holds', () => {
    const answers = [
      row(1, `${box(wordsAt(8))}好的`),
      row(2, `${box(wordsAt(9))}行`),
      row(0, `${box('上周发的那份通知大家看过没有')}还没有`),
    ];
    const read = open(log(...rows, ...answers));
    expect(read.slice(-3).map(({ text }) => text)).toEqual(['好的', '行', '还没有']);
  });

  it('is none of them where it begins with a name that is built as the names are', () => {
    const signed = `<div class="jss35"><b class="jss43">贺兰</b><div class="jss36">城北店漏水</div></div>`;
    expect(last(`${signed}水阀已关`)).toBe('水阀已关');
    // A name in bold is a word like any other.
    const bold =
      '<div class="jss35"><b class="jss99">贺兰</b><div class="jss36">城北店漏水</div></div>';
    expect(last(`${bold}水阀已关`)).toContain('城北店漏水');
  });

  it('is what a message says that says nothing else', () => {
    open(log(...rows, row(1, `${box(wordsAt(8))}好的`)));
    const definition = definitionHere();
    openPage(`<header><h2>工作群</h2></header>${log(...rows, row(2, box('明天休息')))}`);
    expect(readWith(definition).at(-1)?.text).toBe('明天休息');
  });
});

describe('a box among the words stays', () => {
  it.each([
    '<a href="https://gov.example/n">关于报送台账的补充通知</a>',
    '<img width="200" height="120">关于报送台账的补充通知',
  ])('where it may be a card that was sent, at the place of what others answer: %s', (card) => {
    open(log(...rows, row(1, `${box(wordsAt(8))}好的`)));
    const definition = definitionHere();
    openPage(`<header><h2>工作群</h2></header>${log(...rows, row(2, `${box(card)}收到`))}`);
    expect(readWith(definition).at(-1)?.text).toContain('补充通知');
  });

  it('where nobody said before what is in it', () => {
    const heads = times(12, (at) => row(at, `${box(`通知第${at}号之补充`)}${wordsAt(at)}`));
    const read = open(log(row(1, '通知第11号之补充'), ...heads));
    expect(read.at(-1)?.text).toContain('通知第11号之补充');
  });

  it('where it is said again with a change', () => {
    const changed = wordsAt(8).replace('7日', '8日');
    expect(last(`${box(changed)}以此为准。`)).toContain(changed);
  });

  it('where it is a few letters that anybody says', () => {
    const short = times(12, (at) => row(at, at % 2 ? '收到' : wordsAt(at)));
    const read = open(log(...short, row(1, `${box('收到')}，下午报送。`)));
    expect(read.at(-1)?.text).toContain('收到');
  });
});
