import type { Template } from '../model.ts';

/** Notices of a county bureau to its offices and to the townships. */
export const BUREAU: readonly Template[] = [
  {
    id: 'bureau-forwarded-paper',
    domain: 'bureau',
    text: '各股室、局属各单位：现将{document}转给你们，请[结合实际抓好落实|认真贯彻执行]。贯彻情况形成书面材料（{count:800-3000:字}以内），与{file}一并于{date}前报局办公室，电子版发{mail}。联系人：{person}，电话：{phone}。',
  },
  {
    id: 'bureau-assessment',
    domain: 'bureau',
    text: '{audience}：省厅考核组{date}到我县，{time}在{place}听取汇报，汇报控制在{count:8-20:分钟}。请按{document}准备佐证材料，一式{count#b:3-8:份}，由{person}统一校对，临时变动另行联系，值班手机{phone}。',
  },
  {
    id: 'bureau-figures',
    domain: 'bureau',
    text: '关于填报{event}数据的通知：请{audience}登录{link}，用单位账号填报，填报截止{date}{time}。同比变动超过{count:10-30:%}的要附说明，打印件盖章后送{place}，技术支持{person}，QQ群{qq}，[数据一经上报不得随意更改|上报后原则上不再修改]。',
  },
  {
    id: 'bureau-money',
    domain: 'bureau',
    text: '因年度预算调整，{event}专项经费核定为{money:20-900}万元，请{audience}重新编制{file}，列明支出科目和时间进度，{date}{time}前交财务股{person:bare}审核，审核后报局长办公会研究，逾期由各单位自行消化。咨询电话{phone}。',
  },
  {
    id: 'bureau-course',
    domain: 'bureau',
    text: '{event}培训班报名：{date}报到，地点{place:hotel}，为期{count:2-5:天}，食宿统一安排，费用{money:300-1800}元回单位报销。请{audience}推荐{count#b:1-4:人}，填好{file}发{mail}，名额有限，[以{person}回复确认为准|以收到{person}确认为准]。',
  },
  {
    id: 'bureau-letters',
    domain: 'bureau',
    text: '信访件催办：关于{event}的来信转办已满期限，还有{count:2-40:件}没有回复。请{audience}于{date}前办结，答复意见按{document}的格式写，领导签字后送{place}，由{person}登记。办不了的写明理由，不得一转了之，查询电话{phone}。',
  },
];
