import type { PageOptions, Simulator } from '../types.ts';
import type { Angular } from './angular.ts';
import { type Application, createApplication } from './application.ts';
import type { Contact } from './contacts.ts';
import { createControl } from './control.ts';
import { element } from './element.ts';
import { emojiRules } from './emoji.ts';
import type { FeedMessage } from './feed-message.ts';

declare global {
  interface Window {
    simulator?: Simulator;
    angular?: Angular;
    _chatContent?: Record<string, FeedMessage[]>;
    _contacts?: Record<string, Contact>;
    _chatRoomMemberDisplayNames?: Record<string, Record<string, string>>;
  }
}

/** Starts the application with the options that the server wrote into the page. */
async function start(): Promise<void> {
  const source = document.getElementById('simulator-options')?.textContent ?? '{}';
  const options = JSON.parse(source) as PageOptions;
  document.documentElement.classList.toggle('dark', options.dark === true);
  document.documentElement.classList.toggle('anchoring', options.anchoring === true);
  document.head.append(element('style', {}, [emojiRules()]));
  if (options.bootDelay) await new Promise((done) => setTimeout(done, options.bootDelay));

  const app = createApplication(options);
  window._chatContent = app.store.content;
  window._contacts = app.contacts.byId;
  window._chatRoomMemberDisplayNames = app.contacts.memberNames;
  window.angular = app.angular;
  const place = mustFind('[ui-view="contentView"]');
  fillPanel(app, options.me ?? '我', place);
  app.showTab('chat', place);

  const control = createControl(app, options, place);
  await control.addChats(options.chats ?? []);
  if (options.messages?.length) await control.receive(options.messages);
  if (options.open !== undefined) await control.switchChat(options.open);
  document.body.classList.add('loaded');
  window.simulator = control;
}

function fillPanel(app: Application, me: string, place: HTMLElement): void {
  mustFind('.panel .display_name').textContent = me;
  const { HeadImgSeq, UserName } = app.contacts.self;
  const icon = `/cgi-bin/mmwebwx-bin/webwxgeticon?seq=${HeadImgSeq}&username=${UserName}`;
  mustFind('.panel .header img').setAttribute('src', icon);
  mustFind('[ui-view="navView"] .scroll-wrapper').replaceChildren(app.listScroller);
  app.refreshList();
  app.listScroller.addEventListener('click', (event) => {
    const item = (event.target as Element).closest('.chat_item');
    const chat = app.contacts.byId[item?.getAttribute('data-username') ?? ''];
    if (chat) app.switchTo(chat);
  });
  for (const tab of ['chat', 'read', 'contact'] as const) {
    mustFind(`.tab .${tab}`).addEventListener('click', () => app.showTab(tab, place));
  }
}

function mustFind(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the page lacks ${selector}`);
  return found;
}

void start();
