// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { definitionHere, openPage, readWith } from './pages';

const PEOPLE = ['张建国', '李秀英', '王海波'];
const WORDS = ['请各村报送台账，谢谢。', '收到，我村下午报送。', '会议改到明天上午，请准时。'];

function open(head: (name: string, time: string) => string, words = (text: string) => text) {
  const rows = Array.from(
    { length: 12 },
    (_, at) =>
      `<div class="item">${head(PEOPLE[at % 3] ?? '', `2026-11-26 08:${10 + at}`)}<div class="text"><span>${words(`${WORDS[at % 3]}${at}`)}</span></div></div>`,
  );
  openPage(
    `<div class="list" role="log" style="overflow:auto">${rows.join('')}</div><textarea></textarea>`,
  );
  return readWith(definitionHere());
}

const at = (minutes: number) => new Date(2026, 10, 26, 8, minutes).getTime();

describe('a time in the element of the name', () => {
  it.each([
    (name: string, time: string) =>
      `<div><img src="f.png"><cite> ${name} <i>${time}</i></cite></div>`,
    (name: string, time: string) =>
      `<div><img src="f.png"><cite><i>${time}</i>${name}</cite></div>`,
    (name: string, time: string) => `<div><b>${name}<small><i>${time}</i></small></b></div>`,
    (name: string, time: string) => `<div><b>${name} <em>${time}</em></b></div>`,
  ])('is seen, and the name without it (%#)', (head) => {
    const read = open(head);
    expect(read.map(({ sender }) => sender)).toEqual(read.map((_, index) => PEOPLE[index % 3]));
    expect(read.map(({ time }) => time)).toEqual(read.map((_, index) => at(10 + index)));
  });

  it('is no time where it is a word of one message', () => {
    const head = (name: string) => `<div><b>${name}</b></div>`;
    const read = open(head, (text) =>
      text.endsWith('4') ? `会议 <b><i>9:00</i></b> 开始，${text}` : text,
    );
    expect(read[4]?.text).toBe(`会议 9:00 开始，${WORDS[1]}4`);
    expect(read.map(({ sender }) => sender)).toEqual(read.map((_, index) => PEOPLE[index % 3]));
    expect(read.every(({ clock }) => clock === null)).toBe(true);
  });
});
