import type { Sentence } from './families.ts';
import type { Random } from './random.ts';

/** A way of posting the same notice: words around it, or the same words in another dress. */
export type Posting = { sentences: Sentence[]; partial: boolean };

const BEFORE: readonly string[] = [
  '【转发】',
  '转：',
  '@所有人 ',
  '@所有人\n',
  '各位同事：\n',
  '大家好，',
  '【转发】@所有人 ',
  '❗',
];

const AFTER: readonly Sentence[] = [
  { text: '\n收到请回复。', asks: ['reply'] },
  { text: ' 收到请回复', asks: ['reply'] },
  { text: '\n——党政办' },
  { text: '\n谢谢大家配合！' },
  { text: '[抱拳]' },
];

const DRESSES: readonly ((text: string) => string)[] = [
  (text) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (text) => text.replaceAll('，', ','),
  (text) => text.replaceAll('。', '。\n').trimEnd(),
  (text) => text.replaceAll('：', ':'),
];

/** The notice as someone passes it on. None of the changes touches what it says. */
export function passedOn(random: Random, sentences: readonly Sentence[]): Posting {
  let passed = [...sentences];
  const partial = passed.length >= 3 && random.chance(0.08);
  if (partial) passed = passed.slice(0, -1);
  if (random.chance(0.3)) {
    const dress = random.pick(DRESSES);
    passed = passed.map((sentence) => ({ ...sentence, text: dress(sentence.text) }));
  }
  if (random.chance(0.5)) passed = [{ text: random.pick(BEFORE) }, ...passed];
  if (!partial && random.chance(0.4)) passed.push(random.pick(AFTER));
  return { sentences: passed, partial };
}
