// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://contract.example/" }
import { describe, expect, it } from 'vitest';
import { zulip } from '../../lib/sites/zulip';
import { judgePair } from '../detect/fixtures';

const ME = '/user_avatars/2/me.png';
type Row = {
  id?: string;
  clock?: string;
  clockClass?: string;
  words?: string;
  name?: string;
  picture?: string;
  cls?: string;
  before?: string;
  rest?: string;
  user?: number;
};
function row({
  id = '1',
  clock = '09:02',
  clockClass = 'message-time',
  words = '<p>话</p>',
  name = '李四',
  picture = '/user_avatars/2/a.png',
  cls = '',
  before = '',
  rest = '',
  user = 9,
}: Row): string {
  return `<div id="message-row-3-${id}" data-message-id="${id}" class="message_row ${cls}" role="listitem">${before}<div class="messagebox"><div class="messagebox-content"><div class="u-${user} message-avatar"><div class="inline_profile_picture"><img src="${picture}"></div></div><span class="message_sender"><span class="sender_name_text">${name}</span></span><a class="${clockClass}">${clock}</a><div class="message_content rendered_markdown">${words}</div>${rest}</div></div></div>`;
}
const day = (shown: string, full = '') =>
  `<span class="timerender-content" data-tippy-content="${full}">${shown}</span>`;
const HEAD = (date: string) =>
  `<div class="message_header message_header_stream" data-stream-id="5"><span class="message-header-stream-name">街道</span><a class="narrows_by_topic"><span class="stream-topic-inner">防汛</span></a><span class="recipient_row_date">${date}</span></div>`;
const DM = (name: string, href: string) =>
  `<div class="message_header message_header_private_message"><a class="stream_label" href="${href}"><span class="private_message_header_name">${name}</span></a><span class="recipient_row_date">${day('11月5日')}</span></div>`;
function page(
  rows: string,
  { head = HEAD(day('2025年11月5日')), avatar = ME, side = '' } = {},
): void {
  document.body.innerHTML = `<div id="personal-menu"><div class="header-button-avatar"><img class="header-button-avatar-image" src="${avatar}"></div></div><div id="message_feed_container"><div id="message-lists-container"><div class="message-list focused-message-list"><div class="recipient_row">${head}${rows}</div></div></div></div>${side}`;
}
const read = () => zulip.rows(document).map((r) => zulip.read(r));

describe('Zulip', () => {
  it('clock of the current template', () => {
    page(row({}));
    expect(read()[0]?.clock).toBe('9:02');
  });
  it('Chinese afternoon', () => {
    page(row({ clock: '下午3:05', clockClass: 'message_time' }));
    expect(read()[0]?.clock).toBe('15:05');
  });
  it('Chinese after midnight', () => {
    page(row({ clock: '上午12:05', clockClass: 'message_time' }));
    expect(read()[0]?.clock).toBe('0:05');
  });
  it('day line more than 60 rows above', () => {
    const rows = Array.from({ length: 90 }, (_, i) =>
      row({
        id: String(i + 1),
        clockClass: 'message_time',
        before: i === 5 ? `<div class="date_row">${day('2025年11月6日')}</div>` : '',
      }),
    ).join('');
    page(rows);
    expect(new Date(read()[89]?.time ?? 0).getDate()).toBe(6);
  });
  it('year only in the tooltip', () => {
    page(row({ clockClass: 'message_time' }), {
      head: HEAD(day('11月5日', '2023年11月5日星期日')),
    });
    expect(new Date(read()[0]?.time ?? 0).getFullYear()).toBe(2023);
  });
  it('own by an uploaded avatar (medium in the bar)', () => {
    page(row({ picture: ME }), { avatar: '/user_avatars/2/me-medium.png' });
    expect(read()[0]?.own).toBe(true);
  });
  it('shared default avatar is nobody', () => {
    const d = '/static/images/default-avatar.png';
    page(row({ picture: d }), { avatar: d });
    expect(read()[0]?.own).toBe(false);
  });
  it('same words, another file: not a copy', () => {
    const t = (u: string) =>
      `<p>请各社区于11月30日17:00前按附件核对并报送防汛物资台账，详见<a href="/user_uploads/2/${u}/t.xlsx">台账.xlsx</a>。</p>`;
    page(row({ id: '1', words: t('aa') }) + row({ id: '2', words: t('bb') }));
    const [a, b] = read();
    if (!a || !b) throw new Error('none');
    const pick = ({ kind, text, link }: NonNullable<typeof a>) => ({ kind, text, link });
    expect(judgePair(pick(a), pick(b)).relation).not.toBe('copy');
  });
  it('two people of one name are two chats', () => {
    page(row({}), { head: DM('你和张伟', '#narrow/dm/9-x') });
    const one = zulip.openChat(document)?.sessionId;
    page(row({}), { head: DM('你和张伟', '#narrow/dm/12-x') });
    expect(zulip.openChat(document)?.sessionId).not.toBe(one);
  });
  it('a row being edited is not folded', () => {
    page(
      row({
        rest: '<div class="message_edit"><div class="message_edit_form"><form><textarea class="message_edit_content">x</textarea></form></div></div>',
      }),
    );
    expect(zulip.rows(document).map((r) => zulip.parts(r))).toEqual([null]);
  });
  it('hidden words of a muted sender, older templates', () => {
    page(
      row({
        words:
          '<p><em>This message was hidden because you have muted the sender.</em> <a class="reveal_hidden_message">Reveal</a></p>',
      }),
    );
    expect(read()).toEqual([null]);
  });
  it('a long message with a picture is oversize', () => {
    page(
      row({
        words: `<p>${'字'.repeat(30000)}</p><div class="message_inline_image"><img src="/p.png"></div>`,
      }),
    );
    expect(read()[0]?.oversize).toBe(true);
  });
  it('a comma in a name makes no group', () => {
    page(row({}), { head: DM('You and Li, Wei', '#narrow/dm/9-x') });
    expect(zulip.openChat(document)?.isGroup).toBe(false);
  });
  it('same words, same file: a copy', () => {
    const t = `<p>请各社区于11月30日17:00前按附件核对并报送防汛物资台账，详见<a href="/user_uploads/2/aa/t.xlsx">台账.xlsx</a>。</p>`;
    page(row({ id: '1', words: t }) + row({ id: '2', words: t }));
    const [a, b] = read();
    if (!a || !b) throw new Error('none');
    const pick = ({ kind, text, link }: NonNullable<typeof a>) => ({ kind, text, link });
    expect(judgePair(pick(a), pick(b)).relation).toBe('copy');
  });
  it('own by number where pictures are shared', () => {
    const d = '/static/images/default-avatar.png';
    page(row({ picture: d, user: 9 }) + row({ id: '2', picture: d, user: 7 }), {
      avatar: d,
      side: '<div id="right-sidebar"><li class="user_sidebar_entry user_sidebar_entry_me" data-user-id="7"></li></div>',
    });
    expect(read().map((one) => one?.own)).toEqual([false, true]);
  });
});
