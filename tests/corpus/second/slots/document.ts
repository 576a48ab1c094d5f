import type { Random } from '../../planted/random.ts';
import type { Domain, Filler, Spelling } from '../model.ts';
import { MATTERS } from '../words/matters.ts';
import { words } from '../words/split.ts';
import { drawMatter, PERIODS } from './event.ts';

type Paper = { head: string; matter: string; sort: string; mark: string };

const VERBS = words('开展 做好 推进 进一步加强 组织实施 规范');
const SORTS = words('通知 意见 函 通报 实施意见 工作提示');
const PLANS = words(
  '实施方案 工作方案 管理办法 操作手册 考核细则 应急预案 评分标准 工作指引 责任清单 行动计划',
);
const PLAN_MARKS = [
  '',
  '',
  '（试行）',
  '（修订）',
  '（2026年版）',
  '（征求意见稿）',
  '（第一批）',
] as const;
const NUMBER_HEADS = words('政办发 局办字 综办 安委办 党办发 校字 院发 卫发 公通字 应急函');

function isDomain(word: string): word is Domain {
  return word in MATTERS;
}

function spellPaper(paper: Paper): Spelling {
  const about = paper.head === '' ? '' : `关于${paper.head}`;
  const joint = paper.head === '' ? '' : '的';
  const inside = `${about}${paper.matter}${joint}${paper.sort}`;
  const inTitle = paper.mark !== '' && !paper.mark.includes('〔');
  const text = inTitle ? `《${inside}${paper.mark}》` : `《${inside}》${paper.mark}`;
  return { value: text, text };
}

function documentNumber(random: Random): string {
  return `（${random.pick(NUMBER_HEADS)}〔2026〕${random.whole(1, 86)}号）`;
}

function drawPaper(random: Random, domain: Domain, letter: boolean, numbered: boolean): Paper {
  const period = random.chance(0.3) ? random.pick(PERIODS) : '';
  const matter = period + drawMatter(random, domain);
  if (letter) {
    const mark = numbered ? documentNumber(random) : '';
    return { head: random.pick(VERBS), matter, sort: random.pick(SORTS), mark };
  }
  return { head: '', matter, sort: random.pick(PLANS), mark: random.pick(PLAN_MARKS) };
}

/** One part of the name other than before: number, edition, or what the paper is. */
function nearPaper(random: Random, paper: Paper, domain: Domain): Paper {
  if (paper.mark.includes('〔')) return { ...paper, mark: documentNumber(random) };
  if (random.chance(0.4)) {
    return { ...paper, sort: random.pick(paper.head === '' ? PLANS : SORTS) };
  }
  if (paper.head === '') return { ...paper, mark: random.pick(PLAN_MARKS) };
  return { ...paper, matter: drawMatter(random, domain) };
}

/** A document by its name, at times with its number. */
export const fillDocument: Filler = (random, wanted) => {
  const letter = random.chance(0.6);
  const numbered = letter && random.chance(0.25);
  if (!isDomain(wanted)) throw new Error(`no documents for ${wanted}`);
  return (again) => {
    const paper = drawPaper(again, wanted, letter, numbered);
    const near = (other: Random): Spelling => spellPaper(nearPaper(other, paper, wanted));
    return { ...spellPaper(paper), near };
  };
};
