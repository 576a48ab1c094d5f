import type { DemandKind } from '../detect/types.ts';
import type { Disposal } from '../tally/rows.ts';
import type { OwnFigure } from '../tally/score.ts';
import type { Suspicion } from '../tally/suspicion.ts';
import type { Category, Form } from './categories.ts';

// The sheets are the forms that a supervisor knows, so their words are Chinese whatever the screen speaks.

export const SHEET_NAMES = {
  summary: '汇总',
  leads: '问题线索清单',
  ledger: '工作群组台账',
} as const;

export const CATEGORY_WORDS: Record<Category, string> = {
  forced: '强制使用',
  traces: '过度留痕',
  ranking: '滥用排名',
  forms: '多头填报',
  groups: '空壳僵尸与重复组群',
};

const SUSPICION_WORDS: Record<Suspicion, string> = {
  finished: '疑似阶段性任务已结束',
  duplicate: '疑似重复或职能重叠',
  audience: '疑似受众雷同',
  dormant: '疑似僵尸群',
  show: '疑似形式群（以打卡留痕为主）',
  other: '疑似聊天群',
};

export const DEMAND_WORDS: Record<DemandKind, string> = {
  reply: '要求回复',
  relay: '要求接龙',
  'check-in': '要求打卡',
  screenshot: '要求截图',
  photo: '要求拍照或录像',
  location: '要求定位',
  share: '要求点赞、转发或投票',
  study: '要求学习积分',
  form: '要求填表报数',
  meeting: '要求参会',
  inspection: '要求迎检',
  ranking: '排名通报',
};

export const FORM_WORDS: Record<Form, string> = { ...DEMAND_WORDS, ...SUSPICION_WORDS };

export const DISPOSAL_WORDS: Record<Disposal, string> = {
  keep: '保留',
  merge: '整合',
  dissolve: '解散',
  regulate: '规范',
};

const SITE_WORDS: Readonly<Record<string, string>> = {
  wechat: '微信',
  wecom: '企业微信',
  feishu: '飞书',
  dingtalk: '钉钉',
  lark: 'Lark',
  element: 'Element',
  mattermost: 'Mattermost',
  'rocket-chat': 'Rocket.Chat',
  zulip: 'Zulip',
  'telegram-a': 'Telegram A',
  'telegram-k': 'Telegram K',
  whatsapp: 'WhatsApp',
  slack: 'Slack',
  discord: 'Discord',
  teams: 'Microsoft Teams',
  converse: 'Converse.js',
};

/** The name of a site; of one that a user added, the id. */
export function siteWord(site: string): string {
  if (site.startsWith('picked-')) return '自行指认的网站';
  return Object.hasOwn(SITE_WORDS, site) ? (SITE_WORDS[site] ?? site) : site;
}

export const SUMMARY_HEADS = {
  item: '项目',
  now: '本期',
  before: '上期',
  change: '增减',
  share: '增减率',
  remark: '说明',
} as const;

export const SUMMARY_ITEMS = {
  days: '统计天数',
  workingDays: '工作日',
  groups: '有消息的群',
  messages: '消息',
  offHours: '非工作时间消息',
  notices: '通知',
  revisions: '变更',
  copies: '重复通知',
  copyChars: '重复内容字数',
  copyMedia: '重复的文件、图片、链接',
  replies: '跟帖',
  folded: '已折叠',
  demands: '各类要求合计',
  minutes: '估计耗时（分钟）',
  score: '负担指数',
  formula: '公式版本',
} as const;

export const SUMMARY_REMARKS = {
  period: (from: string, to: string, before: string, until: string) =>
    `${from} 至 ${to}；上期 ${before} 至 ${until}`,
  allGroups: (count: number) => `台账中的全部 ${count} 个群`,
  someGroups: (chosen: number, count: number) => `所选 ${chosen} 个群（台账中共 ${count} 个）`,
  workingDays: '按国务院公布的放假和调休安排',
  weekdays: (years: string) => `${years} 年的放假安排尚未收录，按周一至周五计`,
  offHours: '工作日 8 时前、18 时后，及休息日',
  copies: '与先前通知内容相同、要素一致',
  copyChars: (speed: number) => `以每分钟 ${speed} 字折算阅读时间`,
  ranking: '只作标记，不计耗时',
  minutes: '重复内容阅读 + 各类要求 + 跟帖',
  ownMinutes: (figures: string) =>
    `重复内容阅读 + 各类要求 + 跟帖；其中${figures}经本人修改，不宜与他人比较`,
  score: '100 × 每个工作日的分钟数 ÷ 160，最高 100',
  formula: '本软件自定，不是官方指标',
} as const;

/** Figures of the formula that the user may have set. */
export const OWN_FIGURE_WORDS: Record<OwnFigure, string> = {
  demandMinutes: '各类要求每次的分钟数',
  charactersPerMinute: '阅读速度',
  secondsPerAttachment: '每个附件的用时',
  secondsPerReply: '每条跟帖的用时',
};

export const LEAD_HEADS = {
  number: '序号',
  category: '问题类别',
  form: '表现形式',
  site: '平台',
  group: '群',
  unit: '涉及单位（自填）',
  first: '首次日期',
  last: '末次日期',
  times: '次数',
  groups: '涉及群数',
  offHours: '非工作时间次数',
  clause: '依据条款',
  evidence: '佐证编号',
  proposal: '建议',
  remark: '备注',
} as const;

export const LEAD_REMARKS = {
  emergency: (count: number) => `其中 ${count} 次涉及应急、安保，属例外情形`,
  excerpt: (text: string) => `例：${text}`,
} as const;

export const LEDGER_HEADS = {
  number: '序号',
  group: '群名称',
  site: '平台',
  purpose: '用途（自填）',
  owner: '群主或建立者（自填）',
  unit: '涉及单位（自填）',
  first: '首见日期',
  last: '最近活跃',
  messages: '本期消息',
  notices: '本期通知',
  copies: '重复通知',
  traces: '留痕要求',
  suspicions: '疑似类型',
  disposal: '拟处置',
  remark: '备注',
} as const;

export const NOTES = {
  coverage: '统计范围：仅统计在本浏览器收到过消息的会话，为下限。',
  own: '负担指数由本软件按公开公式计算，供参考；原始次数一并列出。',
  categories: '类别的选择只影响“问题线索清单”，不影响本表。',
  shortBefore: '上期开始时尚未统计，记录不全，不作比较。',
  leads: '以上均为疑似线索，由软件按文字特征归类，须经人工核实。',
  counting: '回复、接龙、打卡要求按群各计一次，其他要求同一通知只计一次，记在最早提出的群。',
  reached: '“涉及群数”是提出过同一要求的群数，含本群；空格表示明细不全，无法得出。',
  clauses:
    '“依据条款”只写文件名称；条文以发文机关公布的文本为准。未见明确针对工作群组的条文的，留空。',
  evidence:
    '“佐证编号”是通知最先记录的全文去掉空白、不可见字符和“转发”标记，全角改半角后的 SHA-256，凭原文可以核对；每行取最近一条有编号的通知，与备注中的“例”是同一份通知。不足 24 字，只有文件、图片或链接，明细已到期等情形，留空。',
  ledger: '疑似类型由统计推断，须经人工核实；拟处置由填表人选定。',
  traces:
    '“留痕要求”是本期要求回复、接龙、打卡、截图、拍照或录像、定位、点赞转发、学习积分的次数合计。',
  codes: '群名称以编号代替，编号只在本次导出的文件内有效；“＊＊”为隐去的姓名或字词。',
  first: '群名称只写首字和编号，编号只在本次导出的文件内有效；“＊＊”为隐去的部分。',
} as const;

export const CARD_WORDS = {
  title: '我的指尖负担',
  period: (from: string, to: string) => `${from} 至 ${to}`,
  minutes: '估计耗时',
  score: '负担指数（最高 100）',
  copies: '重复通知',
  demands: '各类要求',
  messages: '消息',
  groups: '有消息的群',
  workingDays: '工作日',
  shortTime: (minutes: number) => `${minutes} 分钟`,
  longTime: (hours: string, minutes: number) => `${hours} 小时 ${minutes} 分钟`,
  formula: (version: number) =>
    `公式版本 ${version}：耗时 = 重复内容阅读 + 各类要求 + 跟帖；指数 = 100 × 每个工作日的分钟数 ÷ 160。由指轻自定，不是官方指标。`,
  own: (figures: string) => `其中${figures}经本人修改，不宜与他人比较。`,
  coverage: (scope: string) => `范围：${scope}。仅统计在本浏览器收到过消息的会话，为下限。`,
} as const;
