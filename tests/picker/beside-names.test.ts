// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { log, open, personAt, times, wordsAt } from './said-lists';

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

  it('a badge beside the words, built of the same tags', () => {
    const badge = '<div class="badge size-fit"><span>群主</span></div>';
    const build = (at: number) =>
      `<div class="row"><div class="face"><img width="36" src="f.png"></div><div class="main"><div class="flex"><div class="who"><span>${personAt(at)}</span></div>${at % 5 === 0 ? badge : ''}</div><div class="flex bubble-box"><div class="bubble"><span>${wordsAt(at)}</span></div></div></div></div>`;
    const read = open(log(...times(12, build)));
    expect(read.map(({ text }) => text)).toEqual(times(12, wordsAt));
    expect(read.map(({ sender }) => sender)).toEqual(times(12, personAt));
  });
});

it('a message takes its name from where others have theirs', () => {
  // Answers are few and by one person, who has a class of their own.
  const build = (at: number, person: number, quote = '') =>
    `<div class="row"><div class="head"><h4 class="label accent-${person}">${personAt(person)}</h4><time>9:0${at % 9}</time></div><div class="body">${quote}<div class="text">${wordsAt(at)}</div></div></div>`;
  const quote = '<div class="cited"><span>从前的话，说过一次。</span></div>';
  const rows = times(10, (at) => build(at, at));
  const read = open(log(build(20, 1, quote), build(21, 1, quote), ...rows, build(22, 2, quote)));
  expect(read.map(({ sender }) => sender)).toEqual([
    personAt(1),
    personAt(1),
    ...times(10, personAt),
    personAt(2),
  ]);
});

describe('letters of a face', () => {
  it('are no answers, however short these are', () => {
    const build = (at: number) =>
      `<li class="item"><div class="who"><span class="avatar"><span>${personAt(at).slice(0, 1)}</span></span><div class="info"><span>${personAt(at)}</span><i>9:0${at % 9}</i></div></div><div class="said"><pre>${['收到', '好的', '已报', '明白', '马上办', '在路上'][at % 6]}</pre></div></li>`;
    const read = open(log(...times(6, build)));
    expect(read.map(({ text }) => text)).toEqual([
      '收到',
      '好的',
      '已报',
      '明白',
      '马上办',
      '在路上',
    ]);
    expect(read.map(({ sender }) => sender)).toEqual(times(6, personAt));
  });
});
