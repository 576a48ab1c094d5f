import type { Template } from '../model.ts';

/** Notices of a fire brigade to those it inspects and trains. */
export const FIRE: readonly Template[] = [
  {
    id: 'fire-drill',
    domain: 'fire',
    text: '{audience}：{office:fire}定于{date}{time}在{place}举行{event}，请每单位派{count:2-8:名}微型消防站队员参加，自带战斗服、头盔、对讲机，{person:bare}现场考核，成绩记入{file}。迟到{count#b:5-15:分钟}按缺席处理，联系电话{phone}。',
  },
  {
    id: 'fire-inspection',
    domain: 'fire',
    text: '根据{document}，{date}起对{audience}开展检查，重点看疏散通道、消火栓、电动车充电，每天不少于{count:4-20:家}。发现隐患当场填写{file}，能改的马上改，改不了的{date#b:8-14}前书面报{person}，[举报电话{phone}|监督电话{phone}]。',
  },
  {
    id: 'fire-talk',
    domain: 'fire',
    text: '【消防提醒】{event}知识讲座{date}{time}在{place:community}开讲，讲师{person:bare}，现场演示灭火器、逃生绳使用，座位{count:40-260:个}，凭{file}入场。请{audience:street}组织居民参加，孩子须由大人陪同，报名请拨{phone}。',
  },
  {
    id: 'fire-equipment',
    domain: 'fire',
    text: '各微型消防站：{event}装备清点工作开始，灭火器、水带、防毒面具按实填写，配备标准不少于{count:4-12:套}，缺口资金每站补助{money:500-8000}元。{file}盖章后{date}{time}前交{place}，{person:bare}签收，[弄虚作假的收回补助|虚报的收回补助]。',
  },
  {
    id: 'fire-duty',
    domain: 'fire',
    text: '{event}值守安排：{dates}，{audience}实行24小时值班，每班{count:3-9:人}，{time}交接班并在群里报备。巡查路线见{file}，车辆油料提前加满，遇有火警先报{phone}再出动，带班领导{person}，擅自离岗追责。',
  },
];
