import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expire } from '../../lib/detect/expire';
import {
  lackedWords,
  putWords,
  restoreIndex,
  snapshotOf,
  wordsFrom,
  wordsLackedBy,
} from '../../lib/detect/index-snapshot';
import { createIndex, forget, type NoticeIndex } from '../../lib/detect/notice-index';
import { WordsMissing } from '../../lib/detect/word-pages';
import { editedStream } from '../corpus/edited/stream';
import { bytesOf, message, take } from './fixtures';

const LONG = '请各村把冬季防寒物资清单逐项核对清楚之后报给民政办汇总，数量要和系统一致。'.repeat(
  40,
);
const messages = editedStream(9, 5_000).map(({ message: one }) => one);

/** A notice of some three kilobytes, so that some ninety fill a page. */
const notice = (number: number) =>
  message({ key: `test:${number}`, text: `第${number}批${LONG}`, chat: `群${number}` });

function filled(count: number): NoticeIndex {
  const index = createIndex();
  for (let number = 0; number < count; number++) take(index, notice(number));
  return index;
}

/** As after a start: no full page of words is in memory. */
function woken(index: NoticeIndex): NoticeIndex {
  return restoreIndex(structuredClone(snapshotOf(index)));
}

/** Does it, and whenever words are lacking gives them from the disk and does it again. Says how often. */
function withWords<T>(
  index: NoticeIndex,
  disk: readonly ArrayBuffer[],
  act: () => T,
  isWatched = true,
) {
  const before = isWatched ? snapshotOf(index) : null;
  for (let reads = 0; ; reads++) {
    try {
      return { value: act(), reads };
    } catch (error) {
      const page = wordsLackedBy(error);
      if (page === null) throw error;
      if (before) expect(snapshotOf(index)).toEqual(before);
      putWords(index, page, disk[page]);
    }
  }
}

describe('full pages of words', () => {
  it('are not in memory after a start, and are asked for one by one', () => {
    const index = filled(400);
    const disk = wordsFrom(index, 0);
    expect(disk.length).toBeGreaterThan(3);
    const again = woken(index);
    expect(lackedWords(again)).toEqual([...disk.keys()]);
    expect(again.store.size.texts).toBeLessThan(index.store.size.texts / 3);
    const read = () => again.store.byId('test:120')?.text;
    expect(read).toThrow(WordsMissing);
    expect(withWords(again, disk, read)).toEqual({ value: notice(120).text, reads: 1 });
    expect(lackedWords(again)).toHaveLength(disk.length - 1);
  });

  it('stay as they are, whatever comes and goes', () => {
    const index = filled(200);
    const first = wordsFrom(index, 0);
    expect(first.length).toBeGreaterThan(0);
    forget(index, 'test:3');
    for (let number = 200; number < 400; number++) take(index, notice(number));
    expect(wordsFrom(index, 0).slice(0, first.length)).toEqual(first);
    expect(wordsFrom(index, first.length).length).toBeGreaterThan(0);
  });

  it('are refused when they are damaged, cut, of another place, or full no more', () => {
    const index = filled(400);
    const again = woken(index);
    const [first, second] = wordsFrom(index, 0) as [ArrayBuffer, ArrayBuffer];
    const changed = first.slice();
    new Uint8Array(changed).set([new Uint8Array(changed)[77] === 1 ? 2 : 1], 77);
    const open = wordsFrom(index, 0).length;
    for (const wrong of [
      changed,
      first.slice(4),
      second,
      new ArrayBuffer(0),
      null,
      undefined,
      '词',
    ]) {
      expect(() => putWords(again, 0, wrong)).toThrow(RangeError);
    }
    expect(() => putWords(again, open, first)).toThrow(RangeError);
    expect(lackedWords(again)).toHaveLength(open);
  });

  it('of what was forgotten are gone once the index was cleared', () => {
    const index = filled(200);
    take(index, message({ key: 'test:secret', text: `${LONG}只此一句` }));
    for (let number = 200; number < 400; number++) take(index, notice(number));
    const units = () => {
      const text = (bytes: Uint8Array) => new TextDecoder('utf-16le').decode(bytes);
      const bytes = bytesOf(index);
      return text(bytes) + text(bytes.subarray(1));
    };
    forget(index, 'test:secret');
    expire(index, Number.NEGATIVE_INFINITY);
    expect(units()).not.toContain('只此一句');
    expect(units()).toContain('第399批');
  });
});

describe('an index that lacks words', () => {
  it('judges and remembers as one that has them, and has changed nothing before it asks', () => {
    const index = createIndex();
    const wanted = messages.map((one) => take(index, one));
    expect(wordsFrom(index, 0).length).toBeGreaterThan(1);
    const pauses = fc.uniqueArray(
      fc.integer({ min: messages.length / 2, max: messages.length - 1 }),
      {
        minLength: 3,
        maxLength: 8,
      },
    );
    let reads = 0;
    fc.assert(
      fc.property(pauses, (stops) => {
        let known = createIndex();
        let disk: ArrayBuffer[] = [];
        for (const [at, one] of messages.entries()) {
          if (stops.includes(at)) {
            disk = [...disk, ...wordsFrom(known, disk.length)];
            known = woken(known);
          }
          // Most words are asked for soon after a start.
          const isWatched = stops.some((stop) => at >= stop && at < stop + 25);
          const taken = withWords(known, disk, () => take(known, one), isWatched);
          reads += taken.reads;
          expect(taken.value).toEqual(wanted[at]);
        }
        for (const page of lackedWords(known)) putWords(known, page, disk[page]);
        expect(bytesOf(known)).toEqual(bytesOf(index));
      }),
      { numRuns: 2 },
    );
    expect(reads).toBeGreaterThan(0);
  });

  it('expires after it was given all', () => {
    const index = filled(400);
    const again = woken(index);
    const disk = wordsFrom(index, 0);
    const { reads } = withWords(again, disk, () => expire(again, 0));
    expect(reads).toBe(disk.length);
    expire(index, 0);
    expect(bytesOf(again)).toEqual(bytesOf(index));
  });
});
