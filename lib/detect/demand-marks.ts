import type { DemandKind } from './types.ts';

/**
 * Letters and pairs of letters of which the words of each demand hold at least one: what has none of them is not
 * searched for it. Most clauses have none at all.
 */
const MARKS: readonly (readonly [kind: DemandKind, marks: string])[] = [
  [
    'reply',
    '回 扣 吱 吭 平安 应个 搭个 言语 应声 应一 冒泡 冒个 举手 举个 报数 报个 确认 点个 点“ 点" 敲个 敲“ 打个 打1 打“ 点1 公屏 出个 出声 给个 留个 留下 屏上 应着 上来 答应 报到 收到 应下 知晓 声“ 答“ 答" 答到 喊到 喊一 喊声 说一 说声 讲一 讲声 报一 报“ “收 “已 个“ 在不 一声 吭气 勾勾',
  ],
  [
    'relay',
    '龙 没接 未接 往下 朝下 接一 接上 顺着 接着 跟着 继续 依次 续接 续上 续一 续添 名字 上自 加自 复制 粘贴 挨个 往后 接拢 结龙 来接 后头 后续 接笼 jl 接个 接隆 跟上 跟帖 排下 序号 接一 接楼 接起',
  ],
  [
    'check-in',
    '打卡 指纹 指模 手印 所码 更码 位码 检码 体温 到签 卡别 卡不 点到 点个 没打 没签 未打 未签 打个 打一 打次 打下 签到 签退 签个 签一 签下 补签 报个 打完 打上 打早 打晚 打好 打今 打的 打第 打二 卡打 卡先 卡要 卡都 卡得 卡没 卡还 刷脸 补卡 补个 补一 补上 补下 补打 勤卡 岗卡 门卡 校卡 班卡 天卡 到卡 日卡 到码 退码 刷个 扫脸 人脸 报岗 报到 考勤 健康 每日 一日 滴卡 滴一 滴个 也滴 工牌 门禁 校园 手环 刷一 掌纹 平安 重打 重刷 再刷 再打 重签 到本 到簿 制打 打咔 打咭 脸打 扫码 扫了 没扫 dk 卡! 卡 签 按点 点过 打了 打没 扫一 扫个',
  ],
  ['screenshot', '截 屏 结图 接图 p图 页存 画面 jt 杰图 留图 留个 图发 图片 图传 界面 页面'],
  [
    'photo',
    '照 拍 图 频 影 相片 像片 录一 录个 录下 录好 录张 一张 两张 几张 三张 晒一 晒晒 录像 录十',
  ],
  ['location', '定位 位置 轨迹 坐标 水印 地图 实时 看得 gp 北斗 定味 订位 路线 共享 定为 到哪'],
  [
    'share',
    '转 赞 票 分享 扩散 双击 三连 助力 在看 关注 订阅 心心 红心 心 朋友 链接 海报 留言 评论 推荐 推给 人气 好评 热度 播放 点击 流量 频发 频分 文发 章发 推文 推到 推进 拇指 涨粉 发圈 个圈 顶一 顶上 顶起 吸粉 求顶 发到 发进 发往 发给 发至 丢进 甩进 扔进 传片 发遍 推遍 甩到 丢到 扔到 散到 散发 投上 漏投 跟评 留个 投 点站 评轮 拉票',
  ],
  [
    'study',
    '强国 网院 学法 法宣 普法 远教 程教 产党 智慧 应知 时长 选修 训视 试题 测试 考试 云平 课还 课没 习任 微课 全教 续教 毒教 诈教 治教 防教 政教 警示 育片 育平 育软 育小 育a 员教 部教 公需 测验 题片 公开 登录 刷完 学完 考掉 网课 党课 团课 云课 必修 学时 学分 课时 题库 答题 竞答 专题 习通 习平 习软 习小 习a 习积 刷 积分 答卷 频课 慕课 课程 课件 课堂 补学 竞赛 完题 完课 看完 修完 修满 考完 学够 学满 学习 训平 训网 育网 训软 训小 训a 络学 部学 网学 络培 络课 络竞 络视 上培 线培 上竞 上课 络答 长学 播课 题做 题答 卷做 卷答 课看 课学 课听 课刷 问答 错题 一题 一测 一答 讲堂 讲座 直播 节目 题目 及格 达标 法卫 四人 双人 闯关 通关 连对 关卡 宣平 没学 未学 没看 没答 没考 没刷 未看 未答 未考 满分 够分 够学 刷够 补够 攒够 凑够 刷到 刷满 挂满 看满 集课 节课 堂课 频挂 频看 频刷 频听 卷子 继教 国培 研修 卡全 课点 题给 参学 题 课 学 练 平台 视频',
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
    '排名 名次 倒排 最末 位次 排行 榜 得分 战报 成率 进度 位列 排在 排第 居全 居第 居末 列全 列第 列末 倒数 末位 垫底 通报 高到 低到 多到 少到 快到 慢到 好到 差到 先到 未 没 还差 尚欠 评分 积分 率 次数 第一 最慢 最差 最后 滞后 落后 靠后 点名 红灯 黄牌 晾晒 最低 最少 先进 靠前 后三 后五 后十 后两',
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

/** The kinds, as bits in the order of KINDS, of which a letter is a mark. */
export function marksOf(unit: number): number {
  return SINGLE[unit] ?? 0;
}

/** The kinds of which two letters are a mark together. */
export function marksOfPair(before: number, unit: number): number {
  return PAIRS[placeOf(before, unit)] ?? 0;
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
