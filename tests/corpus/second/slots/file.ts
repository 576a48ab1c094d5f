import type { Random } from '../../planted/random.ts';
import type { Filler, Spelling } from '../model.ts';
import { words } from '../words/split.ts';

const TOPICS = words(
  '入户登记 隐患整改 人员信息 物资领用 参会回执 问题线索 工作进度 补贴申报 花名册汇总 巡查记录 签到 值班安排 满意度调查 台账明细 审批备案 意见征集 经费预算 设备清点 报名信息 考核自评 疑似问题 信息采集 对账 家长知情 安全承诺 任务分解 座位安排 材料目录 现场检查 销号',
);
const SHEETS = words('表 汇总表 统计表 清单 模板 登记册 反馈单 确认书 一览表 说明');
const EDITIONS = words('（新版） （修订） V2 V3 2026版 （样表） -终稿 （3月） （一） （二）');
const ENDINGS = words('.xlsx .docx .xls .doc .pdf .et .wps');

type Sheet = { topic: string; sheet: string; edition: string; ending: string };

const FORMS: ((sheet: Sheet) => string)[] = [
  (sheet) => `《${sheet.topic}${sheet.sheet}${sheet.edition}》`,
  (sheet) => `《${sheet.topic}${sheet.sheet}》`,
  (sheet) => `${sheet.topic}${sheet.sheet}${sheet.edition}${sheet.ending}`,
  (sheet) => `${sheet.topic}${sheet.sheet}${sheet.ending}`,
  (sheet) => `“${sheet.topic}${sheet.sheet}”`,
  (sheet) => `附件1《${sheet.topic}${sheet.sheet}》`,
  (sheet) => `${sheet.topic}${sheet.sheet}（附件2）`,
  (sheet) => `${sheet.topic}${sheet.sheet}`,
];

function drawSheet(random: Random): Sheet {
  return {
    topic: random.pick(TOPICS),
    sheet: random.pick(SHEETS),
    edition: random.chance(0.5) ? random.pick(EDITIONS) : '',
    ending: random.pick(ENDINGS),
  };
}

function nearSheet(random: Random, sheet: Sheet): Sheet {
  return random.chance(0.5)
    ? { ...sheet, edition: random.pick(EDITIONS) }
    : { ...sheet, sheet: random.pick(SHEETS) };
}

/** An attached sheet as a notice names it. */
export const fillFile: Filler = (random) => {
  const form = random.pick(FORMS);
  const spell = (sheet: Sheet): Spelling => ({ value: form(sheet), text: form(sheet) });
  return (again) => {
    const sheet = drawSheet(again);
    const near = (other: Random): Spelling => spell(nearSheet(other, sheet));
    return { ...spell(sheet), near };
  };
};
