import { describe, expect, test } from 'vitest';
import { engine } from '../../lib/background/engine';
import { judge } from '../../lib/detect/judge';
import {
  type HashKey,
  hash32With,
  hashCodesWith,
  hashInto,
  hashWith,
} from '../../lib/detect/keyed-hash';
import { createIndex } from '../../lib/detect/notice-index';
import type { Verdict } from '../../lib/detect/types';
import { editedStream } from '../corpus/edited/stream';
import { message, options, restarted, take } from './fixtures';

const KEY: HashKey = [0x03020100, 0x07060504];
const OTHER: HashKey = [0x13579bdf, -0x2468ace];

/** Of the reference implementation: the hash of the bytes 0, 1, 2 … under the key 0 … 7, by their number. */
const VECTORS: Record<number, string> = {
  0: '218d1f59b9b83cc8',
  2: '064f39ef7c50eb57',
  4: 'd5e78a175be52ea1',
  6: 'ce3e91358aa2bc25',
  8: 'edfee820bce4858c',
  10: '95b0469f06a6f2ee',
  12: '7bc71f9faef5c799',
  14: '3bb1a870eae8e658',
};

/** So many bytes 0, 1, 2 …, as the letters that consist of them. */
function counting(bytes: number): string {
  const units = Array.from({ length: bytes / 2 }, (_, at) => 2 * at + ((2 * at + 1) << 8));
  return String.fromCharCode(...units);
}

test.each(Object.entries(VECTORS))(
  '%s bytes hash as in the reference implementation',
  (bytes, hash) => {
    const pair = new Int32Array(2);
    hashInto(KEY, counting(Number(bytes)), pair);
    expect(Buffer.from(pair.buffer).toString('hex')).toBe(hash);
    expect(hash32With(KEY, counting(Number(bytes)))).toBe(pair[0]);
  },
);

test('numbers hash as the letters that consist of the same bytes', () => {
  expect(hashCodesWith(KEY, [0x03020100, 0x07060504])).toBe(hashWith(KEY, counting(8)));
  expect(hashWith(KEY, 'a')).not.toBe(hashWith(KEY, 'a\u0000'));
  expect(hashWith(KEY, '通知'.repeat(5000))).not.toBe(hashWith(OTHER, '通知'.repeat(5000)));
});

const NOTICE = (phone: string) =>
  `各位网格员：请把第三季度安全隐患排查台账的纸质版交给陈立，他的电话是${phone}，逾期不再受理，谢谢大家配合。`;

/** Two telephone numbers that the judge takes for one: what who knows the key can find in a second. */
function passingFor(key: HashKey): [string, string] {
  const seen = new Map<number, string>();
  for (let at = 0; ; at++) {
    const phone = String(13_800_000_000 + ((at * 4973) % 99_999_999));
    const code = hash32With(key, `phone ${phone}`) | 0x80000000;
    const like = seen.get(code);
    if (like !== undefined && like !== phone) return [like, phone];
    seen.set(code, phone);
  }
}

describe('two facts with one hash', () => {
  const [phone, forged] = passingFor(KEY);
  const verdictWith = (key: HashKey) => {
    const index = createIndex(key);
    take(index, message(NOTICE(phone)));
    return judge(index, message(NOTICE(forged)), options());
  };

  test('who knows the key can make another number pass: so it must be secret', () => {
    expect(verdictWith(KEY)).toMatchObject({ relation: 'copy', action: 'fold' });
  });

  test('under any other key the number has changed, and nothing folds', () => {
    expect(verdictWith(OTHER)).toMatchObject({ relation: 'revision', action: 'mark' });
    const index = engine.createIndex();
    take(index, message(NOTICE(phone)));
    expect(judge(index, message(NOTICE(forged)), options()).action).toBe('mark');
  });
});

test('each index of the extension begins with a key of its own, and keeps it', () => {
  const keys = Array.from({ length: 20 }, () => engine.createIndex().key);
  expect(new Set(keys.map(String)).size).toBe(20);
  const index = engine.createIndex();
  take(index, message(NOTICE('13800001234')));
  const restored = restarted(index);
  expect(restored.key).toEqual(index.key);
  const again = message(NOTICE('13800001234'));
  expect(judge(restored, again, options()).relation).toBe('copy');
  engine.expire(restored, Number.NEGATIVE_INFINITY);
  expect(restored.key).toEqual(index.key);
  expect(judge(restored, again, options()).relation).toBe('copy');
});

/**
 * As much of a verdict as a reader sees. Which of many notices in one wording is weighed first hangs on twelve bits of each
 * fact, so what is merely likened to another ("series", shown like "new") may be so under one key and not under another.
 */
function seenOf({ relation, of, notice, action, changed, guards, demands, isReply }: Verdict) {
  const isLikened = relation === 'new' || relation === 'series';
  const told = isLikened ? {} : { relation, of, notice, changed };
  return { ...told, action, guards, demands, isReply };
}

test('the key decides nothing that a reader sees: a stream is judged the same under every key', () => {
  const stream = editedStream(5, 1500);
  const judgedWith = (key: HashKey) => {
    const index = createIndex(key);
    return stream.map(({ message: each }) => seenOf(take(index, each)));
  };
  const open = judgedWith([0, 0]);
  expect(open.filter(({ relation }) => relation === 'copy').length).toBeGreaterThan(100);
  expect(judgedWith(KEY)).toEqual(open);
  expect(judgedWith(OTHER)).toEqual(open);
});
