import type { Random } from '../planted/random.ts';
import type { Piece } from './types.ts';

/** Words that a clerk uses for one another when re-typing: whoever reads either does the same. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['报送', '上报', '提交', '报'],
  ['召开', '举行'],
  ['举行', '举办'],
  ['发送至', '发至', '发到'],
  ['填写', '填报'],
  ['参加人员', '参会人员'],
  ['如有疑问', '如有问题', '有疑问'],
  ['务必', '一定要', '一定'],
  ['按时', '准时'],
  ['准时', '按时'],
  ['逾期', '过期'],
  ['不得', '不准', '不可'],
  ['联系人', '联络人'],
  ['认真', '仔细'],
  ['立即', '马上'],
  ['安排如下', '安排见下'],
  ['定于', '定在'],
  ['拟于', '计划于'],
  ['截止', '截至'],
  ['地点', '地址'],
  ['联系', '联络'],
  ['开展', '组织开展'],
  ['告知', '告诉'],
  ['准备好', '备好'],
  ['集合', '集中'],
  ['转告', '告知'],
];

/** Replaces words by their synonyms, in the plain words only; facts keep theirs. */
export function useSynonyms(pieces: readonly Piece[], random: Random): Piece[] {
  const words = pieces.filter((piece) => typeof piece === 'string').join('\n');
  const found = SYNONYMS.filter(([word = '']) => words.includes(word));
  const chosen = random.some(found, random.whole(1, 3));
  return pieces.map((piece) => {
    if (typeof piece !== 'string') return piece;
    return chosen.reduce((text, set) => swap(text, set, random), piece);
  });
}

function swap(text: string, [word = '', ...others]: readonly string[], random: Random): string {
  return text.includes(word) ? text.replaceAll(word, random.pick(others)) : text;
}
