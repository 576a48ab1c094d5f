// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { answeredBox } from '../../lib/sites/picked-answered';
import type { RowKind } from '../../lib/sites/picked-definition';

const step = (...classes: string[]) => ({ tag: 'div', ...(classes.length > 0 ? { classes } : {}) });

/** Learnt from one's own answers, which have a level less. */
const kindWith = (name: string): RowKind => ({
  row: [step('row')],
  text: { place: [step(), step('col')] },
  answered: { place: [step('mine'), step('col'), step(name)] },
});

function boxIn(html: string, name: string): string | null {
  document.body.innerHTML = `<div id="list"><div class="row">${html}</div></div>`;
  const [list, row] = ['#list', '.row'].map((each) => document.querySelector(each) as Element);
  return answeredBox(kindWith(name), row as Element, list as Element)?.textContent ?? null;
}

describe('what a message answers', () => {
  it('stands where it was seen', () => {
    const own =
      '<div class="mine"><div class="col">好的<div class="quoted">明天开会</div></div></div>';
    expect(boxIn(own, 'quoted')).toBe('明天开会');
  });

  it('is known by a class that says so where the other side has it elsewhere', () => {
    const others =
      '<div class="theirs"><div class="col"><p>好的</p><section><div class="quoted">明天开会</div></section></div></div>';
    expect(boxIn(others, 'quoted')).toBe('明天开会');
  });

  it('is not known by a class that may be that of any words', () => {
    const others =
      '<div class="theirs"><div class="col"><section><div class="bubble">好的</div></section></div></div>';
    expect(boxIn(others, 'bubble')).toBeNull();
  });

  it('is said where it leads somewhere: a card', () => {
    const card =
      '<div class="theirs"><div class="col"><section><div class="quoted"><a href="https://a.cn/">报名表</a></div></section></div></div>';
    expect(boxIn(card, 'quoted')).toBeNull();
  });
});
