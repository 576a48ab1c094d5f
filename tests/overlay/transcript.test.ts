// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { createMemory } from '../../lib/overlay/memory';
import { createOutbox } from '../../lib/overlay/outbox';
import { createRowReader } from '../../lib/overlay/row-reader';
import { createTranscript } from '../../lib/overlay/transcript';
import { contentHash } from '../../lib/sites/content-hash';
import type { Site } from '../../lib/sites/site';
import { wechat } from '../../lib/sites/wechat';
import { NO_VERDICT } from '../../lib/tally/opinion';

/** Ids in the order in which they were read. */
const reads: string[] = [];

/** Milliseconds that the reading of one row takes on this busy machine. */
const EACH = 5;

afterEach(() => {
  vi.restoreAllMocks();
  reads.length = 0;
  document.body.replaceChildren();
});

/** A chat of so many rows, on a clock that only reading moves. `memory`: what the page knows of verdicts. */
function slowChat(count: number, memory = createMemory()) {
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
    read: (row) => {
      const { id = '' } = row.dataset;
      now += EACH;
      reads.push(id);
      const text = row.textContent || id;
      const sender = senderOf(row);
      return id ? { id, own: false, sender, kind: 'text', text, clock: '9:00' } : null;
    },
    ownNames: () => [],
  };
  const never = new Promise<never>(() => {});
  return createTranscript({
    site,
    memory,
    outbox: createOutbox({ send: () => never, onAnswer: () => {}, onGone: () => {} }),
    reader: createRowReader(site, () => {}),
    scanFeed: () => {},
    hashOf: contentHash,
  });
}

/** Said by a row itself, else by the nearest one above that says it. */
function senderOf(row: HTMLElement): string {
  for (let at: Element | null = row; at; at = at.previousElementSibling) {
    const { sender } = (at as HTMLElement).dataset;
    if (sender) return sender;
  }
  return '张三';
}

/** The same, read, and with a verdict on its first message. */
function judgedChat(count: number) {
  const memory = createMemory();
  const transcript = slowChat(count, memory);
  transcript.refresh([]);
  const [row] = transcript.rows();
  const judged = { key: 'wechat:0', hash: row?.hash ?? '', rev: 1, verdict: NO_VERDICT };
  memory.take({ verdicts: [{ ...judged, done: false }], notices: [] });
  return transcript;
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

/** Puts a chat of so many rows in the place of what is open; returns the rows of before. */
function drawAnew(count: number): HTMLElement[] {
  const gone = [...document.querySelectorAll('p')];
  const rows = Array.from({ length: count }, () => document.createElement('p'));
  document.body.replaceChildren(...rows);
  return gone;
}

it('takes a view that is drawn anew for few rows, however many went for it, and a flood for many', () => {
  const transcript = slowChat(90);
  for (let pass = 0; pass < 3; pass++) transcript.refresh([]);
  const gone = new Set(drawAnew(26));
  expect(transcript.isFew(gone)).toBe(true);
  for (const row of drawAnew(90)) gone.add(row);
  expect(transcript.isFew(gone)).toBe(true);
  drawAnew(500);
  expect(transcript.isFew(gone)).toBe(false);
});

it('counts rows that are touched among many that are known', () => {
  const transcript = slowChat(200);
  for (let pass = 0; pass < 5; pass++) transcript.refresh([]);
  const all = [...document.querySelectorAll('p')];
  expect(transcript.isFew(new Set(all.slice(0, 30)))).toBe(true);
  expect(transcript.isFew(new Set(all))).toBe(false);
});

const rowAt = (index: number) => document.querySelectorAll('p')[index] as HTMLElement;

it('says that a message of which nothing is known can wait, and reads it once', () => {
  const transcript = slowChat(2);
  expect(transcript.needOf(rowAt(1))).toBe('news');
  transcript.refresh([rowAt(1)]);
  expect(reads).toEqual(['1', '0']);
  expect(transcript.rows().map(({ key }) => key)).toEqual(['wechat:0', 'wechat:1']);
});

it('says that a row can wait which says what it said, not one that says something else', () => {
  const transcript = slowChat(2);
  transcript.refresh([]);
  const [, before] = transcript.rows();
  expect(transcript.needOf(rowAt(1))).toBe('later');
  rowAt(1).textContent = '改到明天';
  expect(transcript.needOf(rowAt(1))).toBe('now');
  transcript.refresh([rowAt(1)]);
  const [, now] = transcript.rows();
  expect(now?.read.text).toBe('改到明天');
  expect(now?.hash).not.toBe(before?.hash);
});

it('follows at once a message that is none any more, and a row that is another message now', () => {
  const transcript = slowChat(2);
  transcript.refresh([]);
  rowAt(0).dataset.id = '';
  expect(transcript.needOf(rowAt(0))).toBe('now');
  rowAt(1).dataset.id = '7';
  expect(transcript.needOf(rowAt(1))).toBe('now');
});

it('follows at once a message that comes back with a verdict, unless it says something else now', () => {
  const transcript = judgedChat(1);
  rowAt(0).remove();
  transcript.refresh([]);
  const again = document.createElement('p');
  again.dataset.id = '0';
  document.body.append(again);
  expect(transcript.needOf(again)).toBe('now');
  again.textContent = '别的';
  expect(transcript.needOf(again)).toBe('news');
});

it('holds no row that the page has taken out, also before that is read, and looks at it anew when it comes back', () => {
  const transcript = judgedChat(2);
  const element = rowAt(0);
  expect(transcript.needOf(element)).toBe('later');
  expect(transcript.dropGone()).toEqual([]);
  element.remove();
  expect(transcript.rows().map(({ key }) => key)).toEqual(['wechat:1']);
  expect(transcript.dropGone()).toEqual([element]);
  expect(transcript.rows().map(({ key }) => key)).toEqual(['wechat:1']);
  document.body.prepend(element);
  expect(transcript.needOf(element)).toBe('now');
  transcript.refresh([]);
  expect(transcript.rows().map(({ key }) => key)).toEqual(['wechat:0', 'wechat:1']);
});

it('reads again what it was told to forget', () => {
  const transcript = slowChat(1);
  transcript.needOf(rowAt(0));
  transcript.forget();
  rowAt(0).textContent = '改到明天';
  transcript.refresh([rowAt(0)]);
  expect(transcript.rows().map(({ read }) => read.text)).toEqual(['改到明天']);
});

it('knows a row whose reading it was told to forget by nothing that it said before, while others are read', () => {
  const transcript = slowChat(90);
  for (let pass = 0; pass < 3; pass++) transcript.refresh([]);
  const row = rowAt(80);
  row.textContent = '改到明天';
  expect(transcript.needOf(row)).toBe('now');
  transcript.forget();
  transcript.refresh(document.querySelectorAll('p'));
  expect(transcript.isBehind()).toBe(true);
  const known = transcript.rows().find(({ element }) => element === row);
  expect(known?.read.text ?? '改到明天').toBe('改到明天');
});

it('keeps what was read alone for one look only', () => {
  const transcript = slowChat(1);
  transcript.needOf(rowAt(0));
  transcript.refresh([]);
  rowAt(0).textContent = '改到明天';
  transcript.refresh([rowAt(0)]);
  expect(transcript.rows().map(({ read }) => read.text)).toEqual(['改到明天']);
});

it('reads a message that waits no more than twice, in however many steps the page draws on it', () => {
  const transcript = slowChat(2);
  expect(transcript.needOf(rowAt(1))).toBe('news');
  for (let step = 0; step < 5; step++) {
    rowAt(1).append(`${step}`);
    expect(transcript.needOf(rowAt(1))).toBe('later');
  }
  rowAt(1).dataset.id = '5';
  expect(transcript.needOf(rowAt(1))).toBe('later');
  transcript.refresh([rowAt(1)]);
  expect(reads).toEqual(['1', '0', '5']);
  expect(transcript.rows().map(({ key }) => key)).toEqual(['wechat:0', 'wechat:5']);
});

it("reads a run again when the row that begins it is another's now, and no row after it", () => {
  const transcript = slowChat(6);
  rowAt(1).dataset.sender = '李四';
  rowAt(4).dataset.sender = '王五';
  transcript.refresh([]);
  reads.length = 0;
  rowAt(1).dataset.sender = '镇长';
  transcript.refresh([rowAt(1)]);
  expect(reads).toEqual(['1', '2', '3', '4']);
  const senders = transcript.rows().map(({ read }) => read.sender);
  expect(senders).toEqual(['张三', '镇长', '镇长', '镇长', '王五', '王五']);
});

it('reads the row below again when older ones come above it', () => {
  const transcript = slowChat(3);
  transcript.refresh([]);
  reads.length = 0;
  const older = document.createElement('p');
  older.dataset.id = '9';
  older.dataset.sender = '李四';
  document.body.prepend(older);
  transcript.refresh([]);
  expect(reads).toEqual(['9', '0', '1', '2']);
  expect(transcript.rows().map(({ read }) => read.sender)).toEqual(Array(4).fill('李四'));
});
