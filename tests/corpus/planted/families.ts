import type { DemandKind } from '../../../lib/detect/types.ts';
import type { Changeable, Slots } from './slots.ts';

/** A piece of a notice, with what it asks for. */
export type Sentence = { text: string; asks?: readonly DemandKind[] };

export type Family = {
  name: string;
  /** Subject and detail of each matter. */
  matters: readonly (readonly [subject: string, detail: string])[];
  changeable: readonly Changeable[];
  write(slots: Slots): Sentence[];
  emergency?: boolean;
  /** The due date is a deadline, so it may be planted within a day. */
  deadline?: boolean;
};

const dayOf = (date: Date): string => `${date.getMonth() + 1}月${date.getDate()}日`;
const hourOf = (date: Date): string =>
  `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
const whenOf = (date: Date): string => `${dayOf(date)}${hourOf(date)}`;

export const FAMILIES: readonly Family[] = [
  {
    name: 'form',
    deadline: true,
    changeable: ['due', 'phone'],
    matters: [
      ['耕地撂荒情况', '地块位置、面积和承包人'],
      ['农机具保有量', '机型、购置年份和使用状况'],
      ['沿街商铺底数', '经营者、门牌号和证照情况'],
      ['留守儿童信息', '监护人、就读学校和走访记录'],
      ['村集体资产出租', '合同期限、租金和收缴情况'],
      ['农村户厕改造', '改造年份、粪污去向和使用意愿'],
      ['小型水利设施', '机井、塘坝和渠道的完好程度'],
      ['公益性岗位人员', '岗位名称、出勤和补贴发放'],
      ['退役军人优抚对象', '优待证办理和住房状况'],
      ['外出务工人员', '务工地点、行业和联系方式'],
    ],
    write: (slots) => [
      { text: `关于报送${slots.subject}的通知\n` },
      { text: `${slots.audience}：请安排专人逐户核实${slots.detail}，做到不漏一户、不错一项。` },
      {
        text: `请填写《${slots.subject}汇总表》，于${whenOf(slots.due)}前报${slots.bureau}。`,
        asks: ['form'],
      },
      { text: `联系人：${slots.contact}，电话${slots.phone}。` },
    ],
  },
  {
    name: 'meeting',
    changeable: ['due', 'place'],
    matters: [
      ['春耕生产推进会', '春耕备耕'],
      ['村级财务规范化建设座谈会', '村级财务'],
      ['农村集体经济发展交流会', '产业项目'],
      ['殡葬改革工作动员会', '移风易俗'],
      ['基层治理案例研讨会', '治理经验'],
      ['老旧小区改造协调会', '施工安排'],
      ['乡村文化活动筹备会', '演出节目'],
      ['河道管护工作例会', '河道巡查'],
    ],
    write: (slots) => [
      { text: '【会议通知】' },
      {
        text: `定于${dayOf(slots.due)}${hourOf(slots.due)}在${slots.place}召开${slots.subject}，请${slots.audience}主要负责人准时参加。`,
        asks: ['meeting'],
      },
      { text: `会上将围绕${slots.detail}逐村发言，每人不超过5分钟。` },
      { text: '请遵守会场纪律，手机调至静音。' },
    ],
  },
  {
    name: 'inspection',
    changeable: ['due', 'count'],
    matters: [
      ['农家书屋管理', '图书借阅登记'],
      ['垃圾分类投放点', '投放点保洁'],
      ['秸秆综合利用', '离田作业现场'],
      ['村务公开栏', '公开内容和时间'],
      ['农产品质量安全', '农药使用台账'],
      ['村卫生室药品管理', '药品进销存'],
      ['乡村公路养护', '路面坑槽修补'],
      ['幸福食堂运营', '食材留样'],
    ],
    write: (slots) => [
      {
        text: `${slots.bureau}定于${dayOf(slots.due)}对各村${slots.subject}情况进行实地检查，全镇共抽查${slots.count}个点位。`,
        asks: ['inspection'],
      },
      { text: `重点看${slots.detail}，不打招呼、不听汇报、直接到现场。` },
      { text: `${slots.audience}要对照去年的问题先行整改，避免同类问题再次出现。` },
    ],
  },
  {
    name: 'window',
    changeable: ['due', 'place', 'phone'],
    matters: [
      ['城乡居民养老待遇资格认证', '持身份证和社保卡'],
      ['残疾人证换领', '带近期照片两张'],
      ['农村宅基地确权证书发放', '户主本人签字'],
      ['生育登记', '夫妻双方身份证'],
      ['灵活就业补贴', '先在网上预约取号'],
      ['高龄津贴', '子女可以代办'],
      ['不动产登记咨询', '自备复印件'],
    ],
    write: (slots) => [
      { text: `便民提示：从${dayOf(slots.due)}起，${slots.subject}业务改在${slots.place}办理。` },
      { text: `办理时间为每个工作日8:30至17:30，${slots.detail}。` },
      { text: `请告知有需要的群众，避免跑冤枉路，咨询电话${slots.phone}。` },
    ],
  },
  {
    name: 'subsidy',
    changeable: ['due', 'count'],
    matters: [
      ['耕地地力保护', '土地流转户按合同约定领取'],
      ['小麦一喷三防', '由合作社统一飞防作业'],
      ['油菜扩种', '以核定面积为准'],
      ['大豆玉米带状种植', '验收不合格的不予兑付'],
      ['农业机械报废更新', '凭回收证明领取'],
      ['高素质农民培育', '结业后一次性发放'],
    ],
    write: (slots) => [
      {
        text: `${slots.subject}补贴资金已经到账，标准为每亩${slots.count}元，${dayOf(slots.due)}起通过一卡通发放到户。`,
      },
      { text: `${slots.detail}，面积有异议的可到${slots.bureau}查询。` },
      { text: '请提醒群众不要向任何人透露银行卡密码，谨防上当受骗。' },
    ],
  },
  {
    name: 'clean-up',
    deadline: true,
    changeable: ['due', 'count'],
    matters: [
      ['村庄主干道', '路肩杂草和乱堆的建筑垃圾'],
      ['河道沟渠', '漂浮物和岸坡垃圾'],
      ['房前屋后', '柴草堆、粪堆和废旧家具'],
      ['集贸市场周边', '占道摊点和油污地面'],
      ['公共厕所', '墙面污渍和损坏的门锁'],
      ['废弃坑塘', '黑臭水体和废旧农膜'],
    ],
    write: (slots) => [
      { text: `${slots.audience}：请组织公益岗人员对${slots.subject}进行一次彻底清理，` },
      { text: `重点清除${slots.detail}，全镇共列出${slots.count}处问题点位，逐处销号。` },
      { text: `清理工作于${whenOf(slots.due)}前结束，` },
      { text: '完成后请拍照上传到群内。', asks: ['photo'] },
    ],
  },
  {
    name: 'enrol',
    changeable: ['due', 'place', 'count'],
    matters: [
      ['农村电商直播培训班', '课程包括选品、拍摄和售后'],
      ['广场舞展演', '服装和伴奏由各队自备'],
      ['老年书法班', '笔墨纸砚由文化站提供'],
      ['家庭医生签约咨询活动', '现场免费量血压、测血糖'],
      ['少儿阅读分享会', '家长可以陪同'],
    ],
    write: (slots) => [
      {
        text: `${slots.subject}将于${dayOf(slots.due)}${hourOf(slots.due)}在${slots.place}举行，名额${slots.count}人，${slots.detail}。`,
      },
      { text: '群众自愿参加，不收取任何费用。' },
      { text: '有意参加的请在群内接龙。', asks: ['relay'] },
    ],
  },
  {
    name: 'urgent',
    emergency: true,
    changeable: ['count'],
    matters: [
      ['上游水库开闸放水，沿河地带水位将明显上涨', '劝离河边垂钓和放牧人员'],
      ['受强对流天气影响，电力线路有倒杆风险', '转移低洼处住户和牲畜'],
      ['饮水管网突发爆裂，部分村组将停水', '组织车辆为老人送水'],
      ['国道交界处路基塌陷，过往车辆须绕行', '设置警示标志并派人看守'],
    ],
    write: (slots) => [
      { text: `紧急通知：${slots.subject}，涉及群众${slots.count}户。` },
      { text: `请有关村立即${slots.detail}，村干部全部到岗。` },
      { text: `情况随时报值班电话${slots.phone}。` },
    ],
  },
];
