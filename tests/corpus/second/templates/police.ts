import type { Template } from '../model.ts';

/** Notices of police stations to shops, firms and residents. */
export const POLICE: readonly Template[] = [
  {
    id: 'police-fraud',
    domain: 'police',
    text: '【{office:police}提醒】为推进{event}，民警{person:bare}将于{date}{time}在{place:community}现场讲解防骗知识并帮助安装国家反诈中心App，前{count:50-300:名}到场居民可领取纪念品。[接到可疑电话不要转账|凡是叫您转账的都别信]，先打{phone}核实。',
  },
  {
    id: 'police-checks',
    domain: 'police',
    text: '{audience}：根据{document}，{date}起将逐户检查，请各单位提前准备从业人员花名册{count:1-3:份}，与{file}一并交{place}，民警{person:bare}接收。未按要求登记的，将依法处罚{money:200-5000}元，请务必重视。',
  },
  {
    id: 'police-roads',
    domain: 'police',
    text: '交通管制公告：因举办{event:gathering}，{date}{span}，{road}禁止机动车通行，公交临时绕行，预计影响{count:3-30:条}线路。沿线住户车辆请提前驶离，[确需进出的凭通行证由{road#b}通行|确需进出的凭证从{road#b}绕行]，现场咨询民警{person:bare}，电话{phone}。',
  },
  {
    id: 'police-guests',
    domain: 'police',
    text: '请{audience}负责人注意，{event}系统升级后，旅客信息须在入住后{count:10-60:分钟}内上传，{date}{time}在{place}组织操作培训，每家来{count#b:1-2:人}，带上{file}和营业执照复印件，签到找{person}，不来的单位上门补课。',
  },
  {
    id: 'police-results',
    domain: 'police',
    text: '各警务室：{date}{time}前报送{event}战果，表格用{file}，破案数、抓获数、退赃数分开填，本轮目标{count:3-20:起}。没有战果的也要零报告，发内网邮箱{mail}，材料由{person}汇总，[晚报一次通报一次|迟报的通报批评]。',
  },
  {
    id: 'police-permits',
    domain: 'police',
    text: '{audience}请注意：办理居住证的群众较多，{office:police}在{place}增设{count:2-6:个}窗口，{dates}每天{span}办理{event}相关手续，工本费{money:5-40}元。请通知住户带身份证原件和租房合同，材料不齐的先填{file}，咨询电话{phone}。',
  },
];
