// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { guess } from '../../lib/picker/guess';
import { layoutOf } from '../../lib/picker/layout';
import { look } from '../../lib/picker/leaves';
import { pickedSite } from '../../lib/sites/picked';
import { changedByOurs } from '../sites/contract';
import { definitionHere, fixture, openPage, readWith } from './pages';

/** Of each hand-written page: how many messages, who said the first three, and what the first says. */
const CHATS = {
  flat: { count: 18, senders: ['张建国', '李秀英', '王海波'], title: '红星镇工作群' },
  groups: { count: 21, senders: ['张建国', '王海波', '王海波'], title: '防火值班群' },
  runs: { count: 14, senders: ['张建国', '张建国', '张建国'], title: '网格三组' },
  lines: { count: 16, senders: ['zhang', 'lixy', 'wangh'], title: '#town' },
  virtual: { count: 14, senders: ['张建国', '李秀英', '王海波'], title: '应急联络群' },
  shadow: { count: 9, senders: ['张建国', '李秀英', '王海波'], title: '党建学习群' },
  reverse: { count: 12, senders: ['赵敏', '王海波', '李秀英'], title: '红星镇工作群' },
  pieces: { count: 10, senders: ['张建国', '李秀英', '王海波'], title: '网格三组' },
  flood: { count: 24, senders: ['王建国', '李秀英', '张海波'], title: '工作群' },
} as const;

const OTHERS = ['news', 'mail', 'inbox', 'table', 'issue', 'code', 'list'].map(
  (name) => `none-${name}`,
);

describe.each(Object.entries(CHATS))('a chat: %s', (name, { count, senders, title }) => {
  it('is found and read, every message with its sender and nothing else in its words', () => {
    openPage(fixture(name));
    const definition = definitionHere();
    const messages = readWith(definition);
    expect(messages.length).toBe(count);
    expect(messages.slice(0, 3).map(({ sender }) => sender)).toEqual(senders);
    expect(pickedSite(definition).openChat(document)?.name).toBe(title);
    for (const { text, sender } of messages) {
      expect(text).not.toBe('');
      if (sender !== '') expect(text.startsWith(sender)).toBe(false);
      expect(text).not.toMatch(/^\d{1,2}:\d{2}|\d{1,2}:\d{2}$/);
    }
  });

  it('is read alike with bars and chips of ours in it', () => {
    openPage(fixture(name));
    const site = pickedSite(definitionHere());
    expect(site.rows(document).filter((row) => changedByOurs(site, row))).toEqual([]);
  });

  it('is left as it was', () => {
    openPage(fixture(name));
    const before = document.documentElement.outerHTML;
    readWith(definitionHere());
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe('a page that is no chat', () => {
  it.each(OTHERS)('%s: nothing is invented', (name) => {
    openPage(fixture(name));
    expect(guess(document)).toBeNull();
  });

  it('an empty page', () => {
    openPage('');
    expect(guess(document)).toBeNull();
  });
});

describe('what is read', () => {
  it('keeps lines apart, and puts together what stands in two hundred pieces', () => {
    openPage(fixture('pieces'));
    const messages = readWith(definitionHere());
    expect(messages[0]?.text.split('\n').length).toBe(3);
    expect(messages[3]?.text).toBe('明天上午九点在镇政府二楼会议室开会，请准时参加'.repeat(8));
  });

  it('is marked, not folded, where rows are placed by remembered heights', () => {
    openPage(fixture('virtual'));
    expect(definitionHere().rememberedHeights).toBe(true);
    openPage(fixture('groups'));
    expect(definitionHere().rememberedHeights).toBe(false);
  });

  it('takes an id of the server where there is one, and none that counts', () => {
    openPage(fixture('flat'));
    expect(definitionHere().messageId).toEqual({ place: [], attribute: 'data-mid' });
    openPage(fixture('virtual'));
    expect(definitionHere().messageId).toBeUndefined();
  });

  it('knows own messages by a mark that says so', () => {
    openPage(fixture('groups'));
    const own = readWith(definitionHere()).filter((message) => message.own);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ sender }) => sender === '')).toBe(true);
  });
});

describe('a page of fifty thousand rows', () => {
  it('is looked at in part', () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => `<p class="r">${index}</p>`).join('');
    openPage(`<div class="list" style="overflow:auto">${rows}</div><textarea></textarea>`);
    expect(look(document, layoutOf(document)).visited).toBeLessThan(1_000);
  });
});
