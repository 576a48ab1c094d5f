import type { Template } from '../model.ts';

/** Notices inside a firm. */
export const FIRM: readonly Template[] = [
  {
    id: 'firm-kick-off',
    domain: 'firm',
    text: '各部门：公司{event}启动会{date}{time}在{place}召开，{person:bare}主持，请部门负责人和项目骨干参加，会期约{count:40-120:分钟}。会前请阅读{document}，把意见写进{file}，会上逐条讨论，远程同事用会议号{code}入会。',
  },
  {
    id: 'firm-sign-up',
    domain: 'firm',
    text: '【人力资源部】{event:union}开始报名，面向{audience}，名额{count:10-60:人}，报名费{money:20-200}元从工会经费列支。有意者{date}{time}前填写{file}发到{mail}，[按报名先后录取|先报先得]，录取名单由{person}在群里公布，咨询分机{phone:ext}。',
  },
  {
    id: 'firm-repair',
    domain: 'firm',
    text: '安全生产提示：{date}起{place:plant}开展{event}，涉及设备{count:4-40:台}，请{audience}提前做好断电、挂牌、验电，作业票由{person}签发，无票不得开工。现场出现异常立即停止并拨打{phone}，整改记录填入{file}。',
  },
  {
    id: 'firm-expenses',
    domain: 'firm',
    text: '费用报销提醒：{event}相关票据请在{date}{time}前交到{place}，单张超过{money:500-3000}元的须附合同和验收单，粘贴单用{file}，每页不超过{count:5-15:张}。逾期并入下期处理，财务对接人{person}，电话{phone}。',
  },
  {
    id: 'firm-switch',
    domain: 'firm',
    text: '{audience}请注意，物流调度系统因{event}将于{date}{time}切换，切换期间约{count:20-180:分钟}不能下单。请提前导出{file}备用，切换后先核对库存再发货，[误差超过{count#b:3-30:件}立即上报{person}|误差超过{count#b:3-30:件}的马上报{person}]，应急电话{phone}。',
  },
  {
    id: 'firm-training',
    domain: 'firm',
    text: '关于{event}的安排：{dates}，每天{span}，{place}，讲师{person:bare}。请{audience}各派{count:2-10:人}参加，考试{count#b:60-90:分}以上发合格证，不合格的补考一次，补考费{money:50-300}元自理。回执{file}今后不再收纸质，发到{mail}即可。',
  },
];
