// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { corrected } from '../../lib/picker/corrections';
import { guess } from '../../lib/picker/guess';
import { definitionHere, openPage, readWith } from './pages';

const PEOPLE = ['张建国', '李秀英', '王海波', '赵春梅'];
const WORDS = ['请各村报送台账，谢谢。', '收到，我村下午报送。', '会议改到明天上午，请准时。'];

const page = (rows: readonly string[]) =>
  `<div class="list" role="log" style="overflow:auto">${rows.join('')}</div><textarea></textarea>`;
const talk = (nameOf: (name: string, at: number) => string, count = 16) =>
  Array.from({ length: count }, (_, at) => {
    const name = PEOPLE[(at * 7) % 4] ?? '';
    return `<div class="line"><i class="when">9:0${at % 10}</i>${nameOf(name, (at * 7) % 4)}<p class="said">${WORDS[at % 3]}${at}</p></div>`;
  });
const expected = Array.from({ length: 16 }, (_, at) => PEOPLE[(at * 7) % 4]);
const senders = () => readWith(definitionHere()).map(({ sender }) => sender);

describe('a class that each person has', () => {
  it.each([
    (name: string, at: number) => `<span class="user color-${at}">${name}</span>`,
    (name: string, at: number) => `<b class="tint${at} nick">${name}</b>`,
    (name: string, at: number) =>
      `<span class="from"><span class="color-${at} user">${name}</span></span>`,
  ])('is no part of the place of a name (%#)', (nameOf) => {
    openPage(page(talk(nameOf)));
    expect(senders()).toEqual(expected);
  });

  it('is told from what stands beside the name', () => {
    const nameOf = (name: string, at: number) =>
      `<span class="user color-${at}">${name}</span>${at % 2 ? '<span class="badge color-9">村委会</span>' : ''}`;
    openPage(page(talk(nameOf)));
    expect(senders()).toEqual(expected);
  });
});

describe('a click on one name', () => {
  it('is a click on all, whatever its person’s own class', () => {
    openPage(page(talk((name, at) => `<span class="user color-${at}">${name}</span>`)));
    const found = guess(document);
    const without = found && {
      ...found,
      parts: found.parts.map(({ sender: _, ...part }) => part),
    };
    const right = corrected(without, 'sender', document.querySelectorAll('.user')[5] as Element);
    expect(readWith(definitionHere(right)).map(({ sender }) => sender)).toEqual(expected);
  });

  it('does not make a name of what stands there in messages that show none', () => {
    const rows = talk((name, at) =>
      at === 0 ? '' : `<em class="user color-${at}">${name}</em>`,
    ).map((row) => row.replace(/<p class="said">/, '<em class="said">').replace('</p>', '</em>'));
    openPage(page(rows));
    const right = corrected(
      guess(document),
      'sender',
      document.querySelectorAll('.user')[3] as Element,
    );
    const names = readWith(definitionHere(right)).map(({ sender }) => sender);
    expect(names.every((name) => name === '' || PEOPLE.includes(name))).toBe(true);
  });
});
