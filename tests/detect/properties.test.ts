import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/detect/analysis';
import { contentKey } from '../../lib/detect/content-key';
import { judge } from '../../lib/detect/judge';
import { createIndex } from '../../lib/detect/notice-index';
import { FILLERS, HASTE, MANNER, OBLIGATION } from '../../lib/detect/phrases';
import { SYNONYMS } from '../../lib/detect/synonyms';
import type { Message, MessageKind } from '../../lib/detect/types';
import { HOUR, judgePair, MONDAY, message, options, take } from './fixtures';

/** Milliseconds that a test may take on a busy machine. */
const SLOW = 60_000;
/** A pattern that backtracks without limit takes minutes; a busy machine does not make of milliseconds that. */
const PATIENCE = 4000;

const pieces = fc.constantFrom(
  '请各社区',
  '报送',
  '台账',
  '11月5日',
  '17:00',
  '前',
  '三楼会议室',
  '收到请回复',
  '打卡',
  '\n',
  '，',
  '。',
  '：',
  '「',
  '」',
  '《',
  '》',
  '【',
  '】',
  '@所有人',
  '@',
  '\u2005',
  '\u200b',
  '\u202e',
  '\ud800',
  '\udc00',
  '🌹',
  '👨‍👩‍👧',
  '1️⃣',
  '①',
  '１',
  '#接龙',
  '1.',
  '更正',
  '改为',
  '[图片]',
  'https://a.cn/x?b=1',
  'a@b.cn',
  '13800001234',
  'ﷺ',
  'İ',
  '-',
  '- - - - -',
  '%',
  '0',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
);
const kinds: MessageKind[] = [
  'text',
  'file',
  'image',
  'link',
  'video',
  'voice',
  'location',
  'placeholder',
  'system',
];
const anyMessage: fc.Arbitrary<Message> = fc
  .record(
    {
      kind: fc.constantFrom(...kinds),
      text,
      time: fc.oneof(
        fc.integer({ min: -8.64e15, max: 8.64e15 }),
        fc.integer({ min: MONDAY, max: MONDAY + HOUR }),
      ),
      file: fc.record({ name: text, size: fc.double(), exact: fc.boolean() }),
      link: fc.record({ url: text, title: text }),
      image: fc.record({ key: text }),
      oversize: fc.boolean(),
    },
    { requiredKeys: ['kind', 'text', 'time'] },
  )
  .map((part) => message(part));

/** A notice of the given figures. Every digit of it belongs to a fact. */
const notice = (
  f: Record<'month' | 'day' | 'hour' | 'storey' | 'room' | 'count' | 'money', number> & {
    phone: string;
  },
) =>
  `请各社区书记于${f.month}月${f.day}日${f.hour}:30前把高龄津贴复核名单交到${f.storey}楼${f.room}室老年办，每个社区${f.count}份，标准每人每月${f.money}元，不清楚的地方请拨打值班电话${f.phone}咨询，逾期系统自动关闭不再受理。`;
const figures = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  hour: fc.integer({ min: 0, max: 23 }),
  storey: fc.integer({ min: 1, max: 30 }),
  room: fc.integer({ min: 101, max: 2999 }),
  count: fc.integer({ min: 1, max: 99 }),
  money: fc.integer({ min: 10, max: 9999 }),
  phone: fc.integer({ min: 10_000_000, max: 99_999_999 }).map((rest) => `138${rest}`),
});

/** Words that may come and go without a change of meaning. */
const COME_AND_GO = new Set([...FILLERS, ...OBLIGATION, ...HASTE, ...MANNER]);

/** Whether the word at a place is the same word without the letter there: "交到" and "交". */
function isSpelling(text: string, at: number): boolean {
  return SYNONYMS.some((group) =>
    group.some((word) => {
      const start = text.lastIndexOf(word, at);
      const inside = start !== -1 && at < start + word.length;
      const shorter = text.slice(start, at) + text.slice(at + 1, start + word.length);
      return inside && group.includes(shorter);
    }),
  );
}

describe('properties', () => {
  it(
    'whatever comes in, the judge answers',
    () => {
      fc.assert(
        fc.property(fc.array(anyMessage, { minLength: 1, maxLength: 6 }), (messages) => {
          const index = createIndex();
          for (const one of messages) {
            const verdict = take(index, one);
            expect(verdict.title.length).toBeLessThanOrEqual(80);
            expect(verdict.similarity).toBeGreaterThanOrEqual(0);
            expect(verdict.similarity).toBeLessThanOrEqual(1);
          }
        }),
        { numRuns: 300 },
      );
    },
    SLOW,
  );

  it('a notice posted again is a copy of itself, in whatever chat', () => {
    fc.assert(
      fc.property(
        figures,
        fc.constantFrom('【转发】', '@所有人 ', '大家好！', ''),
        fc.constantFrom('谢谢！', '🌹', '收到请回复', ''),
        (f, head, end) => {
          const verdict = judgePair(notice(f), { text: head + notice(f) + end, chat: '群二' });
          expect([verdict.relation, verdict.partial, verdict.changed]).toEqual(['copy', false, []]);
        },
      ),
    );
  });

  it(
    'any text that is a notice is a copy of itself',
    () => {
      fc.assert(
        fc.property(text, (words) => {
          const verdict = judgePair(words, words);
          expect(verdict.relation).toBe(analyse(message(words)).isNotice ? 'copy' : 'none');
        }),
        { numRuns: 500 },
      );
    },
    SLOW,
  );

  it(
    'one other digit is never a copy',
    () => {
      fc.assert(
        fc.property(figures, fc.nat(), fc.integer({ min: 1, max: 9 }), (f, place, step) => {
          const original = notice(f);
          const digits = [...original.matchAll(/\d/g)];
          const digit = digits[place % digits.length];
          if (!digit) return;
          const other = String((Number(digit[0]) + step) % 10);
          const changed = original.slice(0, digit.index) + other + original.slice(digit.index + 1);
          expect(judgePair(original, { text: changed, time: MONDAY }).relation).not.toBe('copy');
        }),
        { numRuns: 1000 },
      );
    },
    SLOW,
  );

  it('one letter more, less or other is never a full copy, fillers apart', () => {
    const original = notice({
      month: 11,
      day: 5,
      hour: 9,
      storey: 3,
      room: 308,
      count: 2,
      money: 50,
      phone: '13800001234',
    });
    const letters = [...original.matchAll(/\p{Script=Han}/gu)].filter(
      (match) => !COME_AND_GO.has(match[0]) && !isSpelling(original, match.index),
    );
    for (const letter of letters) {
      const before = original.slice(0, letter.index);
      const after = original.slice(letter.index + 1);
      for (const changed of [
        `${before}${after}`,
        `${before}不${letter[0]}${after}`,
        `${before}某${after}`,
      ]) {
        const verdict = judgePair(original, { text: changed, time: MONDAY });
        const same = verdict.relation === 'copy' && !verdict.partial;
        expect(same ? changed : '').toBe('');
      }
    }
  });

  it('the content key does not hang on width, script, spacing or tags', () => {
    const words = '請各社區於11月5日17:00前報送《高齡津貼名單》到3樓';
    const keys = [
      words,
      `【转发】${words}`,
      `${words} 谢谢！`,
      words.replace(/，/g, ' '),
      [...words].join(' ').replace(/(?<=\d) (?=\d)|(?<=\d) (?=:)|(?<=:) (?=\d)/g, ''),
      '请各社区于１１月５日17：00前报送《高龄津贴名单》到3楼',
    ].map((one) => contentKey(message(one)));
    expect(new Set(keys).size).toBe(1);
    expect(contentKey(message(words.replace('5日', '6日')))).not.toBe(keys[0]);
  });
});

describe('hostile input', () => {
  const huge: [string, string][] = [
    ['a megabyte of one letter', '通'.repeat(1_000_000)],
    ['a megabyte of digits', '1'.repeat(1_000_000)],
    ['emoji', '😀'.repeat(10_000)],
    ['the cap in emoji', '😀'.repeat(4000)],
    ['right-to-left and zero-width marks', '\u202e\u200b\u200f'.repeat(2600)],
    ['broken surrogates', '\ud83d'.repeat(7000)],
    ['ligatures that grow', 'ﷺ'.repeat(7000)],
    ['digits up to the cap', '1'.repeat(7999)],
    ['Chinese digits', '一'.repeat(7999)],
    ['dots and digits', '1.'.repeat(3999)],
    ['dates', '11月'.repeat(2600)],
    ['new lines', '\n'.repeat(7999)],
    ['blanks', ' '.repeat(7999)],
    ['open quotations', '「'.repeat(7999)],
    ['open titles', '《'.repeat(7999)],
    ['rules', '「a」- - - - - '.repeat(600)],
    ['mentions', '@a '.repeat(2600)],
    ['mails', 'a@b.'.repeat(1999)],
    ['addresses', 'https://'.repeat(999)],
    ['polite for ever', '谢谢大家的支持'.repeat(1100)],
    ['asking for ever', '请请请请请请截图'.repeat(990)],
    ['addresses of people', '各位'.repeat(3999)],
    ['tags', '【转发】'.repeat(1999)],
    ['relay', `#接龙${'\n '.repeat(3900)}`],
    ['commas', '，'.repeat(7999)],
    ['brackets', '['.repeat(7999)],
    ['places', '在三楼'.repeat(2600)],
  ];

  it.each(huge)('%s: judged in bounded time', (_name, words) => {
    const index = createIndex();
    const started = performance.now();
    const first = take(index, message(words));
    const second = judge(index, message(words), options());
    expect(performance.now() - started).toBeLessThan(PATIENCE);
    expect([first.relation, second.relation]).not.toContain('revision');
    if (words.length > 8000) expect(second.guards).toContain('oversize');
    if (second.relation === 'copy' && words.length > 8000) expect(second.action).toBe('mark');
  });

  it('two long texts that differ everywhere are compared in bounded time', () => {
    const index = createIndex();
    const long = (seed: number) =>
      Array.from({ length: 7000 }, (_, at) =>
        String.fromCharCode(0x4e00 + ((at * at * seed + at * 31) % 3000)),
      ).join('');
    const shared = '请各社区把高龄津贴复核名单交到老年办'.repeat(20);
    take(index, message(shared + long(7)));
    const started = performance.now();
    const verdict = judge(index, message(shared + long(13)), options());
    expect(performance.now() - started).toBeLessThan(PATIENCE);
    expect(verdict.relation).not.toBe('copy');
  });
});
