// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { definitionHere, readWith } from './pages';
import { log, open, personAt, times, wordsAt } from './said-lists';

const ANSWERS = ['收到了', '好的好的', '已经上报', '都明白了', '马上就办', '在路上了'];
const senders = (list: string) => open(list).map(({ sender }) => sender);

describe('beside a name stands', () => {
  const row = (at: number, name: string) =>
    `<div class="row"><img class="face" width="36" src="f.png"><div class="main"><div class="top"><span class="user">${name}</span><span class="when">9:0${at % 9}</span></div><div class="words">${wordsAt(at)}</div></div></div>`;

  it.each([
    (name: string) => `<b class="shown">${name}</b> <i class="handle">@user.01</i>`,
    (name: string) => `<b class="shown">${name}</b><i><img class="emoji" alt=":palm_tree:"></i>`,
    (name: string) => `<b class="shown">${name}</b><i class="role">管理员</i>`,
    (name: string) => `${name} (已编辑)`,
  ])('what is no part of it (%#)', (build) => {
    expect(senders(log(...times(10, (at) => row(at, build(personAt(at))))))).toEqual(
      times(10, personAt),
    );
  });

  it('what is part of it: a name may be drawn as a sign', () => {
    const build = (at: number) => `${personAt(at)}<img class="emoji" alt="🌸">`;
    expect(senders(log(...times(10, (at) => row(at, build(at)))))[0]).toBe('周一鸣🌸');
  });

  it.each([
    [0, '<span class="rank">优秀学员</span>', '<span class="alias">', '</span>'],
    [1, '<a class="code">q7RtLm </a>', '<b>', '</b>'],
  ])('a rank or a code of some, in words of any kind (%#)', (_, beside, opening, closing) => {
    const build = (at: number) => {
      const name = `${opening}${personAt(at)}${closing}`;
      return row(at, at % 3 === 0 ? `${beside}${name}` : at % 5 === 0 ? `${name}${beside}` : name);
    };
    expect(senders(log(...times(12, build)))).toEqual(times(12, personAt));
  });

  it('a badge beside the words, built of the same tags', () => {
    const badge = '<div class="badge size-fit"><span>群主</span></div>';
    const build = (at: number) =>
      `<div class="row"><div class="face"><img width="36" src="f.png"></div><div class="main"><div class="flex"><div><div class="who"><em>${personAt(at)}</em></div></div>${at % 5 === 0 ? badge : ''}</div><div class="flex bubble-box"><div class="bubble"><span>${wordsAt(at)}</span></div></div></div></div>`;
    const read = open(log(...times(12, build)));
    expect(read.map(({ text }) => text)).toEqual(times(12, wordsAt));
    expect(read.map(({ sender }) => sender)).toEqual(times(12, personAt));
  });
});

it('one’s own messages are known by a class behind the place of a face', () => {
  const row = (at: number) => {
    const own = at % 4 === 3;
    const head = own ? '' : `<b class="nick">${personAt(at)}</b>`;
    return `<div class="row"><div class="face-box"></div><div class="hold ${own ? 'from-self' : ''}">${head}<div class="words">${wordsAt(at)}</div></div></div>`;
  };
  const read = open(log(...times(12, row)));
  expect(read.map(({ own }) => own)).toEqual(
    times(12, (at) => `${at % 4 === 3}`).map((is) => is === 'true'),
  );
});

it('room at the right of a card is no mark of one’s own', () => {
  const row = (at: number, inner: string) =>
    `<div class="row"><img class="face" width="36" src="f.png"><div class="main"><b class="nick">${personAt(at)}</b><div class="said">${inner}</div></div></div>`;
  const card = '<div class="card small-right-margin"><span>台账.xlsx 18 kB</span></div>';
  const words = times(12, (at) => row(at, `<div class="words">${wordsAt(at)}</div>`));
  expect(open(log(...words, row(1, card))).map(({ own }) => own)).not.toContain(true);
});

it('what stands second beside a face and first without one is no mark of one’s own', () => {
  const row = (at: number) =>
    `<div class="row">${at % 3 ? '<div class="face"><img width="36" src="f.png"></div>' : ''}<div class="hold align-right"><b class="nick">${personAt(at)}</b><div class="words">${wordsAt(at)}</div></div></div>`;
  const read = open(log(...times(12, row)));
  expect(read.map(({ own }) => own)).not.toContain(true);
  expect(read.map(({ sender }) => sender)).toEqual(times(12, personAt));
});

it('a message takes its name from where others have theirs', () => {
  const row = (person: number, inner: string) =>
    `<div class="row"><h4 class="label accent-${person}">${personAt(person)}</h4>${inner}</div>`;
  open(log(...times(10, (at) => row(at, `<p class="text">${wordsAt(at)}</p>`))));
  const definition = definitionHere();
  const [kind] = definition.kinds;
  if (!kind) throw new Error('no kind');
  // Answers were few and by one person, who has a class of their own.
  const answer: typeof kind = {
    ...kind,
    text: { place: [{ tag: 'p', classes: ['answer'] }] },
    sender: { place: [{ tag: 'h4', classes: ['label', 'accent-1'] }] },
  };
  const list = document.querySelector('.list') as Element;
  list.insertAdjacentHTML('beforeend', row(2, `<p class="answer">${wordsAt(20)}</p>`));
  const read = readWith({ ...definition, kinds: [answer, kind] });
  expect(read.at(-1)).toMatchObject({ text: wordsAt(20), sender: personAt(2) });
});

it('letters of a face are no answers, however short these are', () => {
  const face = (at: number) =>
    at === 0 ? '<img width="36" src="f.png">' : `<span>${personAt(at).slice(0, 1)}</span>`;
  const build = (at: number) =>
    `<li class="item"><div class="who"><span class="avatar">${face(at)}</span><div class="info"><span>${personAt(at)}</span><i>9:0${at % 9}</i></div></div><div class="said"><pre>${ANSWERS[at]}</pre></div></li>`;
  const read = open(log(...times(6, build)));
  expect(read.map(({ text }) => text)).toEqual(ANSWERS);
  expect(read.map(({ sender }) => sender)).toEqual(times(6, personAt));
});
