import { type Part, textOf } from '../model.ts';
import type { Edit } from './edit.ts';

type Change = (text: string) => string;

/** Changes of the words between the facts: marks within a fact belong to it. */
const CHANGES: Change[] = [
  (text) => text.replaceAll('。', '！'),
  (text) => text.replaceAll('，', '；'),
  (text) => text.replaceAll('；', '。'),
  (text) => text.replaceAll('、', '，'),
  (text) => text.replaceAll('，', ' '),
  (text) => text.replaceAll('。', '；'),
  (text) => text.replaceAll('！', '。'),
  (text) => text.replaceAll('。', ''),
  (text) => text.replaceAll('，', ''),
  (text) => text.replaceAll('：', '，'),
  (text) => text.replaceAll('（', '【').replaceAll('）', '】'),
  (text) => text.replaceAll('（', '，').replaceAll('）', '，'),
  (text) => text.replaceAll('。', '。。'),
  (text) => text.replaceAll('！', '！！！'),
  (text) => text.replaceAll('。', '~'),
  (text) => text.replaceAll('：', '——'),
  (text) => text.replaceAll('“', '「').replaceAll('”', '」'),
  (text) => text.replaceAll('“', '"').replaceAll('”', '"'),
  (text) => text.replaceAll('“', '').replaceAll('”', ''),
  (text) => text.replaceAll('【', '[').replaceAll('】', ']'),
  (text) => text.replaceAll('，', '、'),
  (text) => text.replaceAll('。', '…'),
];

/** How the notice ends: a mark more, another mark, no mark. */
const ENDS = ['', '！', '!!', '～', '…', '。。。', '!', '；'] as const;

/** Brackets around titles and names of files, for which people use whatever is at hand. */
const BRACKETS = [
  ['〈', '〉'],
  ['“', '”'],
  ['<', '>'],
  ['『', '』'],
] as const;

function changeEnd(parts: readonly Part[], end: string): Part[] | null {
  const last = parts.at(-1);
  if (typeof last !== 'string' || !/[。！]$/u.test(last)) return null;
  return [...parts.slice(0, -1), `${last.slice(0, -1)}${end}`];
}

/** Other marks, fewer or more of them. */
export const repunctuate: Edit = (parts, { random }) => {
  if (random.chance(0.15)) {
    const ended = changeEnd(parts, random.pick(ENDS));
    if (ended) return ended;
  }
  const before = textOf(parts);
  if (random.chance(0.12)) {
    const [open, close] = random.pick(BRACKETS);
    const changed = parts.map((part) =>
      typeof part === 'string'
        ? part
        : { ...part, text: part.text.replaceAll('《', open).replaceAll('》', close) },
    );
    if (textOf(changed) !== before) return changed;
  }
  for (const change of random.some(CHANGES, 6)) {
    const changed = parts.map((part) => (typeof part === 'string' ? change(part) : part));
    if (textOf(changed) !== before) return changed;
  }
  return null;
};
