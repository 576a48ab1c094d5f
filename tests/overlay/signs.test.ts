// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, test } from 'vitest';
import { createRowReader } from '../../lib/overlay/row-reader';
import { signAtOnce, signIn } from '../../lib/overlay/signs';
import { equipped } from '../../lib/sites/offer';
import { wechat as bare } from '../../lib/sites/wechat';

const [wechat = bare] = equipped([bare]);

type Said = { id?: string; from?: string; text?: string; own?: boolean; time?: string };

const GROUP = '@@group';

/** Markup of web WeChat, as in its fixture. */
function row({
  id = '',
  from = '张三',
  text = '请各村报送。',
  own = false,
  time = '',
}: Said): string {
  const about = JSON.stringify({ type: 'message', msgId: id }).replaceAll('"', '&quot;');
  return `<div ng-repeat="message in chatContent"><div class="clearfix"><div>
    <div class="message ${own ? 'me' : 'you'}">
      ${time && `<div class="message_system"><div class="content">${time}</div></div>`}
      <img class="avatar" title="${from}"><div class="content"><h4 class="nickname">${from}</h4>
      <div class="bubble js_message_bubble" data-cm="${about}"><div class="bubble_cont">
      <div class="plain"><pre class="js_message_plain">${text}</pre></div></div></div></div></div></div></div></div>`;
}

const line = (text: string) =>
  `<div ng-repeat="message in chatContent"><div><p class="message_system"><span class="content">${text}</span></p></div></div>`;

type Page = { chat?: string | null; name?: string; inside?: string; transcript?: boolean };

function show({ chat = GROUP, name = '镇村工作群', inside = '', transcript = true }: Page): void {
  document.body.innerHTML = `<div id="chatArea" class="${chat === null ? 'no-choose' : 'chatRoom'}">
    <div class="box_hd"><div class="title_wrap"><div class="title">
      <a class="title_name" data-username="${chat ?? ''}">${name}</a></div></div></div>
    ${transcript ? `<div class="box_bd chat_bd scroll-content"><div mm-repeat="message in chatContent">${inside}</div></div>` : ''}
  </div>`;
}

/** What a first look at this page says. */
function sign(page: Page, isStrict = false) {
  show(page);
  const reader = createRowReader(wechat, () => {});
  const rows = wechat.rows(document).map((element) => reader.read(element));
  return signIn(wechat, rows, reader, isStrict);
}

const many = (count: number, said: (at: number) => Said) =>
  Array.from({ length: count }, (_, at) => row({ id: `${1000 + at}`, ...said(at) })).join('');

/** A markup that the adapter does not know: sender, time and words of each message under names of their own. */
const changed = (count: number) =>
  Array.from(
    { length: count },
    (_, at) =>
      `<li class="entry"><b class="who">张三</b><i class="when">9:0${at % 10}</i><div class="what">第 ${at} 条通知</div></li>`,
  ).join('');

describe('a page that the adapter no longer understands', () => {
  test.each<[string, Page]>([
    ['transcript', { transcript: false }],
    ['messages', { inside: changed(12) }],
    ['texts', { inside: many(8, () => ({ text: '' })) }],
    ['ids', { inside: many(8, (at) => ({ id: `${at % 4}` })) }],
    ['ids', { inside: many(3, () => ({ id: '7' })) }],
    ['senders', { inside: many(40, () => ({ from: '' })) }],
    [
      'rows',
      { inside: many(8, (at) => ({ text: `第 ${at} 条` })).replaceAll('message you', 'entry') },
    ],
    ['rows', { inside: many(8, (at) => ({ id: `x${at}`, text: `第 ${at} 条` })) }],
    ['chat', { chat: null, inside: many(2, () => ({})) }],
  ])('shows it by its %s', (reason, page) => {
    expect(sign(page)).toBe(reason);
  });

  it('shows it by a row that holds another, or the transcript', () => {
    show({ inside: many(2, () => ({})) });
    const [first] = wechat.rows(document);
    first?.insertAdjacentHTML('beforeend', row({ id: '9' }));
    const rows = wechat.rows(document).map((element) => ({ element, key: null }));
    const reader = createRowReader(wechat, () => {});
    expect(signAtOnce(rows, wechat.scroller(document), reader)).toBe('page');
    expect(signAtOnce(rows.slice(1, 2), wechat.scroller(document), reader)).toBeNull();
    const all = [{ element: document.body, key: null }];
    expect(signAtOnce(all, wechat.scroller(document), reader)).toBe('page');
  });

  it('shows it by the rows that are there, however many were understood before', () => {
    const reader = createRowReader(wechat, () => {});
    const read = () => wechat.rows(document).map((element) => reader.read(element));
    for (let chat = 0; chat < 4; chat++) {
      show({ inside: many(6, (at) => ({ id: `${chat}${at}`, text: `第 ${chat}${at} 条` })) });
      read();
    }
    show({ inside: many(6, (at) => ({ id: 'x', text: `第 ${at} 条` })) });
    const odd = read();
    expect(reader.isLost()).toBe(false);
    expect(signIn(wechat, odd, reader, false)).toBe('rows');
    show({ inside: many(6, () => ({ id: 'x', text: '收到了一种新的红包' })) });
    expect(
      signIn(
        wechat,
        read(),
        createRowReader(wechat, () => {}),
        false,
      ),
    ).toBeNull();
  });

  it('shows it by rows that held messages and are none any more', () => {
    show({ inside: many(8, (at) => ({ text: `第 ${at} 条通知` })) });
    const reader = createRowReader(wechat, () => {});
    const before = wechat.rows(document).map((element) => reader.read(element));
    for (const { element } of before) {
      const text = element.querySelector('pre')?.textContent;
      element.innerHTML = `<p class="message_system">${text}</p>`;
    }
    for (const known of before) reader.read(known.element, known);
    expect(reader.isLost()).toBe(false);
    for (const known of before) {
      known.element.append(' 续');
      reader.read(known.element, known);
    }
    expect(reader.isLost()).toBe(true);
  });
});

describe('a page that is as it should be', () => {
  beforeEach(() => show({}));

  test.each<[string, Page]>([
    ['a login page, or no chat chosen', { chat: null }],
    ['a chat that is loading', { inside: '<div class="loading"><i></i></div>' }],
    [
      'a chat that is loading, with grey bars in place of rows',
      { inside: '<div class="bone"><b></b><i></i></div>'.repeat(30) },
    ],
    ['an empty new group', { inside: '<p class="empty">暂时没有新消息</p>' }],
    [
      'a group in which people were only invited',
      {
        inside: Array.from({ length: 40 }, (_, at) => line(`张三邀请李四${at}加入了群聊`)).join(''),
      },
    ],
    [
      'such a group whose lines are no rows',
      {
        inside: Array.from(
          { length: 40 },
          (_, at) => `<p class="line"><b>李四${at}</b>加入了群聊</p>`,
        ).join(''),
      },
    ],
    [
      'a chat switch: rows of the chat before under the new title',
      { chat: '@@other', name: '另一群', inside: many(9, () => ({})) },
    ],
    [
      'a chat whose name is not known yet, where a feed tells whose its messages are',
      { name: '', inside: many(9, () => ({})) },
    ],
    ['names that come later than their messages', { inside: many(13, () => ({ from: '' })) }],
    [
      'a long run of one person, named on its head alone',
      { inside: many(45, (at) => ({ from: at === 0 ? '张三' : '' })) },
    ],
    ['one’s own messages alone', { inside: many(45, () => ({ own: true, from: '' })) }],
    [
      'a talk of two, without names',
      { chat: '@person', inside: many(45, () => ({ from: '' })).replaceAll('chatRoom', '') },
    ],
    [
      'one message that stands there twice',
      { inside: many(9, (at) => ({ id: `${Math.max(1, at)}` })) },
    ],
    ['a few texts of blanks', { inside: many(9, (at) => ({ text: at < 5 ? ' ' : '收到' })) }],
    [
      'pictures without words',
      { inside: many(9, () => ({ text: '' })).replaceAll('class="plain"', 'class="picture"') },
    ],
    ['four rows that are not known', { inside: many(4, (at) => ({ id: `x${at}` })) }],
  ])('raises no alarm: %s', (_, page) => {
    if (page.chat === '@person') {
      show(page);
      document.querySelector('#chatArea')?.classList.remove('chatRoom');
      const reader = createRowReader(wechat, () => {});
      const rows = wechat.rows(document).map((element) => reader.read(element));
      expect(signIn(wechat, rows, reader, false)).toBeNull();
    } else expect(sign(page)).toBeNull();
  });

  it('a chat of lines alone is no sign where messages were read before', () => {
    const reader = createRowReader(wechat, () => {});
    show({ inside: many(1, () => ({})) });
    for (const element of wechat.rows(document)) reader.read(element);
    show({ inside: changed(12) });
    expect(signIn(wechat, [], reader, false)).toBeNull();
  });

  it('recalls and empty stand-ins of rows out of sight are none', () => {
    show({ inside: many(9, (at) => ({ text: `第 ${at} 条` })) });
    const reader = createRowReader(wechat, () => {});
    const before = wechat.rows(document).map((element) => reader.read(element));
    before.forEach(({ element }, at) => {
      const inside = at % 2 ? `"张三${at}" 撤回了一条消息` : '';
      element.innerHTML = `<p class="message_system"><span class="content">${inside}</span></p>`;
    });
    for (const known of before) reader.read(known.element, known);
    expect(reader.isLost()).toBe(false);
    expect(reader.errors()).toBe(0);
  });
});

it('is stricter with a page that was lost', () => {
  const doubled = { inside: many(4, (at) => ({ id: `${Math.max(1, at)}` })) };
  expect(sign(doubled)).toBeNull();
  expect(sign(doubled, true)).toBe('ids');
  const few = { inside: many(3, () => ({ text: '' })) };
  expect(sign(few)).toBeNull();
  expect(sign(few, true)).toBe('texts');
  const odd = { inside: many(2, (at) => ({ id: at === 0 ? 'x' : '5' })) };
  expect(sign(odd)).toBeNull();
  expect(sign(odd, true)).toBe('rows');
  const nameless = { inside: many(8, () => ({ from: '' })) };
  expect(sign(nameless)).toBeNull();
  expect(sign(nameless, true)).toBe('senders');
});
