// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createBar } from '../../lib/overlay/bar';
import type { Bar } from '../../lib/overlay/decide';
import { sweep } from '../../lib/overlay/fold';
import { blockText } from '../../lib/sites/block-text';
import { isOurs } from '../../lib/sites/ours';
import { wordsIn } from '../../lib/sites/picked-text';

const BAR: Bar = {
  ...{ id: 'k', kind: 'copy', title: '报表', sender: '甲', sameAs: null, alsoIn: [] },
  ...{ demands: [], deadline: null, done: false, names: [] },
};
const PLACE = { site: 'wechat', chat: '群', now: 0, isOpen: true, canJump: false };
const actions = () => ({ toggle: vi.fn(), setDone: vi.fn(), teach: vi.fn(), jump: vi.fn() });

beforeEach(() => {
  document.body.innerHTML = '';
  vi.spyOn(browser.i18n, 'getMessage').mockReturnValue('x');
});

describe('what bears our attribute', () => {
  it('is swept away only where we made it', () => {
    document.body.innerHTML =
      '<p data-fl-ui="bar">通知</p><div data-fl-ui="bar"><b>截止改为11月3日</b></div><i data-fl-ui></i>';
    const bar = createBar(actions());
    document.body.append(bar.host);
    sweep(document);
    expect(bar.host.isConnected).toBe(false);
    expect(document.body.textContent).toBe('通知截止改为11月3日');
    expect(document.body.childElementCount).toBe(3);
  });

  it('is read as words where it has words', () => {
    document.body.innerHTML = '<section>报表<div data-fl-ui="bar">截止改为11月3日</div></section>';
    const section = document.body.firstElementChild as Element;
    expect(wordsIn(section, new Set())).toContain('截止改为');
    expect(blockText(section, '.none')).toContain('截止改为');
    expect(isOurs(createBar(actions()).host)).toBe(true);
  });
});

describe('a bar', () => {
  it('shows itself against a style sheet that hides it', () => {
    const { style } = createBar(actions()).host;
    for (const name of ['display', 'visibility', 'opacity']) {
      expect(style.getPropertyPriority(name), name).toBe('important');
    }
  });

  it('a click that a script makes does nothing', () => {
    const done = actions();
    const bar = createBar(done);
    document.body.append(bar.host);
    bar.draw(BAR, PLACE);
    const buttons = [...(bar.host.shadowRoot?.querySelectorAll('button') ?? [])];
    expect(buttons.length).toBeGreaterThan(1);
    for (const button of buttons) button.click();
    for (const act of Object.values(done)) expect(act).not.toHaveBeenCalled();
  });

  it('a click of the reader does what it says', () => {
    const done = actions();
    const bar = createBar(done);
    document.body.append(bar.host);
    bar.draw(BAR, PLACE);
    const click = new MouseEvent('click', { bubbles: true, composed: true });
    Object.defineProperty(click, 'isTrusted', { value: true });
    bar.host.shadowRoot?.querySelector('button')?.dispatchEvent(click);
    expect(done.toggle).toHaveBeenCalledWith('k');
  });
});
