import type { Template } from '../model.ts';

/** Notices of two or three sentences, as they are typed on a telephone. */
export const SHORT: readonly Template[] = [
  {
    id: 'short-street-tables',
    domain: 'street',
    text: '{audience}：{event}的{file}{date}{time}前发{mail}，一共{count:3-30:项}，不要漏项，也不要改表头。问{person}，{phone}。',
  },
  {
    id: 'short-township-bring',
    domain: 'township',
    text: '{date}{time}在{place}开{event}碰头会，{audience}都要来，每村带{count:1-4:份}{file}，晚了没座位。{person}签到。',
  },
  {
    id: 'short-school-rehearsal',
    domain: 'school',
    text: '{audience}：{event}彩排安排在课余，{date}{span}，地点{place}，每班{count:3-12:人}，领队{person:bare}，服装见{file}。',
  },
  {
    id: 'short-hospital-blood',
    domain: 'hospital',
    text: '献血车{date}{span}停在{place}，{audience}至少动员{count:1-5:人}，献血前吃早饭，{event}的学分一并登记，登记找{person}，{phone:ext}。',
  },
  {
    id: 'short-police-meeting',
    domain: 'police',
    text: '{audience}：{date}{time}到{place}签{document}的责任书，带公章和{file}，每家{count:1-2:人}。民警{person:bare}，{phone}。',
  },
  {
    id: 'short-firm-canteen',
    domain: 'firm',
    text: '行政部：{event}期间，{dates}员工餐每份{money:8-30}元，加班餐由{audience}统一报数，{time}前报给{person}，内线{phone:ext}，凭{file}领取。',
  },
  {
    id: 'short-university-lecture',
    domain: 'university',
    text: '讲座预告：{event}系列第{count:1-9:讲}，{person:bare}主讲，{date}{span}，{place}，{audience}务必到场，签到计{count#b:1-3:分}，会议号{code}。',
  },
  {
    id: 'short-property-lift',
    domain: 'property',
    text: '{building}电梯{date}{span}停运，做{event}，请老人孩子错开时间出门。着急上下楼找{person}，{phone}，每户补{count:2-6:元}水费券。',
  },
  {
    id: 'short-fire-alarm',
    domain: 'fire',
    text: '{audience}：{date}{time}拉警报试验，配合{event}，听到后{count:2-8:分钟}内撤到{place}，对照{document}打分，带队{person}。',
  },
  {
    id: 'short-party-class',
    domain: 'party',
    text: '{audience}：党课{date}{time}在{place}上，内容为{document}，{person:bare}讲，自带笔记本，交学习记录{count:1-3:篇}，请假打{phone}。',
  },
  {
    id: 'short-bureau-seal',
    domain: 'bureau',
    text: '{audience}：{document}已印发，请于{date}到{place}领取{count:2-20:份}，签{file}，代领须出示工作证，找{person}，{phone}。',
  },
  {
    id: 'short-service-cards',
    domain: 'service',
    text: '{event}的卡到了{count:8-160:张}，请{audience:street}{date}{time}前到{place}领，按{file}逐户发，本人签字，发不出去的退给{person}。',
  },
];
