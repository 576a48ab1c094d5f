// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { createMemory } from '../../lib/overlay/memory';
import { createOutbox } from '../../lib/overlay/outbox';
import { createRowReader } from '../../lib/overlay/row-reader';
import { createTranscript } from '../../lib/overlay/transcript';
import { contentHash } from '../../lib/sites/content-hash';
import type { Site } from '../../lib/sites/site';
import { wechat } from '../../lib/sites/wechat';

/** Milliseconds that the reading of one row takes on this busy machine. */
const EACH = 5;

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** A chat of so many rows, on a clock that only reading moves. */
function slowChat(count: number) {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  for (let id = 0; id < count; id++) {
    const row = document.createElement('p');
    row.dataset.id = `${id}`;
    document.body.append(row);
  }
  const site: Site = {
    ...wechat,
    openChat: () => ({ sessionId: 'street', name: '街道工作群', isGroup: true }),
    scroller: () => document.body,
    rows: () => [...document.querySelectorAll<HTMLElement>('p')],
    read: ({ dataset: { id = '' } }) => {
      now += EACH;
      return { id, own: false, sender: '张三', kind: 'text', text: id, clock: '9:00' };
    },
    ownNames: () => [],
  };
  const never = new Promise<never>(() => {});
  return createTranscript({
    site,
    memory: createMemory(),
    outbox: createOutbox({ send: () => never, onAnswer: () => {}, onGone: () => {} }),
    reader: createRowReader(site, () => {}),
    scanFeed: () => {},
    hashOf: contentHash,
  });
}

it('reads a view full of rows in one pass, however long that takes', () => {
  const transcript = slowChat(40);
  transcript.refresh([]);
  expect(transcript.isBehind()).toBe(false);
  expect(transcript.rows()).toHaveLength(40);
});

it('leaves what is more than a view for the next pass, and then has them all', () => {
  const transcript = slowChat(90);
  transcript.refresh([]);
  expect(transcript.isBehind()).toBe(true);
  expect(transcript.rows()).toHaveLength(40);
  transcript.refresh([]);
  transcript.refresh([]);
  expect(transcript.isBehind()).toBe(false);
  expect(transcript.rows()).toHaveLength(90);
});
