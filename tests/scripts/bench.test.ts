import { describe, expect, test } from 'vitest';
import { accuracyOf, type Decision } from '../../scripts/bench/accuracy.ts';
import { digitRuns } from '../../scripts/bench/digit-runs.ts';
import { hashMatcher } from '../../scripts/bench/hash-matcher.ts';
import type { Matcher } from '../../scripts/bench/matcher.ts';
import { minhashMatcher } from '../../scripts/bench/minhash-matcher.ts';
import { f1, type Sample, scoreAt, tunedThreshold } from '../../scripts/bench/samples.ts';
import { diceMatcher, levenshteinMatcher } from '../../scripts/bench/scan-matcher.ts';
import { quantile } from '../../scripts/bench/spread.ts';
import { markdownTable, plainTable } from '../../scripts/bench/table.ts';
import type { EditedTruth } from '../corpus/edited/types.ts';
import { message } from '../detect/fixtures.ts';

function sample(similarity: number, wanted: boolean, right = true): Sample {
  return { similarity, wanted, right };
}

function decision(
  relation: EditedTruth['relation'],
  copyBy: number,
  ledTo: string | null = 'a',
): Decision {
  const truth = { relation, group: 'a', version: 'a.1', edits: [], change: null };
  return { truth, ledTo, ledBy: Math.max(0, copyBy), copyBy };
}

describe('a threshold', () => {
  test('parts what is found from what is missed', () => {
    const samples = [sample(0.9, true), sample(0.4, true), sample(0.8, false), sample(-1, false)];
    expect(scoreAt(0.5, samples)).toEqual({ hits: 1, wrong: 1, missed: 1 });
    expect(scoreAt(0, samples)).toEqual({ hits: 2, wrong: 1, missed: 0 });
  });

  test('what is led to the wrong place is wrong, and missed where it belongs', () => {
    expect(scoreAt(0.5, [sample(0.9, true, false)])).toEqual({ hits: 0, wrong: 1, missed: 1 });
  });

  test('is tuned to the best F1, as high as that allows', () => {
    const samples = [sample(0.9, true), sample(0.7, true), sample(0.6, false), sample(0.2, false)];
    expect(tunedThreshold(samples)).toBeCloseTo(0.7);
    expect(f1(scoreAt(tunedThreshold(samples), samples))).toBe(1);
  });

  test('never finds what has no match at all', () => {
    expect(scoreAt(0, [sample(-1, true)])).toEqual({ hits: 0, wrong: 0, missed: 1 });
  });
});

test('F1 is 0 where nothing was found, and lies between precision and recall', () => {
  expect(f1({ hits: 0, wrong: 0, missed: 3 })).toBe(0);
  expect(f1({ hits: 2, wrong: 2, missed: 0 })).toBeCloseTo(2 / 3);
});

describe('the accuracy of a method', () => {
  test('is tuned on the first quarter and scored on the rest', () => {
    const tuning = [decision('copy', 0.8)];
    const rest = [decision('copy', 0.85), decision('copy', 0.7), decision('new', 0.1, 'b')];
    const { copies, thresholds } = accuracyOf([...tuning, ...rest]);
    expect(thresholds.copy).toBeCloseTo(0.8);
    expect(copies).toEqual({ hits: 1, wrong: 0, missed: 1 });
  });

  test('counts changes and new notices that are said to be copies', () => {
    const scored = [decision('revision', 1), decision('revision', -1), decision('series', 1, 'b')];
    const { changes, others, groups } = accuracyOf([decision('copy', 1), ...scored]);
    expect(changes).toEqual({ all: 2, folded: 1 });
    expect(others).toEqual({ all: 1, folded: 1 });
    expect(groups).toEqual({ hits: 1, wrong: 1, missed: 1 });
  });

  test('leaves messages of two notices out', () => {
    const { copies } = accuracyOf([decision('copy', 1), ...Array(3).fill(decision('merged', 1))]);
    expect(copies).toEqual({ hits: 0, wrong: 0, missed: 0 });
  });
});

describe('the methods beside the judge', () => {
  const NOTICE =
    '请各村于11月5日17:00前将冬季取暖安全排查表报送镇农业办,逾期未报的将电话催报,请提前安排好人员。';
  const LATER = NOTICE.replace('5日', '7日');

  /** What a method says of the last of some texts. */
  function last(open: () => Matcher, ...texts: string[]) {
    const matcher = open();
    return texts.map((text, at) => matcher(message({ text, key: `wechat:${at}` }))).at(-1);
  }

  test.each<[string, () => Matcher]>([
    ['minhash', () => minhashMatcher(false)],
    ['levenshtein', levenshteinMatcher],
    ['dice', diceMatcher],
    ['hash', hashMatcher],
  ])('%s finds the same text, and nothing before the first', (_, open) => {
    expect(last(open, NOTICE)?.nearest).toBeNull();
    const match = last(open, NOTICE, `【转发】${NOTICE}`);
    expect(match?.copyOf).toEqual({ key: 'wechat:0', similarity: 1 });
    expect(last(open, '收到', '收到')?.nearest).toBeNull();
  });

  test('other digits are no copy where digits are compared', () => {
    expect(last(() => minhashMatcher(false), NOTICE, LATER)?.copyOf?.key).toBe('wechat:0');
    const guarded = last(() => minhashMatcher(true), NOTICE, LATER);
    expect(guarded?.nearest?.key).toBe('wechat:0');
    expect(guarded?.copyOf).toBeNull();
  });

  test('a notice passed on as a quotation is compared by what it quotes', () => {
    const quotation = `「张三:${NOTICE}」\n- - - - - - - - - - - - - - -\n请看`;
    expect(last(hashMatcher, NOTICE, quotation)?.copyOf?.key).toBe('wechat:0');
  });
});

test('runs of digits are compared by value, whatever their order', () => {
  expect(digitRuns('11月5日17:00')).toBe(digitRuns('17:00,5日11月'));
  expect(digitRuns('11月5日')).not.toBe(digitRuns('1月15日'));
});

test('a quantile of few numbers is one of them', () => {
  expect(quantile(Float64Array.of(5, 1, 3), 0.5)).toBe(3);
  expect(quantile(Float64Array.of(5, 1, 3), 0.99)).toBe(5);
  expect(quantile(new Float64Array(0), 0.5)).toBe(0);
});

test('a table is aligned in a terminal and ruled in a document', () => {
  const table = [
    ['method', 'µs'],
    ['a', '12'],
  ];
  expect(plainTable(table)).toBe('method  µs\na       12');
  expect(markdownTable(table)).toBe('| method | µs |\n| --- | ---: |\n| a | 12 |');
});
