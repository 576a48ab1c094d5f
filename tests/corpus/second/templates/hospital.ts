import type { Template } from '../model.ts';

/** Notices of a hospital to its wards and to patients. */
export const HOSPITAL: readonly Template[] = [
  {
    id: 'hospital-lecture',
    domain: 'hospital',
    text: '{audience}：医务科定于{date}{time}在{place}举办{event}，主讲{person:bare}，授予学分{count:1-5:分}。请各科室至少安排{count#b:2-6:人}参加，其余人员观看回放。签到以扫码为准，[代签一经发现按缺勤处理|发现代签的按缺勤算]，联系电话{phone}。',
  },
  {
    id: 'hospital-infection',
    domain: 'hospital',
    text: '【院感科提示】近期抽查发现问题较多，请{audience}对照{document}逐条整改，{date}前把整改报告和{file}送{place}。复查时仍不合格的，扣科室当月绩效{money:100-2000}元。咨询请找{person}，内线{phone:ext}。',
  },
  {
    id: 'hospital-free-clinic',
    domain: 'hospital',
    text: '居民朋友们，{place:clinic}将于{date}{time}开展{event}义诊，{person:bare}医生坐诊，限{count:30-200:人}，免费测血压、血糖。[请带好身份证和医保卡，空腹前来|请空腹前来，带好身份证和医保卡]，行动不便的老人可由家属代为登记，预约电话{phone}。',
  },
  {
    id: 'hospital-exam',
    domain: 'hospital',
    text: '护理部通知：{event}理论考试安排在{date}{span}，地点{place}，题型为单选和判断，共{count:50-120:题}，{count#b:60-85:分}合格。请{audience}排好班，不影响病区工作，缺考须有护士长签字的{file}，由{person}负责收取。',
  },
  {
    id: 'hospital-downtime',
    domain: 'hospital',
    text: '各科室：因{event}需要，{date}{time}起住院系统停机维护，预计{count:1-5:小时}。期间改用纸质医嘱，应急单据在{place}领取，恢复后由当班人员补录。遇到急危重患者请直接拨打{phone}，信息科{person}值守，[录入情况填入{file}|补录情况登记在{file}]。',
  },
  {
    id: 'hospital-duty',
    domain: 'hospital',
    text: '请{audience}在{date}前排出{dates}的值班表，二线医生不得少于{count:1-4:名}，节日值班每班补助{money:80-400}元。表样用{file}，发到{mail}，由{person}汇总后报总值班，{event}期间不安排休假，临时换班须科主任同意。',
  },
];
