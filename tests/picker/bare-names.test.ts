// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { corrected } from '../../lib/picker/corrections';
import { guess } from '../../lib/picker/guess';
import { log, open, personAt, times, wordsAt } from './said-lists';

describe('a name without an element of its own', () => {
  const row = (at: number) =>
    `<div class="item"><img class="icon" src="f.png" width="40"> ${personAt(at)} <br> 2026-11-28 10:05:4${at % 9}<div style="clear:both;"></div><p class="bubble top">${wordsAt(at)}</p> </div>`;

  it('stands beside the words, with the time', () => {
    const read = open(log(...times(10, row)));
    expect(read.map(({ text }) => text)).toEqual(times(10, wordsAt));
    expect(read.map(({ sender }) => sender)).toEqual(times(10, personAt));
    expect(read.map(({ time }) => new Date(time ?? 0).getMinutes())).toEqual(
      times(10, () => 5 as never),
    );
  });

  it('is none where nothing stands there', () => {
    const bare = row(1).replace(/> 李秀英 <br> .*?</, '><');
    expect(open(log(...times(9, row), bare)).at(-1)).toMatchObject({ text: wordsAt(1) });
  });
});

describe('words without an element of their own', () => {
  const says = (read: ReturnType<typeof open>) => read.map(({ sender, text }) => [sender, text]);
  const expected = times(10, (at) => [personAt(at), wordsAt(at)] as never);

  it.each([
    (who: string, what: string) => `<li><strong>${who}</strong>: ${what}</li>`,
    (who: string, what: string) => `<p class="line"><b>${who}：</b>${what}</p>`,
    (who: string, what: string) =>
      `<div class="msg"><span class="user">${who}</span> ${what}</div>`,
    (who: string, what: string) =>
      `<div class="log talk"><a class="at" href="#1">14:05</a> &lt;<a class="nick" href="#u">${who}</a>&gt; ${what}</div>`,
    (who: string, what: string) =>
      `<li><span class="time">[14:05]</span> <em>${who}</em> - ${what}</li>`,
  ])('stand after the name (%#)', (build) => {
    expect(says(open(log(...times(10, (at) => build(personAt(at), wordsAt(at))))))).toEqual(
      expected,
    );
  });

  it('keep what is said at their start', () => {
    const build = (at: number, what: string) =>
      `<li><strong>${personAt(at)}</strong>: ${what}</li>`;
    const read = open(
      log(
        ...times(10, (at) => build(at, wordsAt(at))),
        build(0, '[通知] 明天开会'),
        build(1, '-5℃，注意防冻'),
        build(2, '@李秀英 请核对'),
      ),
    );
    expect(read.slice(-3).map(({ text }) => text)).toEqual([
      '[通知] 明天开会',
      '-5℃，注意防冻',
      '@李秀英 请核对',
    ]);
  });

  it('are not what is told of somebody, whose name stands without the sign that others have', () => {
    const build = (at: number) =>
      `<div class="line talk"><i class="at">14:05</i> &lt;<b class="nick">${personAt(at)}</b>&gt; ${wordsAt(at)}</div>`;
    const came =
      '<div class="line"><i class="at">14:05</i> <b class="nick">李秀英</b> has joined</div>';
    const rows = times(9, build);
    const read = open(log(...rows.slice(0, 4), came, ...rows.slice(4), came));
    expect(says(read)).toEqual(expected.slice(0, 9));
  });

  it('are not those of whom they mention', () => {
    const build = (at: number) => `<li><a href="#u">@${personAt(at)}</a> ${wordsAt(at)}</li>`;
    expect(open(log(...times(10, build))).every(({ sender }) => sender === '')).toBe(true);
  });

  it('begin with a word in bold type now and then', () => {
    const build = (at: number) => `<li>${at % 3 === 0 ? '<b>通知</b>：' : ''}${wordsAt(at)}</li>`;
    const read = open(log(...times(12, build)));
    expect(read.every(({ sender }) => sender === '')).toBe(true);
    expect(read[0]?.text).toBe(`通知：${wordsAt(0)}`);
  });
});

it('a click as on a sender is refused where nobody’s name is read', () => {
  const row = (at: number) =>
    `<div class="m"><i class="when">9:0${at % 9}</i><div class="text">${wordsAt(at)}</div></div>`;
  open(log(...times(10, row)));
  const found = guess(document);
  expect(corrected(found, 'sender', document.querySelector('.m') as Element)).toBeNull();
  expect(corrected(found, 'sender', document.querySelector('.text') as Element)).toBeNull();
});
