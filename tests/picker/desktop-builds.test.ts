// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { guess } from '../../lib/picker/guess';
import { openPage } from './pages';
import { log, open, personAt, times, wordsAt } from './said-lists';

const face = (at: number, name = personAt(at)) =>
  `<img class="face" width="36" src="f.png" alt="${name}">`;
const nick = (at: number) => `<b class="nick">${personAt(at)}</b>`;
const when = (at: number) => `<span class="when">9:1${at % 9}</span>`;
const row = (at: number, inner: string, who = nick(at)) =>
  `<div class="row">${face(at)}${who}${when(at)}${inner}</div>`;
const words = (text: string) => `<div class="words">${text}</div>`;
const rows = times(10, (at) => row(at, words(`<p>${wordsAt(at)}</p>`)));

describe('a button among the words', () => {
  it('is one of them where it mentions somebody', () => {
    const said = '<p><span>请</span><button>@王小明</button><span>看一下</span></p>';
    expect(open(log(...rows, row(1, words(said)))).at(-1)?.text).toBe('请@王小明看一下');
  });

  it('is none where it copies them, or stands alone', () => {
    const copied = '<p>import os</p><button>复制</button>';
    const asked = `<p>好的</p></div><div class="tools"><button>@王小明</button>`;
    const read = open(log(...rows, row(1, words(copied)), row(2, words(asked))));
    expect(read.slice(-2).map(({ text }) => text)).toEqual(['import os', '好的']);
  });
});

describe('a face that is called as its owner', () => {
  it('tells who speaks where the name is not written', () => {
    const forwarded = row(4, words('<p>周六在东门集合</p>'), '<i class="note">转发的消息</i>');
    expect(open(log(...rows, forwarded)).at(-1)).toMatchObject({
      text: '周六在东门集合',
      sender: personAt(4),
    });
  });

  it('tells by its picture that another spoke before, and who where that one is named further up', () => {
    const own = (at: number, inner: string, who: string) =>
      row(at, words(inner), who)
        .replace('f.png', `face-${at % 3}.png?t=${at}`)
        .replace(/alt="[^"]*"/, 'alt=""');
    const list = times(10, (at) => own(at, `<p>${wordsAt(at)}</p>`, nick(at)));
    const known = own(2, '<p>周六在东门集合</p>', '');
    const stranger = own(1, '<p>我也去</p>', '').replace('face-1', 'face-9');
    const goesOn = own(0, '<p>好的</p>', '');
    const read = open(log(...list, known, own(0, '<p>收到</p>', nick(0)), goesOn, stranger));
    expect(read.slice(-4).map(({ sender }) => sender)).toEqual([
      personAt(2),
      personAt(0),
      personAt(0),
      '',
    ]);
  });

  it('tells nothing where faces are not called so', () => {
    const unnamed = (html: string) => html.replace(/alt="[^"]*"/, 'alt="avatar"');
    const last = row(4, words('<p>周六在东门集合</p>'), '');
    const read = open(log(...[...rows, last].map(unnamed)));
    expect(read.at(-1)?.sender).toBe(personAt(9));
  });
});

describe('a note that they were changed', () => {
  it('is none of the words in whose element it stands, and is what one says who says no more', () => {
    const noted = row(1, words('灭火器今天必须换掉<span class="ml">(已编辑)</span>'));
    const read = open(log(...rows, noted, row(2, words('<span class="ml">已编辑</span>'))));
    expect(read.slice(-2).map(({ text }) => text)).toEqual(['灭火器今天必须换掉', '已编辑']);
  });
});

describe('beside the words', () => {
  const bubble = (at: number, letters: string, note = '') =>
    `<li class="row"><div class="grid"><div class="avatar">${letters ? `<div>${letters}</div>` : `<img width="24" src="f.png">`}</div><div class="bubble"><div class="words">${wordsAt(at)}</div>${note}</div><div class="who"><b class="nick">${personAt(at)}</b><span class="when">9:1${at % 9}</span></div></div></li>`;

  it('letters of a face and a note that they were changed are none of them', () => {
    const note = '<div class="note">(已编辑)</div>';
    const list = times(12, (at) => bubble(at, at === 5 ? 'M' : '', at === 7 ? note : ''));
    const read = open(log(`<ul>${list.join('')}</ul>`));
    expect(read.map(({ text }) => text)).toEqual(times(12, wordsAt));
  });
});

describe('who and when', () => {
  it('may be drawn together only while one points at the message', () => {
    const hidden = (at: number) =>
      `<div class="row">${words(`<p>${wordsAt(at)}</p>`)}<div class="foot" style="position:absolute;opacity:0"><span>${personAt(at)}</span><span>9:1${at % 9}</span></div></div>`;
    const read = open(log(...times(10, hidden)));
    expect(read.map(({ sender }) => sender)).toEqual(times(10, personAt));
    expect(read.map(({ text }) => text)).toEqual(times(10, wordsAt));
  });
});

describe('a picture alone', () => {
  it('is the user’s own where the row is marked so', () => {
    const other = (at: number) =>
      `<div class="row theirs">${face(at)}${nick(at)}${when(at)}${words(wordsAt(at))}</div>`;
    const mine = (inner: string) =>
      `<div class="row mine"><span class="when">9:30</span>${inner}</div>`;
    const list = times(12, (at) => (at % 3 === 2 ? mine(words(wordsAt(at))) : other(at)));
    const sent = mine('<div class="picture"><img width="300" height="200" src="p.png"></div>');
    expect(open(log(...list, sent)).at(-1)).toMatchObject({ kind: 'image', own: true, text: '' });
  });
});

describe('messages that are called buttons', () => {
  const pressed = (at: number) =>
    `<div class="row" id="m${at}"><div role="button"><div class="box">${nick(at)}<div role="button" class="inner"><div class="in"><div class="words">${wordsAt(at)}</div></div></div></div></div></div>`;

  it('are read', () => {
    const read = open(log(...times(10, pressed)));
    expect(read.map(({ text }) => text)).toEqual(times(10, wordsAt));
    expect(read.map(({ sender }) => sender)).toEqual(times(10, personAt));
  });

  it('are read where only their words are in one, from which a menu is opened', () => {
    const opened = (at: number) =>
      `<div class="row"><div class="base">${nick(at)}<div class="date">9:1${at % 9}</div></div><div class="hold"><div role="button" aria-haspopup="list"><div class="said"><span>${wordsAt(at)}</span></div></div></div></div>`;
    const read = open(log(...times(10, opened)));
    expect(read.map(({ text }) => text)).toEqual(times(10, wordsAt));
    expect(read.map(({ sender }) => sender)).toEqual(times(10, personAt));
  });

  it('are no chat in a list from which one chooses', () => {
    openPage(
      `<input type="search"><div style="overflow:auto">${times(10, pressed).join('')}</div>`,
    );
    expect(guess(document)).toBeNull();
  });
});

it('how many are in a chat is not its name', () => {
  openPage(
    `<header><span class="called">工作群</span><h4 class="many">4 名成员</h4></header>${log(...rows)}<textarea></textarea>`,
  );
  expect(guess(document)?.title?.textContent).toBe('工作群');
});

it('words may stand in an editor that only shows them, and a sign of the chat is not its name', () => {
  const shown = (at: number, how: string) =>
    `<div class="row">${face(at)}${nick(at)}${when(at)}<div role="textbox" ${how} class="words"><p>${wordsAt(at)}</p></div></div>`;
  for (const how of ['contenteditable="false"', 'aria-readonly="true"']) {
    const head = '<i class="sign">💧</i><b class="called">供水调度</b>';
    const read = open(log(...times(10, (at) => shown(at, how))), head);
    expect(read.map(({ text }) => text)).toEqual(times(10, wordsAt));
    expect(guess(document)?.title?.textContent).toBe('供水调度');
  }
});

describe('two sides that are called by a word each', () => {
  const sided = (at: number) => {
    const side = at % 4 === 3 ? 'receiver' : 'sender';
    return `<div class="msg"><div style="display:none"><input type="checkbox"></div><div class="chat-${side}" id="x${at}">${face(at)}<div class="chat-${side}-name">${personAt(at)}</div>${when(at)}<div class="chat-${side}-box"><div class="corner"></div><span>${wordsAt(at)}</span></div></div></div>`;
  };

  it('show names in one place, and boxes that are hidden choose nothing', () => {
    const read = open(`<div style="overflow:auto">${times(12, sided).join('')}</div>`);
    expect(read.map(({ sender }) => sender)).toEqual(times(12, personAt));
    expect(read.map(({ text }) => text)).toEqual(times(12, wordsAt));
  });
});

describe('a message of one figure', () => {
  it('is what it says, beside pictures of tools that are seen when one points at it', () => {
    const tools = '<ul style="visibility:hidden"><li><img src="e.png" alt="Emoji"></li></ul>';
    const read = open(log(...rows, row(1, `${tools}${words('<p>1</p>')}`)));
    expect(read.at(-1)).toMatchObject({ kind: 'text', text: '1' });
  });

  it('stands behind a sign between name and words', () => {
    const signed = (at: number) =>
      `<div class="row"><div class="line"><a class="label">${personAt(at)}</a><span class="spacer">▸</span>${wordsAt(at)}</div></div>`;
    expect(open(log(...times(12, signed))).map(({ text }) => text)).toEqual(times(12, wordsAt));
  });
});
