import { expect, it } from 'vitest';
import type { FeedEvent } from '../../lib/page-feed/channel';
import { createReader } from '../../lib/page-feed/reader';
import type { PageMessage, WechatWindow } from '../../lib/page-feed/wechat-page';

type Entry = Extract<FeedEvent, { is: 'messages' }>['entries'][number];

function pageWith(content: Record<string, PageMessage[]>) {
  const page = { _chatContent: content, _contacts: {} } as unknown as WechatWindow;
  const events: FeedEvent[] = [];
  return { events, reader: createReader(page, (event) => events.push(event)) };
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
