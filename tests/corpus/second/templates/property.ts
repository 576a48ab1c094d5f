import type { Template } from '../model.ts';

/** Notices of a property company to residents. */
export const PROPERTY: readonly Template[] = [
  {
    id: 'property-water',
    domain: 'property',
    text: '尊敬的业主：因{event}施工，{building}将于{date}{time}停水，预计{count:2-12:小时}，请提前储水并关好水龙头，低楼层来水时可能有短时浑浊，放几分钟即可。[给您带来不便敬请谅解|由此带来的不便敬请谅解]，客服电话{phone}，现场负责人{person}。',
  },
  {
    id: 'property-costs',
    domain: 'property',
    text: '各位邻居，小区{event}费用公示如下：合计{money:3000-90000}元，从公共收益列支，明细见{file}，公示期{count:5-15:天}，至{date}止。有异议请到{place}登记，或拨打{phone}，业委会{person:bare}负责解答，逾期视为同意。',
  },
  {
    id: 'property-cards',
    domain: 'property',
    text: '温馨提示：{date}{time}在{place}为{audience}办理{event}，请携带房产证、身份证、行驶证复印件各{count:1-2:份}，每户限{count#b:1-3:个}，费用{money:20-300}元，[支持扫码|可以扫码付]。本人来不了的可委托家人代办，经办人{person}，电话{phone}。',
  },
  {
    id: 'property-visit',
    domain: 'property',
    text: '请{building}住户注意：物业将于{date}{time}开展{event}，工作人员{person:bare}会佩戴工牌上门，每户约{count:5-30:分钟}，家里请留人。白天不在家的可打{phone}另约，检测结果记入{file}，存在问题的要在期限内整改。',
  },
  {
    id: 'property-vote',
    domain: 'property',
    text: '{audience}：关于{event}的表决票已发放，请按{document}填写，{date}{time}前投到{place}的票箱，每户一票，涂改无效。欢迎{count:3-9:名}业主现场监督唱票，报名找{person}，电话{phone}。',
  },
  {
    id: 'property-parking',
    domain: 'property',
    text: '停车场通知：受{event}影响，{dates}期间{building}地面车位全部封闭，请{audience}把车移到{road}临时停车区，门岗凭{file}放行，每车每天收{money:3-20}元。不移车造成损坏的自行承担，共有{count:20-300:个}临时车位，满了请打{phone}。',
  },
];
