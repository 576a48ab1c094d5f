import type { Template } from '../model.ts';

/** Notices of party branches and of the trade union. */
export const PARTY: readonly Template[] = [
  {
    id: 'party-day',
    domain: 'party',
    text: '{audience}：{date}{time}在{place}开展{event}主题党日，请佩戴党徽参加，重温入党誓词，交纳党费，会后填写{file}。在外流动党员由支部书记电话告知学习内容，人均学习不少于{count:30-120:分钟}，组织委员{person}，电话{phone}。',
  },
  {
    id: 'party-essay',
    domain: 'party',
    text: '机关党委提示：请{audience}认真学习{document}，每人撰写心得{count:600-2000:字}，手写，不得抄袭，{date}前以支部为单位交{place}。[优秀文章推荐到区里参评|写得好的推荐到区里参评]，学习情况同步填入{file}，联系人{person}，{phone}。',
  },
  {
    id: 'party-award',
    domain: 'party',
    text: '{audience}：{event}启动，每个支部推荐{count:1-3:名}，须经支部大会表决。事迹材料和{file}请于{date}{time}前发到{mail}，照片不少于{count#b:2-6:张}。公示期间有反映的暂缓，由{person}负责初审，咨询{phone}。',
  },
  {
    id: 'party-union',
    domain: 'party',
    text: '工会通知：{event:union}定于{date}{time}在{place:gym}举行，请{audience}于{date#b:1-4}前报名，每队{count:5-12:人}，含女队员至少{count#b:1-3:人}，服装费每人{money:60-200}元。报名表{file}发给{person}，领队会不另通知，电话{phone}。',
  },
  {
    id: 'party-dues',
    domain: 'party',
    text: '请{audience}抓紧核对党费：基数以{document}为准，每月最低{money:2-60}元，差额一次补齐，{date}{time}前转到指定账户，备注“支部+姓名”。核对表{file}签字后交{place}，经办{person}，有{count:2-25:人}联系不上的请支部帮忙找。',
  },
];
