import { expect, it } from 'vitest';
import { createReader } from '../../lib/page-feed/reader';
import type { PageMessage, WechatWindow } from '../../lib/page-feed/wechat-page';
import type { FeedEvent } from '../../lib/sites/feed-channel';

type Entry = Extract<FeedEvent, { is: 'messages' }>['entries'][number];

function pageWith(content: Record<string, PageMessage[]>) {
  const contacts = Object.fromEntries(Object.keys(content).map((id) => [id, { NickName: id }]));
  const page = { _chatContent: content, _contacts: contacts } as unknown as WechatWindow;
  const events: FeedEvent[] = [];
  return { events, page, reader: createReader(page, (event) => events.push(event)) };
}

const text = (id: string): PageMessage => ({ MsgId: id, MsgType: 1, MMActualContent: id });

function ids(events: readonly FeedEvent[]): string[] {
  return events.flatMap((event) => (event.is === 'messages' ? event.entries.map(idOf) : []));
}

function idOf(entry: Entry): string {
  return 'told' in entry ? String((entry.told as { id: unknown }).id) : 'line';
}

it('tells every message once, and what is added later', () => {
  const chat = [text('1'), { MsgType: 10000 }];
  const { reader, events } = pageWith({ '@@a': chat });
  reader.scan(true);
  reader.scan(true);
  chat.push(text('2'));
  reader.scan(false);
  expect(ids(events)).toEqual(['1', 'line', '2']);
});

it('tells the messages of all chats in the order of their times, each chat in its own order', () => {
  const at = (id: string, seconds: number) => ({ ...text(id), CreateTime: seconds });
  const { reader, events } = pageWith({
    '@@a': [at('1', 100), at('4', 400), at('5', 300)],
    '@@b': [at('2', 200), at('3', 350), at('6', 500)],
  });
  reader.scan(true);
  expect(ids(events)).toEqual(['1', '2', '3', '4', '5', '6']);
});

it('tells which bytes a picture has, where the server says so', () => {
  const content = (about: string) =>
    `@a:<br/>&lt;?xml version="1.0"?&gt;<br/>&lt;msg&gt;<br/>\t&lt;img ${about} /&gt;<br/>&lt;/msg&gt;`;
  const md5 = '442f7391e62b12f90a4121e331d3a1e2';
  const named = content(`aeskey="e9c981d695c5461b8daceadbb2b75c93" length="52523" md5="${md5}"`);
  const { reader, events } = pageWith({
    '@@a': [
      { MsgId: '1', MsgType: 3, Content: named },
      { MsgId: '2', MsgType: 3, Content: content('length="52523"') },
      { MsgId: '3', MsgType: 3 },
      { MsgId: '4', MsgType: 1, Content: named },
    ],
  });
  reader.scan(true);
  const entries = events.flatMap((event) => (event.is === 'messages' ? event.entries : []));
  const pictures = entries.map((entry) => ('told' in entry ? entry.told : null));
  expect(pictures.map((told) => (told as { picture: string }).picture)).toEqual([md5, '', '', '']);
});

it('tells an own message again once it has the id of the server', () => {
  const own = text('17621234567891234');
  const { reader, events } = pageWith({ '@@a': [own] });
  reader.scan(true);
  own.MsgId = '5555555555555555555';
  reader.scan(true);
  expect(ids(events)).toEqual(['17621234567891234', '5555555555555555555']);
});

it('tells of a message that was taken back', () => {
  const message = text('1');
  const { reader, events } = pageWith({ '@@a': [message] });
  reader.scan(true);
  message.MsgType = 10000;
  reader.scan(true);
  reader.scan(true);
  expect(events.filter(({ is }) => is === 'recalled')).toEqual([{ is: 'recalled', ids: ['1'] }]);
});

it('waits with the messages of a room until its name is there, and tells them then', () => {
  const { reader, events, page } = pageWith({ '@@a': [text('1'), text('2')] });
  const room = page._contacts?.['@@a'];
  page._contacts = {};
  reader.scan(true);
  reader.scan(false);
  expect(ids(events)).toEqual([]);
  page._contacts = { '@@a': room ?? {} };
  reader.scan(false);
  expect(ids(events)).toEqual(['1', '2']);
});

it('looks at the whole list again when it has become shorter', () => {
  const chat = [text('1'), text('2'), text('3')];
  const { reader, events } = pageWith({ '@@a': chat });
  reader.scan(false);
  chat.splice(0, 3, text('4'));
  reader.scan(false);
  expect(ids(events)).toEqual(['1', '2', '3', '4']);
});

it('tells the sender by the remark, else by the name in the room, and the user’s own name there', () => {
  const from = (id: string, who: string) => ({ ...text(id), MMActualSender: who });
  const { reader, events, page } = pageWith({ '@@a': [from('1', '@x'), from('2', '@y')] });
  Object.assign(page._contacts ?? {}, {
    '@x': { NickName: '昵称', RemarkName: '备注' },
    '@y': { NickName: '快乐老张' },
    '@me': { NickName: '林小满', isSelf: () => true },
  });
  page._chatRoomMemberDisplayNames = {
    '@@a': { '@x': '群里的名', '@y': '综治办 张三', '@me': '综治办 林小满' },
  };
  reader.scan(true);
  const told = events.flatMap((event) => (event.is === 'messages' ? event.entries : []));
  expect(told).toMatchObject([
    { told: { sender: '备注', me: '综治办 林小满' } },
    { told: { sender: '综治办 张三', me: '综治办 林小满' } },
  ]);
});

it('puts a fold’s height back when the page has measured anew, and gives the page its own at the end', () => {
  const [folded, measured, fresh] = [text('1'), text('2'), text('3')];
  Object.assign(folded, { _h: 400 });
  Object.assign(measured, { _h: 300 });
  const { reader } = pageWith({ '@@a': [folded, measured, fresh] });
  reader.setHeights('@@a', [
    ['1', 28],
    ['2', 28],
    ['3', 28],
  ]);
  measured._h = 310;
  reader.scan(true);
  expect([folded._h, measured._h, fresh._h]).toEqual([28, 28, 28]);
  reader.setHeights('@@a', [['1', null]]);
  expect(folded._h).toBe(400);
  reader.restoreHeights();
  expect([folded._h, measured._h, fresh._h]).toEqual([400, 310, 0]);
});

it('leaves the height of a message that was taken back to the page', () => {
  const message = { ...text('1'), _h: 400 };
  const { reader } = pageWith({ '@@a': [message] });
  reader.setHeights('@@a', [['1', 28]]);
  Object.assign(message, { MsgType: 10000, _h: 42 });
  reader.scan(true);
  reader.restoreHeights();
  expect(message._h).toBe(42);
});

it('records heights of the messages named, and only whole ones', () => {
  const chat = [text('1'), text('2'), text('3')];
  const { reader } = pageWith({ '@@a': chat });
  reader.setHeights('@@a', [
    ['1', 28],
    ['2', 10.5],
    ['9', 3],
  ]);
  expect(chat.map(({ _h }) => _h)).toEqual([28, undefined, undefined]);
});

it('survives lists that hold anything', () => {
  const bare = Object.create(null);
  const odd = [
    null,
    7,
    { MsgId: {} },
    { MsgId: bare, CreateTime: bare },
    text('1'),
  ] as unknown as PageMessage[];
  const { reader, events } = pageWith({ '@@a': odd, '@@b': 'x' as unknown as PageMessage[] });
  reader.scan(true);
  expect(ids(events)).toContain('1');
});
