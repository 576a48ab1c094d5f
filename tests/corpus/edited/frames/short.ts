import type { Frame } from '../types.ts';

/** Said in one breath. */
export const SHORT_NOTICES: Frame[] = [
  {
    id: 'short-meeting',
    theme: 'department',
    titles: ['{t}{m}党政联席会', '{t}{q}河长制会商', '{v}项目选址踏勘', '{t}{r}干部夜学'],
    text: '{date}{time}{place}{title}，{who}参加，{~不带手机|带笔记本电脑|穿便装即可}，签到后按座签入座。<有事跟|请假找>{contact}<说。|说一声。>',
  },
  {
    id: 'short-form',
    theme: 'village',
    titles: ['{v}冬小麦播种进度', '{v}存栏生猪数', '{t}{m}雨情墒情', '{v}返乡农民工数'],
    text: '{who}：{title}于{deadline}{dtime}前报{contact}，一个组一行，不要合并单元格，{~没有的报零|按户列明细|只报总数}<，过时不候|，不等|，抓紧>。',
  },
  {
    id: 'short-pickup',
    theme: 'street',
    titles: ['{t}{m}防汛沙袋', '{t}{b}灭蚊药品', '{v}春联和台历', '{t}{r}网格员马甲'],
    text: '{title}到货，请{who}{start}{time}来{place}领{n:10-200/10:份}，{~带公章|带介绍信|打收条}，<领完自己装车|自行装车>，找{contact}。',
  },
  {
    id: 'short-reminder',
    theme: 'firm',
    titles: [
      '{f}环保税申报',
      '{f}工伤保险费率核定',
      '{f}{q}用电安全承诺书',
      '{t}{m}烟花爆竹网点换证',
    ],
    text: '<温馨提示：|提示：>{title}{deadline}{dtime}到期，{~只能窗口办|只能网上办|可邮寄办}，<请|烦请>{who}尽早办理，已有{n:2-60:家}办结。窗口{contact}',
  },
  {
    id: 'short-rota',
    theme: 'clinic',
    titles: ['{t}卫生院{q}应急队待命', '{t}{m}夜间门诊', '{t}卫生院{b}下乡义诊'],
    text: '{title}：{date}{time}，{place}，出{n:2-12:人}，{who}轮流，{~带听诊器和血压计|带急救箱|开自己的车}。<不要空岗，|不得空岗，>换班找{contact}。',
  },
  {
    id: 'short-school',
    theme: 'school',
    titles: ['{s}{m}大扫除', '{s}{q}视导课', '{s}{r}亲子运动会', '{s}{m}延时服务'],
    text: '{who}：{title}{date}{time}开始，{place}集合，{~带抹布|带水壶|穿校服}，<预计|大约>{n:20-90/5:分钟}，家长不进校，<接送问题找|接送有问题找>{contact}。',
  },
];
