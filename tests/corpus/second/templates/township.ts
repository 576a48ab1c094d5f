import type { Template } from '../model.ts';

/** Notices of a township to its villages. */
export const TOWNSHIP: readonly Template[] = [
  {
    id: 'township-video',
    domain: 'township',
    text: '{audience}：{date}{time}县里召开{event}视频会议，镇分会场设在{place}，请参会人员提前{count:10-30:分钟}入场签到，手机调至静音，着装整齐。[不能到会的书面向{person}请假|确实不能到会的，书面向{person}请假]，镇党政办电话{phone}。',
  },
  {
    id: 'township-subsidy',
    domain: 'township',
    text: '各村：根据{document}，今年的补贴申报工作现已启动，每亩补贴{money:60-300}元，由农户自愿申报、村级公示{count:3-7:天}。请把{file}盖章后于{date}前报农业农村办，联系人{person}，联系电话：{phone}，[逾期视为放弃|逾期不再受理]。',
  },
  {
    id: 'township-teams',
    domain: 'township',
    text: '请{audience}注意，{date}起镇里组织{event}，由{person}带队，分{count:2-6:个}组逐村走访。请各村提前准备好台账、影像资料和{file}，安排{count#b:1-3:名}熟悉情况的同志在{place}等候，不层层陪同，不准备水果香烟。',
  },
  {
    id: 'township-forest',
    domain: 'township',
    text: '【镇防火办】近期风干物燥，{event}不能松劲。请{audience}从{date}起每天{time}前在群里报告巡山情况，重点坟区、林区入口至少安排{count:2-8:人}值守，发现烟点立即报告{person}，值班电话{phone}，[不得迟报瞒报|严禁迟报、瞒报]。',
  },
  {
    id: 'township-mismatch',
    domain: 'township',
    text: '{event}结果已核对完毕，有{count:12-480:户}信息对不上，名单见{file}。请{audience}在{date}{time}前逐户核实，把正确的身份证号、银行卡号补全，交到{place}{person:bare}处。核不准的注明原因，不要空着交上来。',
  },
  {
    id: 'township-class',
    domain: 'township',
    text: '镇里请了县农技推广中心的{person:bare}老师来讲课，内容是{event}，时间{date}{span}，地点在{place}。请{audience}各动员{count:3-20:名}种养大户参加，每人发误工补助{money:30-120}元，签到以{file}为准，不认字的由文书代签，有事打{phone}。',
  },
];
