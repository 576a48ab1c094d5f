import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Answer, ObservedMessage, Report } from '../../lib/messages/protocol';
import { CallFailed } from '../../lib/messages/send';
import { createOutbox } from '../../lib/overlay/outbox';

const EMPTY: Answer = { verdicts: [], notices: [] };

function message(key: string, hash = 'h'): ObservedMessage {
  return {
    key,
    hash,
    via: 'page',
    site: 's',
    chat: 'c',
    sender: '',
    own: false,
    time: 1,
    kind: 'text',
    text: '',
  };
}

function setUp(replies: (() => Promise<Answer>)[]) {
  const sent: Report[] = [];
  const onAnswer = vi.fn();
  const onGone = vi.fn();
  const onFree = vi.fn();
  const send = async (report: Report) => {
    sent.push(report);
    return (replies.shift() ?? (async () => EMPTY))();
  };
  const outbox = createOutbox({ send, onFree, onAnswer, onGone });
  return { sent, onFree, onAnswer, onGone, outbox };
}

const fail = (kind: CallFailed['kind']) => async () => {
  throw new CallFailed(kind, kind);
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('sends what has come meanwhile before it hands on what was answered', async () => {
  const { outbox, sent, onAnswer } = setUp([]);
  let sentBefore = 0;
  onAnswer.mockImplementationOnce(() => {
    sentBefore = sent.length;
  });
  outbox.addMessage(message('a'));
  outbox.flush();
  outbox.addMessage(message('b'));
  await vi.advanceTimersByTimeAsync(100);
  expect(sentBefore).toBe(2);
  expect(onAnswer).toHaveBeenCalledTimes(2);
});

it('sends nothing twice when its answer cannot be drawn', async () => {
  const { outbox, sent, onAnswer } = setUp([]);
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  onAnswer.mockImplementationOnce(() => {
    throw new Error('the page has changed');
  });
  outbox.addMessage(message('a'));
  outbox.flush();
  outbox.addMessage(message('b'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent.map(({ messages }) => messages.map(({ key }) => key))).toEqual([['a'], ['b']]);
  expect(told).toHaveBeenCalledTimes(1);
});

it('sends again what was not acknowledged, with what came meanwhile', async () => {
  const { outbox, sent, onAnswer } = setUp([fail('no-answer'), fail('failed')]);
  outbox.addMessage(message('a'));
  outbox.addClaim('a', 'h');
  outbox.flush();
  outbox.addMessage(message('b'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent.map((report) => report.messages.map(({ key }) => key))).toEqual([
    ['a'],
    ['a', 'b'],
    ['a', 'b'],
  ]);
  expect(sent.at(-1)?.claims).toEqual([{ key: 'a', hash: 'h' }]);
  expect(onAnswer).toHaveBeenCalledTimes(1);
});

it('sends again when a killed worker never answers', async () => {
  const { outbox, sent } = setUp([() => new Promise(() => {})]);
  outbox.addRecall('a');
  outbox.flush();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent.map(({ recalls }) => recalls)).toEqual([['a'], ['a']]);
});

it('keeps the newest content of a message that changes while it waits', async () => {
  const { outbox, sent } = setUp([]);
  outbox.addMessage(message('a', 'old'));
  outbox.addMessage(message('a', 'new'));
  expect(outbox.holds('a', 'old')).toBe(false);
  expect(outbox.holds('a', 'new')).toBe(true);
  outbox.flush();
  await vi.advanceTimersByTimeAsync(1);
  expect(sent[0]?.messages.map(({ hash }) => hash)).toEqual(['new']);
  expect(outbox.holds('a', 'new')).toBe(false);
});

it('drops what is refused, for it would be refused again', async () => {
  const { outbox, sent } = setUp([fail('refused')]);
  outbox.addMessage(message('a'));
  outbox.flush();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent.length).toBe(1);
});

it('stops when the extension is gone', async () => {
  const { outbox, sent, onGone } = setUp([fail('invalidated')]);
  outbox.addMessage(message('a'));
  outbox.flush();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent.length).toBe(1);
  expect(onGone).toHaveBeenCalledTimes(1);
});

it('sends a flood in portions, claims with the last', async () => {
  const { outbox, sent } = setUp([]);
  for (let index = 0; index < 1200; index++) outbox.addMessage(message(`m${index}`));
  outbox.addClaim('m1', 'h');
  outbox.flush();
  await vi.advanceTimersByTimeAsync(1);
  expect(sent.map(({ messages, claims }) => [messages.length, claims.length])).toEqual([
    [500, 0],
    [500, 0],
    [200, 1],
  ]);
});

it('tells of folds with the next message, or alone a moment later, or at once when the page goes', async () => {
  const { outbox, sent } = setUp([]);
  const tellFold = (key: string) => {
    outbox.addFolded(key);
    outbox.flush();
  };
  tellFold('a');
  outbox.addMessage(message('m'));
  outbox.flush();
  await vi.advanceTimersByTimeAsync(1);
  expect(sent.map(({ folded }) => folded)).toEqual([['a']]);
  tellFold('b');
  tellFold('c');
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent.map(({ folded }) => folded)).toEqual([['a'], ['b', 'c']]);
  tellFold('d');
  outbox.flushAll();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.map(({ folded }) => folded)).toEqual([['a'], ['b', 'c'], ['d']]);
});

it('tells of a fold that waited while a report was on its way', async () => {
  const { outbox, sent } = setUp([() => new Promise((done) => setTimeout(done, 2000, EMPTY))]);
  outbox.addMessage(message('m'));
  outbox.flush();
  outbox.addFolded('a');
  outbox.flush();
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent.map(({ folded }) => folded)).toEqual([[], ['a']]);
});

it('keeps no more than a bound while nothing is answered, and sends all of that once it is', async () => {
  let isDown = true;
  const sent: Report[] = [];
  const send = async (report: Report) => {
    if (isDown) throw new CallFailed('failed', 'down');
    sent.push(report);
    return EMPTY;
  };
  const outbox = createOutbox({ send, onAnswer: () => undefined, onGone: () => undefined });
  for (let nth = 0; nth < 21_000; nth++) outbox.addMessage(message(`k${nth}`));
  outbox.flush();
  await vi.advanceTimersByTimeAsync(60_000);
  outbox.addMessage(message('k7', 'another hash'));
  outbox.addMessage(message('late'));
  expect([outbox.holds('k7', 'another hash'), outbox.holds('late', 'h')]).toEqual([true, false]);
  isDown = false;
  await vi.advanceTimersByTimeAsync(60_000);
  const keys = sent.flatMap(({ messages }) => messages.map(({ key }) => key));
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toEqual(expect.arrayContaining(['k0', 'k7', 'k19999']));
  expect(keys).toHaveLength(20_000);
});

it('says that the way is free before the next report goes out, and while it is not', async () => {
  const { sent, onFree, onAnswer, outbox } = setUp([]);
  onFree.mockImplementation(() => {
    expect(outbox.isSending()).toBe(false);
    expect(onAnswer).not.toHaveBeenCalled();
    if (sent.length === 1) outbox.addMessage(message('b'));
  });
  outbox.addMessage(message('a'));
  expect(outbox.isSending()).toBe(false);
  outbox.flush();
  expect(outbox.isSending()).toBe(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.map(({ messages }) => messages.map(({ key }) => key))).toEqual([['a'], ['b']]);
});
