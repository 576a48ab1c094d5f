import { hashMatcher } from './hash-matcher.ts';
import { judgeMatcher } from './judge-matcher.ts';
import type { Matcher } from './matcher.ts';
import { minhashMatcher } from './minhash-matcher.ts';
import { diceMatcher, levenshteinMatcher } from './scan-matcher.ts';

export type MethodName = 'judge' | 'minhash' | 'minhash-digits' | 'levenshtein' | 'dice' | 'hash';

export type Method = {
  label: string;
  open: () => Matcher;
  /** Its cost grows with the square of the stream: it gets a shorter one. */
  scans: boolean;
};

/** What the judge is compared with, and the judge. */
export const METHODS: Record<MethodName, Method> = {
  judge: { label: 'Fingerlight', open: judgeMatcher, scans: false },
  minhash: {
    label: 'minhash, 128 permutations, bands of 4',
    open: () => minhashMatcher(false),
    scans: false,
  },
  'minhash-digits': {
    label: 'the same, and equal digits',
    open: () => minhashMatcher(true),
    scans: false,
  },
  levenshtein: {
    label: 'fastest-levenshtein, ratio, scan',
    open: levenshteinMatcher,
    scans: true,
  },
  dice: { label: 'string-similarity, Dice, scan', open: diceMatcher, scans: true },
  hash: { label: 'hash of the normalised text', open: hashMatcher, scans: false },
};

/** Whether a word names a method. */
export function isMethodName(word: string): word is MethodName {
  return Object.hasOwn(METHODS, word);
}
