// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { createChatTracker } from '../../lib/overlay/chat-tracker';

const chat = (name: string) => ({ sessionId: `@@${name}`, name, isGroup: true });
const rows = (count: number) => Array.from({ length: count }, () => document.createElement('div'));

it('holds back while rows of the chat before stand under the new title', () => {
  const tracker = createChatTracker();
  const old = rows(3);
  tracker.update(chat('a'), old);
  expect(tracker.settled()?.name).toBe('a');

  tracker.update(chat('b'), old);
  expect(tracker.settled()).toBeNull();
  const [first] = old;
  tracker.update(chat('b'), first ? [first, ...rows(2)] : []);
  expect(tracker.settled()).toBeNull();

  tracker.update(chat('b'), rows(2));
  expect(tracker.settled()?.name).toBe('b');
});

it('settles at once when title and rows change together, or when the new chat is empty', () => {
  const tracker = createChatTracker();
  tracker.update(chat('a'), rows(3));
  tracker.update(chat('b'), rows(3));
  expect(tracker.settled()?.name).toBe('b');
  tracker.update(chat('c'), []);
  expect(tracker.settled()?.name).toBe('c');
});

it('knows the rows of a chat again that was left and opened again before they went', () => {
  const tracker = createChatTracker();
  const old = rows(2);
  tracker.update(chat('a'), old);
  for (const name of ['b', 'c']) {
    tracker.update(chat(name), old);
    expect(tracker.settled()).toBeNull();
  }
  tracker.update(chat('a'), [...old, ...rows(1)]);
  expect(tracker.settled()?.name).toBe('a');
});

it('never takes rows for known that came while it was uncertain', () => {
  const tracker = createChatTracker();
  const old = rows(2);
  tracker.update(chat('a'), old);
  const late = rows(1);
  tracker.update(chat('b'), [...old, ...late]);
  tracker.update(chat('c'), [...old, ...late]);
  for (const name of ['b', 'a', 'c']) {
    tracker.update(chat(name), late);
    expect(tracker.settled()).toBeNull();
  }
});

it('takes a new name of the same chat as the same chat', () => {
  const tracker = createChatTracker();
  const same = rows(2);
  tracker.update(chat('a'), same);
  tracker.update({ ...chat('a'), name: '改名后的群' }, same);
  expect(tracker.settled()?.name).toBe('改名后的群');
});

it('takes rows that came before any title for those of the first chat named, and holds back after a gap', () => {
  const tracker = createChatTracker();
  const first = rows(3);
  tracker.update(null, first);
  tracker.update(chat('a'), first);
  expect(tracker.settled()?.name).toBe('a');
  tracker.update(null, first);
  const drawnInTheGap = rows(3);
  tracker.update(null, drawnInTheGap);
  tracker.update(chat('b'), drawnInTheGap);
  expect(tracker.settled()).toBeNull();
});
