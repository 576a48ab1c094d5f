// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { guess } from '../../lib/picker/guess';
import { openPage } from './pages';
import { log, open, personAt, times, wordsAt } from './said-lists';

const head = (at: number, name: string, when: string) =>
  `<div class="head"><a class="${at % 3 ? 'username' : 'username-coloured'}">${name}</a> <span class="when">${when}</span></div>`;
const row = (at: number, words = wordsAt(at), when = `10:${10 + at}`) =>
  `<li class="message"><div class="right">${head(at, personAt(at), when)}<div class="said">${words}</div></div></li>`;
const senders = times(12, (at) => personAt(at));

describe('a name of somebody who has a role', () => {
  it('is called by a longer word, and is a name all the same', () => {
    expect(open(log(...times(12, (at) => row(at)))).map(({ sender }) => sender)).toEqual(senders);
  });
});

describe('a quotation', () => {
  it('that names whose words it holds is not what the message says', () => {
    const cited = `<blockquote><div><cite><a href="#">${personAt(1)}</a> 写道：</cite>${wordsAt(1)}</div></blockquote>换服务器吗？`;
    const read = open(log(...times(12, (at) => row(at, at === 5 ? cited : wordsAt(at)))));
    expect(read[5]).toMatchObject({ text: '换服务器吗？', sender: personAt(5) });
  });

  it('that names nobody is', () => {
    const own = '<blockquote>人能过吗？</blockquote>不能';
    const read = open(log(...times(12, (at) => row(at, at === 5 ? own : wordsAt(at)))));
    expect(read[5]?.text).toContain('人能过吗？');
  });
});

describe('the title', () => {
  it('is no sentence of the page and not what a field is for', () => {
    const inner = log(...times(12, (at) => row(at)));
    openPage(
      `<div><h3 class="x">摄影</h3><div><p>欢迎来到聊天室，请文明发言。</p><label>用户名:</label>${inner}</div></div>`,
    );
    expect(guess(document)?.title?.textContent).toBe('摄影');
  });
});

describe('a picture of one’s own', () => {
  it('is read where own messages are built the other way round', () => {
    const said = (own: boolean, at: number, inner: string) => {
      const spans = [`<span>${own ? '宁采臣' : personAt(at)}</span>`, `<span>10:${10 + at}</span>`];
      return `<li><div class="item"><div class="${own ? 'mine' : 'theirs'}" style="text-align:${own ? 'right' : 'left'}"><div class="face"><img src="f.png"></div><div class="nt">${(own ? spans.reverse() : spans).join('')}</div>${inner}</div></div></li>`;
    };
    const rows = times(16, (at) =>
      said(at % 3 === 0, at, `<div class="text"><p>${wordsAt(at)}</p></div>`),
    );
    rows.push(
      said(true, 16, '<div class="image"><img src="p.png" width="300" height="200"></div>'),
    );
    const read = open(log(`<ul>${rows.join('')}</ul>`));
    expect(read.at(-1)?.text).toBe('');
  });
});

describe('a time without its zero', () => {
  it('is read', () => {
    const read = open(
      log(...times(12, (at) => row(at, wordsAt(at), at === 4 ? '9:5' : `9:${10 + at}`))),
    );
    expect(read.map(({ clock }) => clock)).toContain('9:05');
  });
});
