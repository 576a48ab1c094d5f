import type { DemandKind } from './types.ts';

/**
 * Letters and pairs of letters of which the words of each demand hold at least one: what has none of them is not
 * searched for it. Most clauses have none at all.
 */
const MARKS: readonly (readonly [kind: DemandKind, marks: string])[] = [
  [
    'reply',
    '回 扣 吱 言语 应声 应一 冒泡 冒个 举手 举个 报数 报个 确认 点个 点“ 点" 敲个 敲“ 打个 打1 打“ 点1',
  ],
  ['relay', '龙 往下 接着 跟着 继续 依次'],
  [
    'check-in',
    '打卡 打个 打一 打次 打下 签到 签退 签个 签一 签下 补签 报个 打完 打上 打早 打晚 打好 打今 打的 打第 打二 卡打 卡先 卡要 卡都 卡得 卡没 卡还 刷脸 刷个 扫脸 人脸 指纹 报岗 所码 报到 考勤 健康 每日 一日',
  ],
  ['screenshot', '截'],
  ['photo', '照 拍 图 频 影 相片 像片 录一 录个 录下 录好 录张'],
  ['location', '定位 位置 轨迹 坐标 水印'],
  ['share', '转 赞 票 分享 扩散 双击 三连 助力 在看 关注 订阅 心心 红心 心 朋友'],
  [
    'study',
    '强国 大学 学院 网院 学法 法宣 普法 远教 程教 产党 智慧 应知 时长 选修 直播 训视 试题 测试 考试 云平 课还 课没 习任 微课 全教 续教 毒教 诈教 治教 防教 政教 警示 育片 育平 育软 育小 育a 员教 部教 公需 网课 网络 网上 线上 在线 党课 团课 云课 必修 学时 学分 课时 题库 知识 法规 理论 答题 竞答 专题 习通 习平 习软 习小 习a 习积 刷 积分 答卷 频课 慕课 训平 训软 训小 训a',
  ],
  [
    'form',
    '表 台账 台帐 数据 信息 材料 清单 名单 名册 花名 情况 报告 总结 方案 问卷 计划 文档 明细 底数 人数 数量 数字 需求 进度 周报 月报 年报 日报 季报 日志 档案 预算 心得 体会 申请 电子 纸质 扫描 复印 回执 自评 承诺 简历 稿件 附件 模板 腾讯 发言 讲话 证明 底册 凭证 面积 户数 亩数 金额 产量 教案 课记 议记 笔记 补填 没交 未交 填写 填报 登记 统计 上报 报送 报一 填一 也要 有多 造册',
  ],
  ['meeting', '会 培训 座谈 讲座 党课 演练 参训 参加 出席'],
  [
    'inspection',
    '查房 巡楼 巡山 巡护 夜查 一遍 检查 督查 督导 巡查 抽查 抽检 验收 考核 暗访 调研 迎检 排查 自查 自检 清查 核查 巡检 普查 巡察 复审 复查 飞检 国检 省检 摸排 评比 执法 回头 专项 迎接 评估 审计',
  ],
  [
    'ranking',
    '排名 名次 倒排 最末 位次 排行 榜 得分 战报 成率 进度 位列 排在 排第 居全 居第 居末 列全 列第 列末 倒数 末位 垫底 通报 高到 低到 多到 少到 快到 慢到 好到 差到 先到 未 没 还差 尚欠 评分 积分 率 次数 第一 最慢 最差 最后 滞后 落后 靠后 点名 红灯 黄牌 排第 排名 晾晒 末位 最低 最少 垫底 先进 落后 靠前 靠后 后三 后五 后十 后两',
  ],
];

/** The kinds in their order: the place of each is its bit. */
export const KINDS: readonly DemandKind[] = MARKS.map(([kind]) => kind);

const SINGLE = new Uint16Array(0x10000);
/** By a hash of both letters: two pairs of one place only cost a search. */
const PAIRS = new Uint16Array(0x10000);
for (const [place, [, marks]] of MARKS.entries()) {
  for (const mark of marks.split(' ')) {
    const first = mark.charCodeAt(0);
    const table = mark.length === 1 ? SINGLE : PAIRS;
    const at = mark.length === 1 ? first : placeOf(first, mark.charCodeAt(1));
    table[at] = (table[at] ?? 0) | (1 << place);
  }
}

function placeOf(first: number, second: number): number {
  return (Math.imul(first, 40503) ^ second) & 0xffff;
}

/** The kinds, as bits in the order of KINDS, that a text may ask for. */
export function marksIn(text: string): number {
  let bits = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bits |= (SINGLE[unit] ?? 0) | (PAIRS[placeOf(before, unit)] ?? 0);
    before = unit;
  }
  return bits;
}
