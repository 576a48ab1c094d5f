import { ADDRESSEES } from './addressees.ts';
import { HAN_RANGE } from './han.ts';
import { PIECES_KEPT } from './limits.ts';
import { OFFICE_END } from './office.ts';
import { RecentMap } from './recent-map.ts';
import { BEFORE_POST, FAMILIAR, PERSON } from './surnames.ts';

/** Words of a clause that passes a notice on; any other word there may say what is to be done. */
const WORDS =
  '转办|转来|转发|转知|转告|代转|帮转|代发|转|通知|公告|通告|通报|抓紧报|要求|如下|以下|下面|下列|上面|消息|提醒|逐字|逐人|逐级|逐条|查看|看到|没看到|看看|看|阅读|传阅|阅|关注|注意|知晓|知悉|周知|落实|执行|抓紧|抓好|照办|按这个来|重要|收到|接到|接|上级|分享|打扰|扩散|传达|内容|帮忙|帮|提示|温馨|友情|安排|部署|精神|指示|来电|来函|布置|交代|来自|到位|发|同步|到|留意|务必|马上|原文|全文|紧急|特急|加急|急|请|大家|各位|一眼|再次|再|都|刚才|刚刚|刚|的|一(?:个|则|条|下|遍)|这(?:个|条|则|份|是)?|别(?:漏|忘)了?|给|群里|群|咱们|咱|我们?|你们|所有人|个|麻烦|按照|按|根据|应|据|由|把|将|现|上来|下来|下去|往下|来了|让|又|也|顺便|同时|很|认真|仔细|各(?:单位|科室|部门|村|社区|组|班|支部)|人员|同志|同事|家长|组长|书记|主任|老师|们|和|与|、|并|了|啦|吧|哦|好|最新|新|速|事情?|怕有人|条|有|及时|尽快|立即|抓|为|是|里|学习|贯彻|文件|自|关于|工作|有关|相关|须知|照此|各自|对照|统一|对|之|严格|切实|此|收|占用|一分钟|时间|说|讲|强调|逐|个人|每(?:个人|位)|本群|本|今天|原话|原样|一起|附另一则|各户|来|哈|下|重发|以下|督导';
/** Who issues or passes on: an office, what colleagues call it, a person. No verb stands in the name of an office. */
const NO_VERB =
  '(?![转收按到在前后报请送带把给向查验签填领停去接穿盖费]|自[理费备愿]|交(?![通警管运]))';
const OFFICE = `(?:${NO_VERB}[${HAN_RANGE}]){0,12}?(?:${OFFICE_END})`;
const WHO = `${OFFICE}|[镇县区市乡村省园校院局厂街道]{1,2}[上里]|消防|人事|工会|综治|教务|后勤|物业|机关|领导|(?:${BEFORE_POST}|分管|带班|值班|办公室|[镇县区市乡村校院局科支街道社站所队公司党委厂部]{1,2})(?:主任|书记|科长|局长|镇长|乡长|村长|所长|站长|队长|校长|院长|老师|经理|部长|组长|股长|专员|师傅|干事)|${FAMILIAR}|${PERSON}`;

const MARKS = '[·."\'*!#~→—-]';
const WORD = new RegExp(`^(?:${WORDS}|${MARKS})$`);
const PIECE = new RegExp(`^(?:${WORDS}|${WHO}|${MARKS})$`);
/** Who it is, and no word of passing on, may as well be an addressee or a place. */
const ONLY_WHO = new RegExp(`^(?:${WHO})$`);
/** Longest piece, in letters. */
const LONGEST = 16;
/** Whose it is, and no more: "镇里的通知", "转集团通知"; who is called to look, where that is everybody: "各单位看一下". */
const CALLED = new RegExp(
  `^(?:现|请|接|转发?)?(?:(?:${WHO})的?(?:通知|提醒|消息|来通知了|发布|发的|转发的?)|(?:${ADDRESSEES})(?:看|看看|看一下|看下|看这里|注意|请注意|知晓|互相转告))[哈啊了]?$`,
);
/** Words by which who is named is known for who says it: without one it may be who is meant ("幼儿园请注意"). */
const SAYS =
  /通[知告报]|公告|提[醒示]|转|要求|消息|发|来[电函自]|[说讲]|强调|安排|[部布]署|布置|交代|指示|精神|[收接]|让|据|按|由|传达|文件|分享|落实|给/;

/** Nothing but who is meant: everybody, or some. */
const NOUNS =
  /^(?:新|最新|各|的|人员|同志|同事|家长|组长|书记|主任|老师|们|和|与|、|大家|各位|所有人|个人|各户|全体|工作)+$/;
const EVERYBODY = new RegExp(`^(?:${ADDRESSEES})$`);

/** The same few leads come again and again. */
const known = new RecentMap<string, boolean>(PIECES_KEPT);

/** Whether a clause says nothing but that something is passed on, and by whom. */
export function passesOn(clause: string): boolean {
  const letters = clause.replace(/\s/g, '');
  const before = known.get(letters);
  if (before !== undefined) return before;
  const passes = saysPassingOn(letters);
  known.set(letters, passes);
  return passes;
}

function saysPassingOn(letters: string): boolean {
  if (CALLED.test(letters)) return true;
  if (ONLY_WHO.test(letters)) return false;
  if (NOUNS.test(letters)) return EVERYBODY.test(letters);
  return isMadeOf(letters, WORD) || (SAYS.test(letters) && isMadeOf(letters, PIECE));
}

/** Whether a text can be parted into such pieces: a pattern of its own would try all ways of parting it. */
function isMadeOf(letters: string, piece: RegExp): boolean {
  const isEnd = [true];
  for (let start = 0; start < letters.length; start++) {
    if (!isEnd[start]) continue;
    for (let end = start + 1; end <= Math.min(letters.length, start + LONGEST); end++) {
      isEnd[end] ||= piece.test(letters.slice(start, end));
    }
  }
  return letters !== '' && isEnd[letters.length] === true;
}
