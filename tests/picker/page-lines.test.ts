// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { guess } from '../../lib/picker/guess';
import { pickedSite } from '../../lib/sites/picked';
import { definitionHere, openPage, readWith } from './pages';
import { log, open, personAt, times, wordsAt } from './said-lists';

const row = (at: number, inner: string, name = personAt(at)) =>
  `<div class="item"><img class="face" width="36" src="f.png"><div class="main"><div class="top"><b class="nick">${name}</b><i class="when">9:0${at % 9}</i></div><div class="body"><div class="words">${inner}</div></div></div></div>`;
const rows = times(12, (at) => row(at, `<p>${wordsAt(at)}</p>`));
const said = (list: string) => open(list).map(({ text }) => text);

describe('a few lines without name and face among messages that have both', () => {
  const line = (words: string) =>
    `<div class="item"><div class="main"><div class="note"><span>9:05</span></div><div class="hint">${words}</div></div></div>`;

  it('are the page’s own', () => {
    const list = log(...rows.slice(0, 6), line('录制已经开始'), ...rows.slice(6));
    expect(said(list)).toEqual(times(12, wordsAt));
  });

  it('are the user’s where they are called so', () => {
    const own = line(wordsAt(2)).replace('class="item"', 'class="item mine"');
    expect(open(log(...rows, own)).at(-1)).toMatchObject({ own: true, text: wordsAt(2) });
  });
});

it.each(['王强邀请李娟加入群聊', '李秀英撤回了一条消息', '消息已撤回'])(
  '%s is no message of the one who spoke before',
  (words) => {
    const on = row(20, `<p>${words}</p>`).replace(/<div class="top">.*?<\/div>/, '');
    expect(said(log(...rows, on))).toEqual(times(12, wordsAt));
  },
);

describe('beside pictures', () => {
  const pictures = '<img src="a.png" width="240"><img src="b.png" width="240">';

  it('the words are where they are called so, and not what says how many there are', () => {
    const album = (words: string) =>
      `<div class="collapser"><div class="words">${words}</div><div class="collapser-head"><span>2 个文件</span></div><div>${pictures}</div></div>`;
    const build = (at: number, inner: string) =>
      row(at, inner).replace('<div class="words">', '<div class="text">');
    const plain = times(12, (at) => build(at, `<div class="words"><p>${wordsAt(at)}</p></div>`));
    const read = open(log(...plain, build(1, album('<p>手机上正常了，谢谢</p>'))));
    expect(read.at(-1)).toMatchObject({ kind: 'image', text: '手机上正常了，谢谢' });
  });

  it.each([
    '<span class="progress">37%</span>',
    '<div class="foot"><div class="small">林</div><ul><li class="n">2</li><li class="n">1</li></ul></div>',
    '<span class="chip"><img class="sign" width="18" alt="点赞">3</span>',
  ])('a count is no word (%#)', (count) => {
    const read = open(log(...rows, row(1, `<div class="shot">${pictures}</div>${count}`)));
    expect(read.at(-1)).toMatchObject({ kind: 'image', text: '', sender: personAt(1) });
  });

  it('what is shown when one points at them is no word', () => {
    const masked = `<div class="shot">${pictures}<div style="position:absolute;opacity:0"><div class="eye">预览</div></div></div>`;
    const read = open(log(...rows, row(1, masked), row(2, masked), row(3, masked)));
    for (const at of [1, 2, 3])
      expect(read[11 + at]).toMatchObject({ kind: 'image', text: '', sender: personAt(at) });
  });
});

it('what scrolls with the messages is not the name of the chat', () => {
  const list = `<div class="scroll" style="overflow:auto"><div class="tip"><h3>没有更多消息了</h3></div><div class="list">${rows.join('')}</div></div>`;
  open(list, '<span class="title">防汛工作群</span>');
  expect(pickedSite(definitionHere()).openChat(document)?.name).toBe('防汛工作群');
});

it('a row that is called the current user’s is one’s own', () => {
  const own = row(1, `<p>${wordsAt(1)}</p>`).replace('"item"', '"item is-by-current-user"');
  const read = open(log(...rows, own));
  expect(read.filter((message) => message.own).length).toBe(1);
  expect(read.at(-1)?.own).toBe(true);
});

describe('what others added to a message', () => {
  it('is no word of it: signs, and how many gave them', () => {
    const signs =
      '<div class="Reactions_box__d"><div class="Reaction_one__f">🎉 2</div><div class="Reaction_one__f">:+1: 5</div></div>';
    const read = open(log(...rows, row(1, `<p>${wordsAt(1)}</p>${signs}`)));
    expect(read.at(-1)?.text).toBe(wordsAt(1));
  });

  it('is a word where it says anything', () => {
    const box = '<div class="reaction-note">明天中午前</div>';
    const read = open(log(...rows, row(1, `<p>${wordsAt(1)}</p>${box}`)));
    expect(read.at(-1)?.text).toContain('明天中午前');
  });
});

it('a tip that lies clear over the page is no word', () => {
  const tip =
    '<a class="tip-host"><div class="tip" style="position:absolute;opacity:0;padding:3px">重新发送</div></a>';
  const read = open(log(...rows, row(1, `${tip}<p>${wordsAt(1)}</p>`)));
  expect(read.at(-1)?.text).toBe(wordsAt(1));
});

it('the page itself is nobody who speaks', () => {
  const read = open(log(...rows, row(1, '<p>欢迎来到会议室</p>', '系统消息')));
  expect(read.map(({ text }) => text)).toEqual(times(12, wordsAt));
});

it('messages of a run that have an id each are none of one another’s parts', () => {
  const message = (id: number, words: string) =>
    `<div class="wrapper" id="m${id}-ab"><div class="bubble"><div class="inner"><span>${words}</span></div></div></div>`;
  const words = (at: number) => (at % 2 ? `请核对${at}，谢谢。` : `程主任 说${at}`);
  const group = (at: number) =>
    `<div class="group"><b class="nick">${personAt(at)}</b><div class="run">${message(at * 2, words(at * 2))}${message(at * 2 + 1, words(at * 2 + 1))}</div></div>`;
  const read = open(log(...times(6, group)));
  expect(read.map(({ text }) => text)).toEqual(times(12, words));
});

it('rows that one may tick are messages all the same', () => {
  const ticked = rows.map((each) =>
    each.replace('"item"', '"item" role="checkbox" aria-checked="false"'),
  );
  expect(said(log(...ticked))).toEqual(times(12, wordsAt));
});

it('a sign in the place of a name says that nobody speaks', () => {
  const build = (at: number, name: string) =>
    `<div class="message"><span class="nick"><a href="#u">${name}</a></span><pre class="text">${wordsAt(at)}</pre></div>`;
  const list = times(12, (at) => build(at, at % 3 === 0 ? '*' : personAt(at)));
  const read = open(log(...list));
  expect(read.map(({ sender }) => sender)).toEqual(
    [1, 2, 4, 5, 7, 8, 10, 11].map((at) => personAt(at)),
  );
});

describe('a page that scrolls as a whole', () => {
  const list = times(
    12,
    (at) =>
      `<div class="message"><b class="nick">${personAt(at)}</b><div class="text">${wordsAt(at)}</div></div>`,
  );
  const page = (style: string) =>
    openPage(
      `<article><div class="messages">${list.join('')}</div></article><footer style="${style}"><textarea></textarea></footer>`,
    );

  it('is a chat where one writes in a bar at its foot', () => {
    page('position:fixed;bottom:0');
    expect(readWith(definitionHere()).map(({ sender }) => sender)).toEqual(times(12, personAt));
  });

  it('is none where one writes below what was written', () => {
    page('');
    expect(guess(document)).toBeNull();
  });
});
