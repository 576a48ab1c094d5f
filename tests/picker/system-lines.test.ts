// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { guessOf } from '../../lib/picker/known';
import { pickedSite } from '../../lib/sites/picked';
import { definitionHere, openPage, readWith } from './pages';

const PEOPLE = ['张建国', '李秀英', '王海波'];
const WORDS = ['请各村报送台账，谢谢。', '收到，我村下午报送。', '会议改到明天上午，请准时。'];
const said = (at: number) =>
  `<div class="line" data-type="message"><i class="when">9:0${at % 10}</i><span class="from"><b class="user tint-${at % 3}">${PEOPLE[at % 3]}</b></span><span class="words">${WORDS[at % 3]}${at}</span></div>`;
const came = (type: string, words: string) =>
  `<div class="line" data-type="${type}"><i class="when">9:05</i><span class="from"><u>***</u></span><span class="words">${words}</span></div>`;
const open = (head: string, rows: readonly string[]) =>
  openPage(
    `${head}<div class="list" role="log" style="overflow:auto">${rows.join('')}</div><textarea></textarea>`,
  );
const talk = Array.from({ length: 12 }, (_, at) => said(at));

describe('a line that nobody said', () => {
  it.each([
    came('join', '<b class="user tint-2">赵春梅</b> (u@host) has joined the channel'),
    came('quit', '<b class="user tint-1">李秀英</b> has quit (下线)'),
    came('topic', 'The topic is: 冬季工作安排'),
  ])('is no message (%#)', (line) => {
    open('', [line, ...talk.slice(0, 5), line, ...talk.slice(5)]);
    const read = readWith(definitionHere());
    expect(read.map(({ text }) => text)).toEqual(talk.map((_, at) => `${WORDS[at % 3]}${at}`));
    expect(read.map(({ sender }) => sender)).toEqual(talk.map((_, at) => PEOPLE[at % 3]));
  });

  it('is not a message of one who goes on without a name', () => {
    const on = said(20)
      .replace(/<b class="user.*?<\/b>/, '')
      .replace('"line"', '"line more"');
    open('', [...talk, on]);
    expect(readWith(definitionHere()).at(-1)).toMatchObject({
      sender: '王海波',
      text: `${WORDS[2]}20`,
    });
  });
});

describe('the name of the chat', () => {
  const titleWith = (head: string) => {
    open(head, talk);
    return pickedSite(definitionHere()).openChat(document)?.name;
  };

  it.each([
    '<div class="head"><div class="avatar"><span style="font-size:40px">青石</span></div><span>青石镇冬季工作群</span></div>',
    '<div class="head"><em class="sign" style="font-size:40px;font-weight:700">青石</em><span class="label">青石镇冬季工作群</span></div>',
  ])('is no letters that stand for a picture (%#)', (head) => {
    expect(titleWith(head)).toBe('青石镇冬季工作群');
  });

  it('may be as short as they are', () => {
    expect(titleWith('<div class="head"><h2>网格</h2><span>12 人在线</span></div>')).toBe('网格');
  });
});

describe('a line in rows like those of messages', () => {
  const row = (at: number, mark: string, inner: string) =>
    `<div class="row"><div class="message${mark}">${inner}<p class="content">${WORDS[at % 3]}${at}</p></div></div>`;
  const who = (at: number) => `<p class="top"><b class="user">${PEOPLE[at % 3]}</b></p>`;
  const rows = Array.from({ length: 12 }, (_, at) =>
    row(at, at % 4 === 3 ? ' mine' : '', at % 4 === 1 ? '' : who(at % 4 === 2 ? at - 1 : at)),
  );
  const line =
    '<div class="row"><div class="message message-system"><p class="content">录制已由王海波开始</p></div></div>';
  const read = () => readWith(definitionHere()).map(({ text }) => text);

  it('is none where the page calls it one of its own', () => {
    open('', [...rows.slice(0, 6), line, ...rows.slice(6)]);
    expect(read()).toEqual(rows.map((_, at) => `${WORDS[at % 3]}${at}`));
    const again = guessOf(definitionHere(), document);
    expect(again && definitionHere(again)).toEqual(definitionHere());
  });

  it('is told by what it bears, also where all messages are called so', () => {
    open(
      '',
      [...rows.slice(0, 6), line, ...rows.slice(6)].map((each) =>
        each.replace('"row"', '"row system-row"'),
      ),
    );
    expect(read().length).toBe(12);
  });

  it('is somebody’s where it shows a name, whatever it is called', () => {
    open('', [...rows.slice(0, 6), line.replace('<p ', `${who(2)}<p `), ...rows.slice(6)]);
    expect(read()).toContain('录制已由王海波开始');
  });
});
