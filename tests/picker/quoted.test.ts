// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { log, open, personAt, times, wordsAt } from './said-lists';

describe('who is quoted', () => {
  const quote = (name: string) =>
    `<a class="quote" href="#m"><span class="quote-inner"><span class="quote-author">${name}</span><span class="quote-text">${wordsAt(2)}</span></span></a>`;
  const message = (at: number, before = '') =>
    `<li class="message"><div class="body"><div class="main">${before}<div class="words"><p>${wordsAt(at)}</p></div></div></div></li>`;
  const group = (who: string, ...messages: string[]) =>
    `<li class="wrapper"><ul class="messages"><li class="head">${who}</li>${messages.join('')}</ul></li>`;

  it('is not who speaks: their name stands around the messages', () => {
    const groups = times(8, (at) =>
      group(personAt(at), message(at, at === 3 ? quote('王小明') : ''), message(at + 20)),
    );
    const read = open(log(`<ul class="all">${groups.join('')}</ul>`));
    expect(read.map(({ sender }) => sender)).toEqual(
      times(16, (at) => personAt(Math.floor(at / 2))),
    );
  });

  it('nor is who is named in one message of many', () => {
    const cited = `<div class="cited"><b class="name">王小明</b></div>`;
    const groups = times(8, (at) =>
      group(personAt(at), message(at, at === 3 ? cited : ''), message(at + 20)),
    );
    const read = open(log(`<ul class="all">${groups.join('')}</ul>`));
    expect(read[6]?.sender).toBe(personAt(3));
    expect(read[0]?.sender).toBe(personAt(0));
  });

  it('is nobody’s name where no message shows one', () => {
    const read = open(log(...times(10, (at) => message(at, at % 2 ? quote(personAt(at)) : ''))));
    expect(read.every(({ sender }) => sender === '')).toBe(true);
  });
});

it('one who is answered takes nobody’s name away, though theirs stands behind the same tags', () => {
  const row = (at: number, reply = '') =>
    `<div class="m"><div class="side"><img width="36" src="f.png"></div><div class="main">${reply}<div class="author"><div class="name"><span>${personAt(at)}</span></div></div><div class="bubble"><div class="said">${wordsAt(at)}</div></div></div></div>`;
  const reply =
    '<div class="reply"><div class="name"><span>王强</span></div><div class="box"><div class="said">上周的</div></div></div>';
  const read = open(log(...times(11, (at) => row(at)), row(11, reply)));
  expect(read.map(({ sender }) => sender)).toEqual(times(12, personAt));
  expect(read.map(({ text }) => text)).toEqual(times(12, wordsAt));
});

describe('what an address leads to', () => {
  const row = (at: number, inner: string) =>
    `<div class="row"><img class="face" width="36" src="f.png"><b class="nick">${personAt(at)}</b><span class="when">9:1${at % 9}</span><div class="words">${inner}</div></div>`;
  const rows = times(10, (at) => row(at, `<p>${wordsAt(at)}</p>`));
  const link = '<a href="https://example.org/fx/27">https://example.org/fx/27</a>';
  const inside = '<img src="a.png" width="120"><div><p>关于防范的通知</p><p>example.org</p></div>';

  it.each([
    `<p>参考 ${link}</p><a class="widget" href="https://example.org/fx/27/">${inside}</a>`,
    `<p>参考 ${link}</p><div class="link-preview">${inside}</div>`,
    `<p>参考 ${link}</p><div class="text-card">${inside}</div>`,
  ])('is none of the words (%#)', (said) => {
    expect(open(log(...rows, row(1, said))).at(-1)).toMatchObject({
      kind: 'text',
      text: '参考 https://example.org/fx/27',
      sender: personAt(1),
    });
  });

  it('is all that there is where no address is shown', () => {
    const said = `<a class="card" href="https://example.org/fx/27">${inside}</a>`;
    expect(open(log(...rows, row(1, said))).at(-1)?.text).toContain('关于防范的通知');
  });

  it('is not the card in which the whole message stands', () => {
    const said = `<div class="message-card"><p>参考 ${link}，明天中午前报送</p></div>`;
    expect(open(log(...rows, row(1, said))).at(-1)?.text).toBe(
      '参考 https://example.org/fx/27，明天中午前报送',
    );
  });
});

it('a picture that is answered was not sent again', () => {
  const row = (at: number, before = '') =>
    `<div class="row"><img class="face" width="36" src="f.png"><b class="nick">${personAt(at)}</b>${before}<div class="words">${wordsAt(at)}</div></div>`;
  const answered =
    '<div class="reply-wrapper"><span>李秀英：</span><img src="a.png" width="90"></div>';
  expect(open(log(...times(10, (at) => row(at)), row(1, answered))).at(-1)).toMatchObject({
    kind: 'text',
    text: wordsAt(1),
  });
});

describe('in the element of the words', () => {
  const row = (at: number, inner: string) =>
    `<div class="row"><img class="face" width="36" src="f.png" alt="${personAt(at)}"><div class="main"><a class="who">${personAt(at)}</a><div class="head">${inner}</div></div></div>`;
  const said = (at: number) =>
    `<div class="content"><div class="text-box"><p>${wordsAt(at)}</p></div></div>`;
  const rows = times(12, (at) => row(at, said(at)));

  it.each([
    `<div class="dialog-reply"><div class="reply-avatar"><span>李秀英</span></div><div class="reply-desc">明天中午前报送</div></div>${said(1)}`,
    `<div class="msg-quote"><p>明天中午前报送</p></div>${said(1)}`,
    `<div class="Message_repliedTo__x3f"><span>李秀英：明天中午前报送</span></div>${said(1)}`,
    `${said(1)}<ul class="dialog-emoji"><li><div class="sign">👍</div><div class="users"><span>李秀英</span><span>王强</span></div></li></ul>`,
  ])('what others said or added is none of them (%#)', (inner) => {
    expect(open(log(...rows, row(1, inner))).at(-1)).toMatchObject({
      text: wordsAt(1),
      sender: personAt(1),
    });
  });

  it.each([
    `<div class="reply-text"><p>${wordsAt(1)}</p></div>`,
    `<div class="reply"><p>${wordsAt(1)}</p></div>`,
    `<div class="content"><div class="text-box"><span class="emoji">👍</span> ${wordsAt(1)}</div></div>`,
  ])('the answer itself is (%#)', (inner) => {
    expect(open(log(...rows, row(1, inner))).at(-1)?.text).toContain(wordsAt(1));
  });

  it('who is mentioned is, in a piece of its own too', () => {
    const piece = (inner: string) => `<div class="msg-inline">${inner}</div>`;
    const words = (at: number) => piece(`<span class="msg-text">${wordsAt(at)}</span>`);
    const mention = piece('<div class="at"><a href="#u">@李秀英</a></div>');
    const all = times(12, (at) => row(at, words(at)));
    const read = open(log(...all, row(1, `${mention}${words(1)}`)));
    expect(read.at(-1)?.text.replace(/\s/g, '')).toBe(`@李秀英${wordsAt(1)}`);
    expect(read.map(({ sender }) => sender)).toEqual([...times(12, personAt), personAt(1)]);
  });
});

describe('nothing that was said is lost', () => {
  const row = (at: number, inner: string) =>
    `<div class="row"><img class="face" width="36" src="f.png"><b class="nick">${personAt(at)}</b><div class="words">${inner}</div></div>`;
  const rows = times(10, (at) => row(at, `<p>${wordsAt(at)}</p>`));

  it.each([
    '<div class="emoji-line">👍 明天中午前报送</div><div class="emoji-line">地点不变</div>',
    '<div class="msg-card-title">明天中午前报送</div><div class="msg-card-body">见 https://example.org/a</div>',
    '<div class="msg-card-body">见 https://example.org/a</div><div class="card-foot">明天中午前报送</div>',
    '<div class="link-preview">明天中午前报送</div><p>见 https://example.org/a</p>',
  ])('of a message in parts (%#)', (said) => {
    expect(open(log(...rows, row(1, said))).at(-1)?.text).toContain('明天中午前报送');
  });
});
