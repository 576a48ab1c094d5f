// @vitest-environment happy-dom
import { expect, test } from 'vitest';

import { fromFeed, type ToldMessage } from '../../lib/sites/wechat-feed-message';

const MD5 = '442f7391e62b12f90a4121e331d3a1e2';

function told(part: Partial<ToldMessage>): ToldMessage {
  return {
    id: '1942713429626731632',
    chat: '@@1',
    chatName: '街道工作群',
    sender: '张三',
    me: '',
    own: false,
    seconds: 1_790_000_000,
    type: 3,
    appType: 0,
    subType: 0,
    html: '',
    picture: '',
    fileName: '',
    fileSize: '',
    url: '',
    description: '',
    unsupported: false,
    ...part,
  };
}

function imageOf(part: Partial<ToldMessage>) {
  return fromFeed(told(part), () => document.body)?.image;
}

test('a picture of which the page says the bytes has these for its key', () => {
  expect(imageOf({ picture: MD5 })).toEqual({ key: `md5 ${MD5}` });
});

test('no other message has one, and no picture of which the page says nothing', () => {
  expect(imageOf({})).toBeUndefined();
  expect(imageOf({ type: 43, picture: MD5 })).toBeUndefined();
  expect(imageOf({ type: 1, html: '收到', picture: MD5 })).toBeUndefined();
});
