import type { Template } from '../model.ts';

/** Notices of a street office to its communities. */
export const STREET: readonly Template[] = [
  {
    id: 'street-meeting',
    domain: 'street',
    text: '{audience}：为[切实|扎实]做好{event}工作，[经街道研究|经办事处研究]，定于{date}{time}在{place}召开部署会，请各单位主要负责人带上{file}准时参加，原则上不得请假。确需请假的，请于会前向{person}书面说明，联系电话{phone}。',
  },
  {
    id: 'street-clues',
    domain: 'street',
    text: '【工作提示】按照{document}要求，请{audience}于{date}{time}前完成底数摸排，每个网格至少上报{count:3-30:条}线索，统一填入{file}后发至{mail}，[逾期未报的将在例会上说明情况|没有按时报的请书面说明原因]。如有疑问请联系{person}。',
  },
  {
    id: 'street-visit',
    domain: 'street',
    text: '接{office:district}通知，{date}将对我街道{event}情况开展实地督查，共抽查{count:2-9:个}点位。请{audience}对照清单逐项自查，{date#fix:1-4}{time}前把整改照片和{file}报到{place}，收件人{person}。督查期间请保持手机畅通。',
  },
  {
    id: 'street-doors',
    domain: 'street',
    text: '各位网格员：{event}入户登记已经开始，每户发放宣传单{count:1-5:份}，重点询问独居老人、孕产妇和残疾人情况。请在{date}前走完本网格，登记结果填进{file}，遇到拒访先记门牌号，别起争执，统一告诉{person}（{phone}）。',
  },
  {
    id: 'street-goods',
    domain: 'street',
    text: '关于领取物资的通知\n{event}所需物资已经到位，请{audience}派{count:1-4:名}工作人员于{date}{time}到{place}领取，[带好单位介绍信和车辆|自带车辆和介绍信]，先到先领。领取后请在{file}上签字确认，联系人{person}，电话{phone}。',
  },
  {
    id: 'street-volunteers',
    domain: 'street',
    text: '志愿服务招募：{event:volunteer}需要志愿者{count:10-80:名}，{date}{time}在{place:community}集合，服务约{count#b:2-6:小时}，发放马甲和午餐，补贴交通{money:10-50}元。[有意参加的|愿意参加的]请在{link}报名，报满为止，带队{person}，联系方式{phone}，雨天照常。',
  },
];
