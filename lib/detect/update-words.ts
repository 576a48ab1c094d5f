import type { Analysis } from './analysis.ts';
import { headerOf } from './header.ts';

const WHAT =
  '(?:时间|日期|地点|会场|场地|会议|活动|培训|检查|比赛|考试|讲座|截止|期限|要求|联系人|电话|邮箱|链接|附件|表格|名单|通知|报名|方式|人数)';

/** Words by which a message says that it changes an earlier one. */
const UPDATE = new RegExp(
  [
    '更正|勘误|纠正|订正|修正(?:一下|:|如下|为)',
    '补充(?:通知|说明|一下|:|一点|两点|几点|如下)|通知补充',
    `${WHAT}[^,。;!\\n]{0,16}(?:改为|改到|改在|改成|改期|更改为|更改到|变更为|变更到|调整为|调整到|调整至|延期|延至|延后|延长|推迟|提前至|提前到|取消|有变|有误|作废|顺延)`,
    '会(?:议)?(?:取消|延期|延后|改期|推迟|提前|改到|改在|改为|暂停)',
    '(?:更改|变更|调整|延期|延长|推迟|改期|取消)[^,。;!\\n]{0,8}(?:通知|公告|说明)',
    '(?:现|已|将|一律|统一)(?:更)?(?:改为|改到|改在|改成|调整为|变更为|延期至|延至|推迟至|推迟到)',
    '以(?:此|这个|本次|这次|本|最新|新)(?:次|条|份|版)?(?:的)?(?:通知|版本|文件|表格|消息|要求|时间)?为准',
    '(?:之前|此前|前面|刚才|刚刚|上述|原|先前|上一)(?:的|发的|那个|那条|通知|条|次)*[^,。;!\\n]{0,12}(?:作废|有误|取消|不算|撤销|错了|为准|不再)',
    '无论(?:之前|此前|先前)?是否已|(?:均|都|一律)?需?按照?(?:本次|此次|最新)(?:通知|要求)',
    '作废|(?:发|写|打|说)错了',
  ].join('|'),
);
const NEGATED = /(?:不|无|没有?|未|不再|不得|不能|可否|是否|能否|吗)[^,。;!\n]{0,3}$/;

/** Whether the message says in words that it changes an earlier one. Read once. */
export function saysUpdate({ normal, later }: Analysis): boolean {
  later.updates ??= isUpdate(normal.folded);
  return later.updates;
}

function isUpdate(folded: string): boolean {
  if (headerOf(folded)?.adds) return true;
  const match = UPDATE.exec(folded);
  return match !== null && !NEGATED.test(folded.slice(Math.max(0, match.index - 8), match.index));
}
