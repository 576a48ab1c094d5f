// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { definitionHere, openPage, readWith } from './pages';

const PEOPLE = ['张建国', '李秀英', '王海波'];
const WORDS = [
  '请各村于11月7日前报送台账，逾期不候。',
  '收到，我村正在排查，下午报送。',
  '会议室投影我提前去调试，请放心。',
  '石桥村走访完毕，三户需要更换电热毯。',
];

/** A face, a name with a time, and what was said; `inner` stands where words would. */
const row = (name: string, inner: string, shell = 'post') =>
  `<div class="${shell}"><div class="face"><img src="f.png"></div><div class="side"><div class="top"><span class="nick">${name}</span><span class="when">09:02</span></div>${inner}</div></div>`;
const words = (text: string) => `<div class="cloud"><span>${text}</span></div>`;
const picture = '<div class="cloud"><figure><img src="a.png" width="240"></figure></div>';
const card = (name: string, size: string) =>
  `<div class="cloud"><div class="card"><div class="info"><div class="first">${name}</div><div class="size">${size}</div></div></div></div>`;

function open(...rows: string[]) {
  openPage(
    `<header><h2>工作群</h2></header><div class="list" role="log" style="overflow:auto">${rows.join('')}</div><textarea></textarea>`,
  );
  return readWith(definitionHere());
}

const talk = Array.from({ length: 12 }, (_, at) =>
  row(PEOPLE[at % 3] ?? '', words(`${WORDS[at % 4]}${at}`)),
);

describe('a message without words among many with', () => {
  it('is a picture of the one whose name stands at the place of the others', () => {
    for (const count of [1, 2, 6]) {
      const pictures = Array.from({ length: count }, (_, at) => row(PEOPLE[at % 3] ?? '', picture));
      const read = open(...talk, ...pictures);
      expect(read.slice(12)).toMatchObject(
        pictures.map((_, at) => ({ kind: 'image', text: '', sender: PEOPLE[at % 3] })),
      );
      expect(read.slice(0, 12).every(({ kind }) => kind === 'text')).toBe(true);
    }
  });

  it('is that also where it is built one element deeper', () => {
    const deeper = row('李秀英', picture).replace('<div class="side">', '<div><div class="side">');
    const read = open(
      ...talk,
      deeper.replace(/<\/div>$/, '</div></div>'),
      row('王海波', words('好的，收到。')),
    );
    expect(read.filter(({ text }) => PEOPLE.includes(text))).toEqual([]);
    expect(read.filter(({ kind, sender }) => kind === 'image' && sender !== '李秀英')).toEqual([]);
    expect(read.at(-1)).toMatchObject({ sender: '王海波', text: '好的，收到。' });
  });

  it('has no words where its picture bears a description', () => {
    const described = picture.replace('<img', '<img alt="图片"');
    expect(open(...talk, row('李秀英', described)).at(-1)).toMatchObject({
      kind: 'image',
      text: '',
      sender: '李秀英',
    });
  });

  it('is a picture also in a tree of its own further in', () => {
    const deep = (inner: string) =>
      `<div class="cloud"><x-text><template>${inner}</template></x-text></div>`;
    const rows = talk.map((each) =>
      each.replace(/<div class="cloud">(.*?)<\/div>/, (_, inner) =>
        deep(`<div class="prose">${inner}</div>`),
      ),
    );
    const shown = deep(
      '<div class="prose"><figure><img alt="图片" src="a.png" width="240"></figure></div>',
    );
    const read = open(...rows, row('李秀英', shown));
    expect(read.at(-1)).toMatchObject({ kind: 'image', text: '', sender: '李秀英' });
    expect(read[0]).toMatchObject({ kind: 'text', text: `${WORDS[0]}0` });
  });

  it('keeps the words beside a picture, and emoji in the words', () => {
    const both = `<div class="cloud"><span>现场照片如下，请查收。<img class="emoji" alt="👌" src="e.png"></span><figure><img alt="图片" src="a.png"></figure></div>`;
    const read = open(...talk, row('李秀英', both)).at(-1);
    expect(read).toMatchObject({ sender: '李秀英' });
    expect(read?.text).toContain('现场照片如下，请查收。');
  });

  it('is unread where nothing at all is shown in it', () => {
    const blank = '<div class="cloud"><div class="broken"><svg></svg></div></div>';
    expect(open(...talk, row('李秀英', blank)).length).toBe(12);
  });
});

describe('a file among many texts', () => {
  it.each([
    ['取暖排查台账.xlsx', '24.0 kB', 24_576],
    ['通知.docx', '1.5 MB', 1_572_864],
    ['会议.mp4', '24K', 24_576],
    ['a b c.pdf', '512字节', 512],
  ])('%s, %s: has neither name nor size as its sender', (name, size, bytes) => {
    const read = open(
      ...talk,
      row('李秀英', card(name, size)),
      row('王海波', words('收到，谢谢。')),
    );
    expect(read.at(-2)).toMatchObject({
      sender: '李秀英',
      kind: 'file',
      text: '',
      file: { name, size: bytes, exact: false },
    });
    expect(read.at(-1)).toMatchObject({ sender: '王海波', kind: 'text' });
  });

  it('is never the name of somebody where its own sender is nowhere', () => {
    const nameless = `<div class="post"><div class="face"><img src="f.png"></div><div class="files"><b>台账.xlsx</b><u>24.0 kB</u></div></div>`;
    const read = open(...talk, nameless);
    expect(read.map(({ sender }) => sender).filter((name) => !PEOPLE.includes(name))).toEqual([]);
    expect(read.filter(({ text }) => /kB/.test(text))).toEqual([]);
  });
});

describe('a message of words stays one', () => {
  it.each(['24', '24 k', '王海波', '附件 2 M 左右，见 通知.docx'])('%s', (text) => {
    const read = open(...talk, row('李秀英', words(text))).at(-1);
    expect(read).toMatchObject({ sender: '李秀英', kind: 'text', text });
  });

  it('but for the name of a file: what another of that name holds is not known', () => {
    const read = open(...talk, row('李秀英', words('取暖排查台账.xlsx'))).at(-1);
    expect(read).toMatchObject({
      sender: '李秀英',
      kind: 'file',
      file: { name: '取暖排查台账.xlsx', size: 0 },
    });
  });

  it('of one’s own, built without a name', () => {
    const own = (text: string) =>
      `<div class="post mine"><div class="said"><p class="cloud">${text}</p><em class="when">09:05</em></div></div>`;
    const read = open(...talk, own('我村也报了，请查收。'), ...talk, own('好的，马上就去。'));
    expect(read.length).toBe(26);
    expect(read.filter(({ own: isOwn }) => isOwn).map(({ text }) => text)).toEqual([
      '我村也报了，请查收。',
      '好的，马上就去。',
    ]);
  });
});
