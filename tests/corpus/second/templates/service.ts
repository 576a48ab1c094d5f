import type { Template } from '../model.ts';

/** Notices of counters where people go: insurance, markets, power, the streets. */
export const SERVICE: readonly Template[] = [
  {
    id: 'service-pension',
    domain: 'service',
    text: '社保所提醒：{event}期限到{date}，我辖区还有{count:5-300:人}没有办。请{audience:street}挨个电话通知，会用手机的帮着在{link}做，不会用的{time}后到{place}办理，行动不便的由{person}上门，咨询电话{phone}。',
  },
  {
    id: 'service-closed',
    domain: 'service',
    text: '便民通知：{place}因{event}，{date}{time}起暂停对外办公，预计{count:1-4:天}，急件可到{place#b}办理。已取号的群众由工作人员逐一电话告知，[窗口材料暂存{person}处|材料先放在{person}处]，投诉电话{phone}，给大家添麻烦了。',
  },
  {
    id: 'service-power',
    domain: 'service',
    text: '供电所停电信息：{date}{time}，因{event:outage}，{road}沿线停电，涉及{count:80-2000:户}，预计{count#b:2-9:小时}送电，遇雨顺延。请{audience:street}通知到养殖户、透析病人家庭和重要用户，提前自备电源，抢修电话{phone}，负责人{person}。',
  },
  {
    id: 'service-annual',
    domain: 'service',
    text: '市场监管所：{audience:merchant}请注意，{event}年报{date}截止，未按时申报的列入异常名录。不会操作的带营业执照到{place}，{person:bare}现场指导，{time}以前都有人，材料样本见{file}，另需复印件{count:1-3:份}，电话{phone}。',
  },
  {
    id: 'service-streets',
    domain: 'service',
    text: '城管中队告知：{road}将于{date}开展{event}，请{audience:merchant}把外摆物品收回，超出门线{count:20-80:厘米}的一律清理，{time}前自行整改的不予处罚，[拒不改正罚款{money:50-1000}元|拒不改的罚{money:50-1000}元]。疑问请到{place}找{person}，电话{phone}。',
  },
  {
    id: 'service-benefit',
    domain: 'service',
    text: '民政办：{event}的名单已经比对完，请{audience:street}核实{count:3-90:户}疑似情况，死亡、迁出、收入超标的要停发，标准为每月{money:100-900}元。核实结果写进{file}，{date}前送{place}{person:bare}处，一户一档，[不得漏户|不许漏报]，电话{phone}。',
  },
];
