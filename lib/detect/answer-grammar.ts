import { LEXICON, LONGEST_WORD, type Sort } from './answer-lexicon.ts';

/**
 * A form of answering: what may stand in each of its stages, one stage after the other, and what has to be there
 * (of each of `needs` one sort is enough).
 */
type Form = { stages: readonly ReadonlySet<Sort>[]; needs: readonly ReadonlySet<Sort>[] };

/** Longest part that is looked at. */
const LONGEST = 30;

const OURS = 'self ours all time';
const WHO = `${OURS} people`;
const DOING = 'verb thing people ours result manner link all';

const ANSWERING: readonly Form[] = [
  // "我村全体党员已按要求学习并签字", "电子版已传群里"
  form([`${WHO} day thing done manner`, `${DOING} act`, 'where', 'le tail'], 'done', 'verb act'),
  // "表都填好了", "今日学习做完啦"
  form([`${WHO} day thing manner`, DOING, 'le', 'where tail'], 'verb', 'le'),
  form(['self thing all manner', `${DOING} act`, 'le', 'where tail'], 'verb act', 'le'),
  // "今日学习完成", "全部接种登记完成"
  form([`${WHO} day thing`, 'verb thing', 'ended', 'tail'], 'verb thing', 'ended'),
  // "俺晓得嘞", "短信收到", "收到任务"
  form(['self ours done all', 'know', 'news', 'le tail'], 'self', 'know'),
  form(['news done', 'know', 'news', 'le tail'], 'know'),
  // "同志们都知道了", "我看到通知了"
  form(['self ours all', 'know see', 'news', 'le', 'tail'], 'know see', 'le'),
  form([`${OURS} day`, 'done', 'know see', 'news', 'le tail'], 'done', 'know see'),
  form(['ours', 'all', 'know', 'le tail'], 'ours', 'know'),
  // "全体党员已收到并认真学习"
  form([OURS, 'done', 'know', 'link', 'manner', 'verb', 'thing le'], 'know', 'link', 'verb'),
  // "我们马上去落实"
  form(
    ['self ours people', 'soon how manner all', `${DOING} act`, 'where le tail'],
    'self',
    'soon',
    'verb act',
  ),
  form(['self', 'now', 'verb thing', 'tail'], 'now', 'verb'),
  // "我校无此类学生", "今日未发现异常情况"
  form([WHO, 'none', 'such fit', 'matter', 'de tail'], 'none', 'matter'),
  form([WHO, 'none', 'such fit', 'fit such', 'body', 'de tail'], 'none', 'fit such', 'body'),
  form([WHO, 'none', 'fit', 'de tail'], 'none', 'fit'),
  form([`${WHO} state`, 'fine', 'tail'], 'fine'),
  // "我网格无"
  form(['self', 'nil'], 'self', 'nil'),
  // "我要参加", "会准时到"
  form(['self', 'can', 'come', 'de tail'], 'self', 'come'),
  form(['sure', 'can', 'come', 'de tail'], 'sure', 'come'),
];

const BESIDE: readonly Form[] = [
  // "谢谢社区的提醒", "辛苦网格员天天在群里通知"
  form(['thank', 'care thank'], 'thank'),
  // "坚决贯彻落实上级要求"
  form(['ours', 'soon how manner all', `${DOING} act`, 'where le tail'], 'soon', 'verb act'),
];

/** Whether a part answers by itself: every word of it is known and in its place. */
export function saysAnswer(part: string): boolean {
  return isSaid(part, ANSWERING);
}

/** Whether a part goes along with an answer: thanks, or what one is about to do. */
export function saysBeside(part: string): boolean {
  return isSaid(part, BESIDE);
}

function isSaid(part: string, forms: readonly Form[]): boolean {
  if (part.length > LONGEST) return false;
  const words = wordsOf(part);
  return words !== null && forms.some((one) => follows(words, one));
}

type Word = { end: number; sorts: readonly Sort[] };

/** The known words that begin at each letter, or null if they do not reach from one end to the other. */
function wordsOf(part: string): Word[][] | null {
  const reached = new Set([0]);
  const words: Word[][] = [];
  for (let at = 0; at < part.length; at++) {
    const here: Word[] = [];
    words.push(here);
    if (!reached.has(at)) continue;
    for (let end = at + 1; end <= Math.min(part.length, at + LONGEST_WORD); end++) {
      const sorts = LEXICON.get(part.slice(at, end));
      if (!sorts) continue;
      here.push({ end, sorts });
      reached.add(end);
    }
  }
  return reached.has(part.length) ? words : null;
}

/** Reads word by word in every way at once: a state is the stage reached and the needs that are met. */
function follows(words: readonly Word[][], { stages, needs }: Form): boolean {
  const met = 2 ** needs.length;
  const states = Array.from({ length: words.length + 1 }, () => new Set<number>());
  states[0]?.add(0);
  for (const [at, here] of words.entries()) {
    for (const state of states[at] ?? []) {
      const from = Math.floor(state / met);
      for (const { end, sorts } of here) {
        for (const sort of sorts) {
          const stage = stages.findIndex((allowed, n) => n >= from && allowed.has(sort));
          if (stage === -1) continue;
          let meets = state % met;
          for (const [n, need] of needs.entries()) if (need.has(sort)) meets |= 2 ** n;
          states[end]?.add(stage * met + meets);
        }
      }
    }
  }
  return [...(states[words.length] ?? [])].some((state) => state % met === met - 1);
}

function form(stages: readonly string[], ...needs: string[]): Form {
  const sets = (listed: readonly string[]) =>
    listed.map((names) => new Set(names.split(' ') as Sort[]));
  return { stages: sets(stages), needs: sets(needs) };
}
