import { expect, test } from 'vitest';
import type { DemandKind } from '../../lib/detect/types';
import { contributionsOfMessage, contributionsOfNotice } from '../../lib/tally/contributions';
import type { Contributions } from '../../lib/tally/counts';
import type { Member, MessageRow, NoticeRow } from '../../lib/tally/rows';
import { nonZero } from './tally-bench';

function member(key: string, time: number, rest: Partial<Member> = {}): Member {
  const place = { site: 'wechat', chat: 'one', sender: '', day: '2026-10-15' };
  const told = { own: false, chars: 10, media: false, demands: [], recalled: false };
  return { key, time, ...place, ...told, ...rest };
}

function notice(members: Member[], rest: Partial<NoticeRow> = {}): NoticeRow {
  const none = { claims: [], revises: null, changed: [], askedBefore: [], revisedBy: [] };
  return { notice: 'n', rev: 1, title: '', members, ...none, ...rest };
}

function row(demands: DemandKind[], rest: Partial<MessageRow> = {}): MessageRow {
  return {
    ...member('k', 1),
    late: false,
    kind: 'text',
    hash: 'h',
    via: 'page',
    contentKey: 'c',
    excerpt: '',
    rev: 1,
    done: false,
    foldedDay: null,
    verdict: {
      relation: 'none',
      of: null,
      notice: null,
      partial: false,
      similarity: 0,
      changed: [],
      demands,
      traceOnly: false,
      isReply: false,
      guards: [],
      deadline: null,
      action: 'show',
      reason: '',
      title: '',
    },
    ...rest,
  };
}

function plain(contributions: Contributions) {
  return Object.fromEntries([...contributions].map(([id, counts]) => [id, nonZero(counts)]));
}

const ONE = '2026-10-15|wechat|one';
const TWO = '2026-10-15|wechat|two';

test('the first is the least by time, then key; every other is a copy', () => {
  const members = [member('z', 5), member('b', 3, { chat: 'two' }), member('a', 3)];
  expect(plain(contributionsOfNotice(notice(members)))).toEqual({
    [ONE]: { notices: 1, copies: 1, copyChars: 10 },
    [TWO]: { copies: 1, copyChars: 10 },
  });
});

test('own messages never count as notice, copy or demand', () => {
  const own = member('a', 1, { own: true, demands: ['photo'] });
  expect(plain(contributionsOfNotice(notice([own])))).toEqual({});
  const copied = notice([own, member('b', 2)]);
  expect(plain(contributionsOfNotice(copied))).toEqual({ [ONE]: { notices: 1 } });
  expect(plain(contributionsOfMessage(row(['photo'], { own: true, late: true })))).toEqual({
    [ONE]: { messages: 1, own: 1 },
  });
});

test('a picture by itself is no notice; a copy of it is a copy', () => {
  const picture = { media: true, picture: true, chars: 0 };
  const members = [member('a', 1, picture), member('b', 2, { ...picture, chat: 'two' })];
  expect(plain(contributionsOfNotice(notice(members)))).toEqual({
    [ONE]: {},
    [TWO]: { copies: 1, copyMedia: 1 },
  });
});

test('a copied file, link or image counts as media', () => {
  const file = { media: true, chars: 0 };
  const members = [member('a', 1, file), member('b', 2, file)];
  expect(plain(contributionsOfNotice(notice(members)))).toEqual({
    [ONE]: { notices: 1, copies: 1, copyMedia: 1 },
  });
});

test('a reply, relay or check-in counts once per version and chat, any other demand once', () => {
  const demands: DemandKind[] = ['reply', 'relay', 'check-in', 'photo', 'form'];
  const members = [
    member('a', 1, { demands }),
    member('b', 2, { demands }),
    member('c', 3, { demands, chat: 'two' }),
  ];
  const each = { reply: 1, relay: 1, 'check-in': 1 };
  expect(plain(contributionsOfNotice(notice(members)))).toMatchObject({
    [ONE]: { demands: { ...each, photo: 1, form: 1 } },
    [TWO]: { demands: each },
  });
});

test('a version does not charge again what its earlier versions asked, but one answers in each chat again', () => {
  const members = [member('a', 1, { demands: ['form', 'photo', 'reply'] })];
  const revision = notice(members, { revises: 'old', askedBefore: ['form', 'reply'] });
  expect(plain(contributionsOfNotice(revision))).toEqual({
    [ONE]: { notices: 1, revisions: 1, demands: { photo: 1, reply: 1 } },
  });
});

test('a message that is no notice counts its own demands; a reply counts as one', () => {
  expect(plain(contributionsOfMessage(row(['check-in', 'check-in'])))).toEqual({
    [ONE]: { messages: 1, demands: { 'check-in': 1 } },
  });
  const reply = row([], { late: true });
  reply.verdict.isReply = true;
  expect(plain(contributionsOfMessage(reply))).toEqual({
    [ONE]: { messages: 1, late: 1, replies: 1 },
  });
});

test('a reply asks for nothing, though it repeats the words of the demand', () => {
  const reply = row(['relay']);
  reply.verdict.isReply = true;
  expect(plain(contributionsOfMessage(reply))).toEqual({ [ONE]: { messages: 1, replies: 1 } });
});

test('the demands of a notice are counted by the notice alone', () => {
  const stating = row(['photo']);
  stating.verdict.notice = 'n';
  expect(plain(contributionsOfMessage(stating))).toEqual({ [ONE]: { messages: 1 } });
});

test('a fold counts on the day of the fold', () => {
  const folded = row([], { foldedDay: '2026-10-16', kind: 'file', chars: 0 });
  expect(plain(contributionsOfMessage(folded))).toEqual({
    [ONE]: { messages: 1 },
    '2026-10-16|wechat|one': { folded: 1, foldedMedia: 1 },
  });
});
