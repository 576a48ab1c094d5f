import type { Template } from '../model.ts';

/** Notices of a school to parents and teachers. */
export const SCHOOL: readonly Template[] = [
  {
    id: 'school-parents',
    domain: 'school',
    text: '各位家长：我校定于{date}{time}在{place}举行{event}，届时请您携带孩子的学生证准时到场，每个家庭限{count:1-3:人}参加，车辆请停放在校外。[因故不能到场的，请提前告知班主任{person:bare}|如不能到场，请提前告诉班主任{person:bare}]，联系电话{phone}。感谢您的支持配合！',
  },
  {
    id: 'school-papers',
    domain: 'school',
    text: '{audience}：根据{document}的安排，本学期材料开始收集，每班上交{count:2-12:份}，电子稿命名为“班级+姓名”，与{file}一起打包发到{mail}，截止时间{date}{time}。格式不对的一律退回，有问题问教务处{person}。',
  },
  {
    id: 'school-fees',
    domain: 'school',
    text: '家长您好，{event}缴费通道已开通，标准为每生{money:30-880}元，[自愿参加，不强制|本着自愿原则，绝不强制]。请于{date}前在{link}完成缴费，缴费后截图保存。需要退费的请联系教务处{person:bare}，电话{phone}，节假日不办理。',
  },
  {
    id: 'school-lesson',
    domain: 'school',
    text: '【教导处】{date}第{count:1-7:节}课后，请{audience}到{place}参加{event}说明会。请提前把课调好，不得空堂，自带笔记本和{file}打印稿，由{person:bare}主持，会议约{count#b:30-90:分钟}。请假的找分管校长签字，会后三天内补学。',
  },
  {
    id: 'school-drill',
    domain: 'school',
    text: '全体班主任请注意：{event}将于{date}{time}进行，请提前在班里讲清疏散路线，{place}为集合点，体弱学生安排专人陪同。活动结束后清点人数并填写{file}，应到实到人数要对得上，{count:15-50:分钟}内报给{person}。',
  },
  {
    id: 'school-bus',
    domain: 'school',
    text: '温馨提醒各位爸爸妈妈：参加{event}的孩子请于{date}{time}在{place}集合乘车，穿校服、带水杯和小药包，不带手机和零食，零花钱不超过{money:10-100}元。[返校时间以班级群消息为准|返校时间看班级群]，随车老师{person:bare}，电话{phone}，同意书{file}请交班长。',
  },
];
