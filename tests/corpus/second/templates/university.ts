import type { Template } from '../model.ts';

/** Notices inside a university. */
export const UNIVERSITY: readonly Template[] = [
  {
    id: 'university-application',
    domain: 'university',
    text: '{audience}：{event}申报工作开始，请符合条件的同学于{date}{time}前将{file}发至{mail}，纸质版一式{count:2-5:份}交{place}。推荐名额{count#b:3-25:个}，择优上报，[材料弄虚作假者取消资格|弄虚作假的取消资格]。咨询辅导员{person:bare}，QQ群{qq}。',
  },
  {
    id: 'university-push',
    domain: 'university',
    text: '【学院办公室】经党政联席会研究，{date}{time}在{place}召开{event}推进会，请{audience}携带{document}参会，发言每人不超过{count:3-10:分钟}。请假须经院长同意并告知{person:bare}，座位表见{file}。',
  },
  {
    id: 'university-stage',
    domain: 'university',
    text: '各团支部：为迎接{event}，每个支部推选{count:1-6:个}节目，时长{count#b:3-8:分钟}，{date}{time}在{place}初审，伴奏文件和{file}一起交。服装道具自备，补贴每节目{money:50-500}元，负责人{person:bare}，[有事打{phone}|问题请打{phone}]。',
  },
  {
    id: 'university-library',
    domain: 'university',
    text: '图书馆通知：因{event}，{place}于{date}{time}起暂停开放，预计{count:1-10:天}。已预约座位自动取消，不计违约；所借图书顺延归还。研究生论文查重请提前到{place#b}办理，值班老师{person:bare}，电话{phone}。',
  },
  {
    id: 'university-laboratories',
    domain: 'university',
    text: '实验室与设备处提醒：{event}定于{date}进行，分{count:2-5:组}检查，重点看危化品台账和气瓶固定。请{audience}自查后填写{file}，由负责人签字扫描发{mail}，{date#b:1-4}前未交的停用门禁，联系人{person:bare}，分机{phone:ext}。',
  },
  {
    id: 'university-defence',
    domain: 'university',
    text: '同学们：{event}的答辩时间定为{date}{span}，地点{place}，每人陈述{count:5-15:分钟}，提问{count#b:3-10:分钟}。顺序按{file}执行，请提前一刻钟候场，PPT拷到现场电脑。延期答辩须导师签字，交{person:bare}备案，线上会议号{code}。',
  },
];
