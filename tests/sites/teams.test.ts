// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://contract.example/" }
import { beforeEach, describe, expect, it } from 'vitest';
import { teams } from '../../lib/sites/teams';
import { openPage } from './contract';
import { expectedOf, pageOf } from './fixtures';

const ME = '11111111-1111-4111-8111-111111111111';

function open(page: string, change: (html: string) => string = (html) => html): void {
  openPage(change(pageOf('teams', page)), expectedOf('teams', page));
}

function first() {
  const [row] = teams.rows(document).filter((each) => each.querySelector('[data-mid]'));
  if (!row) throw new Error('no row');
  return row;
}

/** An element that a parser would not leave where the client's script puts it. */
function made(name: string, attributes: Record<string, string>, ...inside: (string | Node)[]) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

function mention(words: string, who: string): HTMLElement {
  const inner = made('span', { itemtype: 'http://schema.skype.com/Mention' }, words);
  const box = {
    'data-mention-type': 'person',
    'data-person-mri': `8:orgid:${who}`,
    role: 'button',
  };
  return made('div', box, inner);
}

describe('the words of a message', () => {
  beforeEach(() => open('thread-beside'));

  it('keeps a mention in its line: its boxes lie inside a paragraph', () => {
    const paragraph = made('p', {}, '请', mention('林', ME), '\u00a0', mention('小满', ME), '值班');
    first()
      .querySelector('[data-message-content]')
      ?.replaceChildren(paragraph, made('p', {}, '完'));
    expect(teams.read(first())).toMatchObject({ text: '请林 小满值班\n完', mentionsMe: true });
  });

  it('leaves out a picture inside a paragraph, and tells that it is one', () => {
    const image = made('img', { itemtype: 'http://schema.skype.com/AMSImage', alt: '图像' });
    const box = made(
      'div',
      {},
      made('span', { itemtype: 'http://schema.skype.com/AMSImage' }, image),
    );
    first()
      .querySelector('[data-message-content]')
      ?.replaceChildren(made('p', {}, '见图', box));
    expect(teams.read(first())).toMatchObject({ kind: 'image', text: '见图' });
    expect(teams.picture?.(first())).toBe(image);
  });

  it('takes a name in the words of another for no sign of the reader', () => {
    const quote = made('div', { 'data-tid': 'quoted-reply-card' }, mention('林小满', ME));
    first()
      .querySelector('[data-message-content]')
      ?.replaceChildren(quote, made('p', {}, '收到'));
    expect(teams.read(first())).not.toHaveProperty('mentionsMe');
  });

  it('reads an address without what each reader’s page adds to it', () => {
    const read = (href: string) => {
      const link = made('a', { href }, '台账');
      first()
        .querySelector('[data-message-content]')
        ?.replaceChildren(made('p', {}, '看', link));
      return teams.read(first())?.link?.url;
    };
    expect(read('https://a.sharepoint.com/x?xsdata=1&sdata=2&ovuser=3')).toBe(
      'https://a.sharepoint.com/x',
    );
    expect(read('https://a.sharepoint.com/x?xsdata=1&d=2')).toBe('https://a.sharepoint.com/x?d=2');
    expect(read('https://a.sharepoint.com/x?d=1&e=2')).toBe('https://a.sharepoint.com/x?d=1&e=2');
    expect(read('https://a.example/x&y')).toBe('https://a.example/x&y');
  });
});

describe('the chat', () => {
  it('is part of each id', () => {
    open('thread-beside', (html) => html.replaceAll('7c1f0a2b', '8d2f0a2b'));
    expect(teams.read(first())?.id).toMatch(
      /^19:8d2f0a2b3c4d5e6f708192a3b4c5d6e7@thread\.v2\/\d{13}$/,
    );
  });

  it('is not told by buttons that name two', () => {
    const button =
      '<button data-tid="newMessageCommands-send" data-track-thread-id="19:other@thread.v2">';
    open('thread-beside', (html) =>
      html.replace('<button type="button" data-tid="send', `${button}</button>$&`),
    );
    expect(teams.openChat(document)).toBeNull();
    expect(() => teams.read(first())).toThrow('unknown chat');
  });

  it('has no name while the tab names another channel', () => {
    open('channel-posts');
    document.title = '团队和频道 | 红星镇 | 值班 | Microsoft Teams';
    expect(teams.openChat(document)?.name).toBe('');
    document.title = '团队和频道 | 红星 | 二组 | 常规 | Microsoft Teams';
    expect(teams.openChat(document)?.name).toBe('红星 | 二组 > 常规');
    document.title = '常规 | Microsoft Teams';
    expect(teams.openChat(document)?.name).toBe('');
  });

  it('is a talk of one with the user alone', () => {
    open('one-to-one', (html) => html.replace(/19:[^"]+@unq\.gbl\.spaces/g, '48:notes'));
    expect(teams.openChat(document)).toMatchObject({ sessionId: '48:notes', isGroup: false });
  });
});

describe('whose a post is', () => {
  it('is not known without a picture of the user', () => {
    open('channel-posts', (html) =>
      html.replace(/(data-tid="me-control-avatar"[^>]*>)<img[^>]*>/, '$1'),
    );
    expect(teams.rows(document).map((row) => teams.read(row)?.own)).not.toContain(true);
  });
});
