import type { Frame } from '../types.ts';

/** Learn, practise, sit an examination. */
export const TRAININGS: Frame[] = [
  {
    id: 'training-course',
    theme: 'village',
    titles: [
      '{v}柑橘冬季管护技术培训班',
      '{t}{r}农村电商直播培训班',
      '{t}{r}家政服务员培训班',
      '{v}稻渔综合种养培训班',
    ],
    text: '<为提高农户技能，|为助力群众增收，>现举办{title}。\n培训时间：{date}{time}\n培训地点：{place}\n招收对象：{who}，限{n:20-80/5:人}\n费用：{~全程免费|食宿自理|每人预交押金}\n有意者于{deadline}前向{contact}报名，<报满即止。|额满为止。>',
  },
  {
    id: 'training-drill',
    theme: 'school',
    titles: ['{s}{m}防震疏散演练', '{s}{q}消防逃生演练', '{s}{m}防溺水演练', '{s}防暴恐应急演练'],
    text: '学校将在{date}{time}组织{title}，<警报响起后|听到警报后>，{who}按预定路线带学生撤离到{place}，用时控制在{n:2-9:分钟}以内。演练期间{~不使用烟雾弹|会使用烟雾弹|暂停校内施工}。方案{file}请提前看，<有特殊体质学生的报|有行动不便学生的报>{contact}。',
  },
  {
    id: 'training-licence',
    theme: 'firm',
    titles: [
      '{t}{b}特种设备作业人员复审',
      '{t}{r}电工证取证培训',
      '{f}安全员继续教育',
      '{t}{r}叉车司机取证班',
    ],
    text: '安全生产知识和管理能力考核：{title}，理论{date}{time}，实操另行告知，考点{place}。{who}须带{~身份证原件及一寸照片|学历证明复印件|近期体检表}，考务费{n:80-480/20:元}，<缴费后不退|缴费成功后不予退费>。网上报名：{link} 截止{deadline}{dtime}。客服{contact}',
  },
  {
    id: 'training-party',
    theme: 'party',
    titles: [
      '{t}{r}入党积极分子培训班',
      '{t}{q}村（社区）书记轮训',
      '{t}{b}发展对象短训班',
      '{t}{r}年轻干部夜校',
    ],
    text: '根据年度教育培训计划，{title}拟于{date}开班，为期{n:2-9:天}，报到地点{place}，报到时间{time}。学员为{who}，{~实行封闭管理|可以走读|统一安排住宿}。<学员名单|参训名单>请于{deadline}{dtime}前报{contact}，<原则上不得请假|一般不准假>。[来时带好学习用品和换洗衣物。]',
  },
  {
    id: 'training-first-aid',
    theme: 'clinic',
    titles: [
      '{t}{r}心肺复苏技能培训',
      '{t}{b}村医中医适宜技术培训',
      '{t}{q}急救转运演练',
      '{t}{r}母婴保健师资培训',
    ],
    text: '{title}报名啦！每个村卫生室{n:1-4:名}，{who}优先。{date}{time}报到，{place}。带教老师现场考核，{~考核合格发学分证|不合格者须补训|成绩计入绩效}。<请大家把名单在|名单请于>{deadline}前报给{contact}，课件见{file}。',
  },
  {
    id: 'training-system',
    theme: 'department',
    titles: [
      '{t}{m}OA公文系统切换',
      '{t}{b}电子印章启用',
      '{t}{r}财务云平台试运行',
      '{t}{q}档案数字化录入',
    ],
    text: '技术通知：{title}将于{date}{time}实施，届时旧系统{~只读不可写|完全关闭|保留并行运行}，<请提前|请务必提前>下载手头的文件。账号由{who}统一申请，每单位{n:2-9:个}，申请表填{link} ，{deadline}前有效。现场答疑点{place}，电话{contact}。',
  },
  {
    id: 'exam-mandarin',
    theme: 'student',
    titles: [
      '{b}普通话水平测试',
      '{r}创新创业大赛校内选拔',
      '{m}计算机等级模拟考',
      '{r}“互联网+”训练营',
      '{s}{r}教学技能交流',
    ],
    text: '同学们，{title}开始报名！\n▶报名截止：{deadline}{dtime}\n▶时间：{date}{time}\n▶地点：{place}\n▶面向：{who}，每班不超过{n:2-9:人}\n▶方式：{~个人报名|组队报名|由班委统一报名}，<点开链接填表|打开链接填信息>{link} \n咨询{contact}',
  },
  {
    id: 'study-visit',
    theme: 'party',
    titles: [
      '{v}红色教育基地参观',
      '{t}{r}先进村观摩学习',
      '{v}廉政教育馆{m}参观',
      '{t}{q}跨镇互学互比',
    ],
    text: '{title}出行安排：{date}{time}在{place}上车，{~统一着装|自备午餐|戴小白帽}，车程约{n:30-120/10:分钟}。{who}每支部去两三位同志，<名单今天先报个大概，|先报意向，>确切名单{deadline}前定给{contact}。返程后每人交一篇心得，发{mail}，<不要抄网上的|严禁网上下载>。',
  },
  {
    id: 'militia',
    theme: 'village',
    titles: ['{t}基干民兵{r}集训', '{v}应急分队点验', '{t}{q}防空警报试鸣演练', '{t}民兵{b}整组'],
    text: '武装部通知：{title}，{who}按时组织人员参加。集结时间{date}{time}，集结地点{place}，应到{n:10-60/5:人}，<无故不到的按规定处理|无故缺席者按规定处理>。{~统一穿迷彩服|自带被装|便装集合}，[体检不合格的提前更换人选，]花名册{deadline}前交{contact}。',
  },
  {
    id: 'lecture-anti-fraud',
    theme: 'street',
    titles: ['{v}反诈宣讲{r}', '{t}{r}银龄学堂', '{t}{m}普法大讲堂', '{v}养老诈骗防范讲座'],
    text: '好消息：{date}{time}，{place}有一场{title}！由派出所民警主讲，现场座位{n:40-200/20:个}，{~每人发一袋洗衣液|听完有抽奖|现场帮忙装反诈软件}。请{who}<广泛发动老年朋友|多动员些老年人>来听，到场人数{deadline}前告诉{contact}，方便备水。',
  },
];
