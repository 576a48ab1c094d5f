import type { Random } from '../../planted/random.ts';
import type { Domain, Filler, Spelling } from '../model.ts';
import { MATTERS, OCCASIONS } from '../words/matters.ts';
import { words } from '../words/split.ts';

/** When an event takes place is often part of its name. */
export const PERIODS = words(
  '春季 上半年 2026年 第一季度 第二季度 全区 今年 年度 辖区 重点领域 第一轮 第二轮',
);

/** An event in spring and the same event without a season may be one: the period tells no value. */
function named(random: Random, share: number, value: string): Spelling {
  const period = random.chance(share) ? random.pick(PERIODS) : '';
  return { value, text: `${period}${value}` };
}

function isDomain(word: string): word is Domain {
  return word in MATTERS;
}

/** The name of what a domain does about one of its subjects. */
export function drawMatter(random: Random, domain: Domain): string {
  const { subjects, actions } = MATTERS[domain];
  return random.pick(subjects) + random.pick(actions);
}

/** What a notice is about. `wanted` is a domain or a kind of occasion. */
export const fillEvent: Filler = (_random, wanted) => {
  if (isDomain(wanted)) return (again) => named(again, 0.3, drawMatter(again, wanted));
  const list = OCCASIONS[wanted];
  if (!list) throw new Error(`no events for ${wanted}`);
  return (again) => named(again, 0.35, again.pick(list));
};
