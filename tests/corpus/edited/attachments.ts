import type { Random } from '../planted/random.ts';
import { FRAMES } from './frames/all.ts';
import { type Draft, factsOf } from './notices.ts';
import { drawFile, drawLink } from './slots.ts';
import { drawTitle, type UsedTitles } from './titles.ts';
import type { Content } from './types.ts';

const ARTICLES = 'https://mp.weixin.qq.com/s/';
const SMALLEST = 11_000;
const LARGEST = 6_000_000;

/** Where the files and links of one stream come from. */
export type FileSource = {
  file(): Content;
  link(): Content;
  /** The file that goes with a notice; it bears the name that the notice gives. */
  belongingTo(draft: Draft): Content;
  /** A size that no file of the stream has. */
  size(): number;
};

/** Makes files and links that all differ. */
export function createFileSource(random: Random, used: UsedTitles): FileSource {
  const sizes = new Set<number>();
  const size = (): number => {
    const drawn = random.whole(SMALLEST, LARGEST);
    if (sizes.has(drawn)) return size();
    sizes.add(drawn);
    return drawn;
  };
  const title = (): string => drawTitle(random.pick(FRAMES).titles, used, random).value;
  const file = (name: string): Content => ({ kind: 'file', name, size: size() });
  return {
    size,
    file: () => file(drawFile('file', `关于${title()}的通知及`, random).value),
    link: () => ({
      kind: 'link',
      url: drawLink('link', random, ARTICLES).value,
      title: `${title()}${random.pick(['指南', '问答', '公告', '一图读懂', '活动回顾'])}`,
    }),
    belongingTo: (draft) => {
      const facts = factsOf(draft.pieces);
      const named = facts.get('file') ?? drawFile('file', facts.get('title')?.value ?? '', random);
      return file(named.value);
    },
  };
}
