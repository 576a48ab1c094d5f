import type { DemandKind } from '../../../lib/detect/types.ts';

/** Talk that is no notice, asks for nothing and answers nothing. */
export const TALK: readonly string[] = [
  '今天食堂有饺子',
  '路上堵车，我晚到十分钟',
  '谁看到我的蓝色水杯了',
  '下午好像要下雨',
  '张会计在不在办公室',
  '钥匙放在门卫那里了',
  '我在村里，信号不好',
  '打印机又卡纸了',
  '老支书住院了，明天去看看他',
  '孩子发烧，我先走一步',
  '刚才那个电话是推销的',
  '车已经到楼下了',
  '这雨下得正是时候',
  '晚上一起吃面去',
  '空调遥控器在抽屉里',
  '明天我休假',
];

/** Asks for traces and nothing else, too short for a notice. */
export const SHORT_TRACES: readonly (readonly [text: string, asks: readonly DemandKind[]])[] = [
  ['请大家今日按时打卡', ['check-in']],
  ['请把截图发到群里', ['screenshot']],
  ['请大家在群里接龙', ['relay']],
  ['请在岗人员发送实时位置', ['location']],
  ['请各村拍照上传', ['photo']],
  ['请大家转发朋友圈并点赞', ['share']],
];

/** Asks for traces and nothing else, as long as a notice. */
export const LONG_TRACES: readonly (readonly [text: string, asks: readonly DemandKind[]])[] = [
  [
    '请各位网格员继续坚持每天打卡，打卡后把截图发到本群，没有打卡的请抓紧打卡。',
    ['check-in', 'screenshot'],
  ],
  [
    '请大家把刚才的文章转发到朋友圈并点赞，转发以后请把截图发到本群，请大家抓紧。',
    ['share', 'screenshot'],
  ],
  [
    '请各村在岗人员现在发送实时位置，并拍照上传到本群，没有发送的请抓紧发送。',
    ['location', 'photo'],
  ],
];

/** What people answer. "{name}" is the sender's village. */
export const ANSWERS: readonly string[] = [
  '收到',
  '收到！',
  '收到。',
  '{name}收到',
  '收到，谢谢',
  '好的，收到',
  '1',
];

export const VILLAGES: readonly string[] = [
  '柳树村',
  '石桥村',
  '东河村',
  '北坡村',
  '杨家岭村',
  '西沟村',
  '新集村',
  '大营村',
  '上庄村',
  '南湾社区',
];

export const SURNAMES: readonly string[] = [...'陈黄马林高杨罗宋唐韩'];

export const ARTICLES: readonly string[] = [
  '春风化雨润民心：一位驻村书记的工作日记',
  '小院落里的大变化，看看这个村怎么做到的',
  '一图读懂农村宅基地管理新规定',
  '这些惠农补贴您领了吗？最新标准来了',
  '从荒坡到果园，十年绿了一座山',
  '乡村夜校开课啦，课表收藏好',
];

export const PLACEHOLDER = '[收到一条网页版微信暂不支持的消息类型，请在手机上查看]';
