import type { ChatEntry } from './chat-store.ts';
import { clockOf } from './chat-store.ts';
import { element, withHtml } from './element.ts';
import type { Row } from './virtual-list.ts';

const REPEAT = 'chatContact in chatList track by chatContact.UserName';

export const CHAT_LIST_REPEAT = REPEAT;

/** One chat in the left list. The element is used again for the same chat only. */
export function createEntryRow(entry: ChatEntry, current: () => string | null): Row {
  const id = entry.contact.UserName;
  const item = element('div.chat_item.slide-left.ng-scope', {
    'data-username': id,
    'data-cm': `{"type":"chat","username":"${id}"}`,
  });
  item.classList.toggle('top', entry.contact.isTop());
  const row = element('div.ng-scope', { 'ng-repeat': REPEAT }, [item]);
  let shown = '';
  return {
    element: row,
    update() {
      item.classList.toggle('active', current() === id);
      const now = [entry.lastTime, entry.unread, entry.digest, entry.contact.getDisplayName()];
      if (now.join('\n') === shown) return;
      shown = now.join('\n');
      item.replaceChildren(...contentOf(entry));
    },
  };
}

function contentOf(entry: ChatEntry): HTMLElement[] {
  const clock = entry.lastTime === 0 ? '' : clockOf(entry.lastTime);
  const ext = element('div.ext', {}, [element('p.attr', {}, [clock])]);
  if (entry.contact.isMuted()) {
    ext.append(element('p.attr', {}, [element('i.web_wechat_no-remind')]));
  }
  const name = entry.contact.getDisplayName();
  const last = element('p.msg.ng-scope');
  if (entry.contact.isMuted() && entry.unread > 0) {
    last.append(element('span', {}, [`[${entry.unread}条]`]));
  }
  last.append(withHtml(element('span.ng-binding'), entry.digest));
  return [
    ext,
    element('div.avatar', {}, [
      element('img.img', {
        src: `/cgi-bin/mmwebwx-bin/webwxgeticon?seq=${entry.contact.HeadImgSeq}&username=${entry.contact.UserName}`,
        alt: '',
      }),
      ...badgeOf(entry),
    ]),
    element('div.info', {}, [
      element('h3.nickname', {}, [withHtml(element('span.nickname_text.ng-binding'), name)]),
      last,
    ]),
  ];
}

function badgeOf(entry: ChatEntry): HTMLElement[] {
  const { unread } = entry;
  if (unread === 0) return [];
  if (entry.contact.isMuted()) return [element('i.icon.web_wechat_reddot')];
  if (unread < 99) return [element('i.icon.web_wechat_reddot_middle', {}, [String(unread)])];
  // From 99 on the page shows both kinds of badge at once.
  const words = unread > 99 ? '...' : String(unread);
  return [
    element('i.icon.web_wechat_reddot_middle', {}, [words]),
    element('i.icon.web_wechat_reddot_bbig', {}, [words]),
  ];
}
