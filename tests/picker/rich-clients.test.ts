// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { log, open, personAt, times, wordsAt } from './said-lists';

const row = (at: number, inner: string) =>
  `<div class="item"><img class="face" width="36" src="f.png"><div class="main"><div class="top"><b class="nick">${personAt(at)}</b><i class="when">9:0${at % 9}</i></div><div class="body">${inner}</div></div></div>`;

describe('of groups of messages', () => {
  const group = (...inner: string[]) =>
    `<div class="cell"><div class="thread">${inner.join('')}</div></div>`;
  const words = (at: number) => row(at, `<div class="words"><em>${wordsAt(at)}</em></div>`);

  it('one that holds nothing but a file is read', () => {
    const card =
      '<div class="files"><div class="card"><span class="n">台账.xlsx</span><span class="s">24.6 kB Spreadsheet</span></div></div>';
    const groups = times(6, (at) => group(words(2 * at), words(2 * at + 1)));
    const read = open(log(...groups, group(row(1, card)), group(words(13))));
    expect(read.at(-2)).toMatchObject({ kind: 'file', text: '', sender: personAt(1) });
    expect(read).toHaveLength(14);
  });
});
