import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expire } from '../../lib/detect/expire';
import { restoreIndex, snapshotOf } from '../../lib/detect/index-snapshot';
import { judge } from '../../lib/detect/judge';
import { createIndex, forget, type NoticeIndex } from '../../lib/detect/notice-index';
import { editedStream } from '../corpus/edited/stream';
import { plantedStream } from '../corpus/planted-stream';
import { bytesOf, DAY, MONDAY, message, options, restarted, take } from './fixtures';

const TEXT = '请各村把冬季防寒物资清单逐项核对清楚之后报给民政办汇总，数量要和系统一致';

function small(): NoticeIndex {
  const index = createIndex();
  take(index, message({ key: 'test:1', text: TEXT }));
  take(index, message({ key: 'test:2', text: '#接龙\n值班报名\n\n1. 张伟' }));
  return index;
}

const edited = editedStream(5, 900).map(({ message: one }) => one);
const planted = plantedStream(4, {
  groups: 8,
  messages: 900,
  start: new Date(MONDAY),
  days: 6,
}).messages;

describe('a snapshot', () => {
  it('is known for damaged with any one byte changed', () => {
    const bytes = bytesOf(small());
    for (let at = 0; at < bytes.length; at++) {
      for (const bit of [1, 128]) {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] ?? 0) ^ bit;
        expect(() => restoreIndex(damaged.buffer)).toThrow(RangeError);
      }
    }
  });

  it('is known for damaged when it is cut, at its end or within, or goes on', () => {
    const bytes = bytesOf(small());
    for (let length = 0; length < bytes.length; length++) {
      expect(() => restoreIndex(bytes.slice(0, length).buffer)).toThrow(RangeError);
    }
    for (let at = 0; at + 4 <= bytes.length; at += 4) {
      const without = Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(at + 4));
      expect(() => restoreIndex(without.buffer)).toThrow(RangeError);
    }
    expect(() => restoreIndex(Uint8Array.of(...bytes, 0, 0, 0, 0).buffer)).toThrow(RangeError);
  });

  it('is refused when it is of another make', () => {
    const other = new Int32Array(snapshotOf(small()));
    other[1] = (other[1] ?? 0) + 1;
    for (const wrong of [other.buffer, '{"format":2}', null, undefined, [], new ArrayBuffer(64)]) {
      expect(() => restoreIndex(wrong)).toThrow(RangeError);
    }
  });

  it('is not changed by the indexes that were made of it', () => {
    const snapshot = snapshotOf(small());
    const before = new Uint8Array(snapshot).slice();
    const one = restoreIndex(snapshot);
    for (const each of edited.slice(0, 200)) take(one, each);
    forget(one, 'test:1');
    expect(new Uint8Array(snapshot)).toEqual(before);
    expect(bytesOf(restoreIndex(snapshot))).toEqual(before);
  });
});

describe('what was forgotten', () => {
  it('is in no snapshot once the index was cleared of it, while all else is', () => {
    const index = createIndex();
    take(index, message({ key: 'test:1', text: TEXT, sender: '赵小满', chat: '临时群' }));
    take(index, message({ key: 'test:2', text: `${TEXT}，单价按采购合同填写`, sender: '钱大雪' }));
    forget(index, 'test:1');
    expire(index, Number.NEGATIVE_INFINITY);
    const left = textOf(index);
    expect(left).not.toMatch(/赵小满|临时群/);
    expect(left).toContain('钱大雪');
    const next = message({ text: `转发：${TEXT}，单价按采购合同填写`, chat: '群二' });
    expect(judge(index, next, options()).of).toBe('test:2');
  });
});

/** The bytes of an index read as text, from an even and from an odd place. */
function textOf(index: NoticeIndex): string {
  const bytes = bytesOf(index);
  const read = (from: number) => new TextDecoder('utf-16le').decode(bytes.subarray(from));
  return read(0) + read(1);
}

describe('verdicts', () => {
  it.each([
    ['edited', edited],
    ['planted', planted],
  ])('do not depend on when the index was written down and read again (%s)', (_, messages) => {
    const index = createIndex();
    const wanted = messages.map((one) => take(index, one));
    const pauses = fc.uniqueArray(fc.nat(messages.length - 1), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(pauses, (stops) => {
        let known = createIndex();
        for (const [at, one] of messages.entries()) {
          if (stops.includes(at)) known = restarted(known);
          expect(take(known, one)).toEqual(wanted[at]);
        }
        expect(bytesOf(known)).toEqual(bytesOf(index));
      }),
      { numRuns: 3 },
    );
  });

  it('do not depend on whether anything had expired that is too old to count', () => {
    const late = edited.map((one) => ({ ...one, key: `${one.key}9`, time: one.time + 90 * DAY }));
    const [index, fresh] = [createIndex(), createIndex()];
    for (const one of edited) take(index, one);
    expire(index, (late[0]?.time ?? 0) - 1);
    for (const one of late) expect(take(index, one)).toEqual(take(fresh, one));
    expect(bytesOf(index)).toEqual(bytesOf(fresh));
  });

  it('stay when nothing of an index expires', () => {
    const index = createIndex();
    for (const one of edited.slice(0, 600)) take(index, one);
    const same = restarted(index);
    expire(same, 0);
    for (const one of edited.slice(600)) {
      expect(judge(same, one, options())).toEqual(judge(index, one, options()));
    }
  });
});
