import type { Analysis } from './analysis.ts';
import { goesAlong, isPlainAnswer, nameBeforeAnswer } from './answer-form.ts';
import { HAN } from './han.ts';
import { ACKNOWLEDGES, NAMED } from './reply-words.ts';

/** Letters of an answer, and parts that it has: more says something. */
const LONGEST = 36;
const PARTS = 6;
const LONGEST_PART = 16;

/** "已" or "了" is needed where the bare word could be an order: "转发" asks, "已转发" answers. A bare "打卡" is a check-in done. */
const ORDER =
  /^(?:办结|报送?|上报|提交|填写?|填报|转发|点赞|投票|关注|学习|接龙|回复|参加|传达|落实|发|交|转|行|收|看|读)$/;
/** A person of rank, or those who are spoken to: their doings are news. */
const TITLED = /(?:主任|书记|领导|[局镇乡县校院所科队站部组区市]长|总|老师|各位|大家|您|你)$/;
/** Words that make of the letters before an answer no name. */
const NO_NAME =
  /没|未|请|谁|都|是否|怎|不|要|还|为|何[时人处]|哪|有|如|若|以|后|全|大家|各|注意|查|可|能|否|需|将|限|应|必|须|把|再|等|先|只|仅|明|今|昨|天|前|会议|会不会|尽快|及时|通知|文件|材料|表|名单|数据|什么|继续|正在|开始|结束|取消|停止|暂|时间|地点|任务|工作|情况|上级|问题|照片|方案|方式|方法|安全|常规|平时|高温|严重|关于|连续|费用|包括|向|从|已|就|才|刚|终于|我|你|他|她|钱|货|车(?!间|队|站)|水(?!务|利|库|厂|产|站)|电(?!力|信|站|商)|快递|同意|收到|完成|们|签|个|法|执|修|坏|缺|病|换|在/;
const ASKS =
  /无法|[来去做办填报打交上进到]不了|不能|不会|坏了|故障|困难|请假|[?吗么]|[^村组科班校园镇乡局院队站们我暂均]没有$|^是(?!的?$|的?[,。!\s])|.没$|呢$|是否|不$|谁|哪|怎|几点|什么|为什么|(?:请|务必|记得|抓紧|麻烦你|麻烦大家).*(?:报|交|发|填|回复|打卡|完成)/;
/** Not done, or all gone and over: news, not answers. */
const NO_ANSWER =
  /(?:没有|没|未|尚未)(?:收|看|知|完|到|打|签|报|填|交|发|接|办|弄|学|参|通|落|处)|^(?:已经?|都)?(?:领|用|卖|抢|发|送|分)(?:完|光)(?:了|啦)?$|结束了?$/;
/** A name in brackets after an answer, or an answer after a name. */
const IN_BRACKETS = new RegExp(`\\((${HAN}{2,6})\\)`, 'g');
const GAP = new RegExp(`[\\s,。.!~、;:·…'"“”—【】✓✔☑√]+|(?<=${HAN})[-—](?=${HAN})`);

const FACE_ONLY =
  /^(?:\s|\[(?:ok|强|抱拳|握手|鼓掌|玫瑰|合十|赞|胜利|好的|收到|拳头|耶|爱心|微笑|憨笑)\])+$/;
const HAND =
  /[\u{1f44c}\u{1f44d}\u{1f64f}\u{1f44f}\u{1f339}\u{1f4aa}\u{1f91d}\u{2705}\u{1fae1}\u{1f197}]/u;

/** A text longer than this is no answer, whatever it addresses; and longer than the other, if it addresses nobody. */
const LONGEST_ADDRESSED = 400;
const LONGEST_PLAIN = 60;
/** Letters of which every answer has one, and letters that none has. Tables, because every message is looked at. */
const ANSWERING = 1;
const ASKING = 2;
const LETTERS = new Uint8Array(0x10000);
for (const letter of '收悉敬好可以行中妥成要得令遵照没题毛病知晓道明了解清楚懂记阅读看嗯恩噢哦是在到必须执已完毕过上均都全刚早卡签搞岗位齐无有零正常平安良误参来算加报马这立定坚保更改去下寄倒補齊報無過參來記讀閱瞭懂嚴確認賬點點發傳') {
  LETTERS[letter.charCodeAt(0)] = ANSWERING;
}
for (const letter of '吗么谁哪怎?？') LETTERS[letter.charCodeAt(0)] = ASKING;

/** A first look at the raw text, in one pass: whether it can be an answer at all. */
function mayAnswer(text: string): boolean {
  if (text.length > LONGEST_ADDRESSED) return false;
  const isPlain = !text.includes('@') && !text.includes('[');
  if (!isPlain) return true;
  if (text.length > LONGEST_PLAIN) return false;
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Latin letters, digits, other scripts and pictures are not worth a table.
    seen |= unit < 0x4e00 || unit > 0x9fff ? LETTERS[unit] || ANSWERING : (LETTERS[unit] as number);
  }
  return seen === ANSWERING;
}

/** Whether the message only answers: "收到", "1", "城管科已报". By form alone; in doubt it is none. */
export function isReply(analysis: Analysis): boolean {
  const { message, normal, placeholder } = analysis;
  if (message.kind !== 'text' || placeholder || message.file || message.link) return false;
  if (!mayAnswer(message.text)) return false;
  const text = withoutMention(normal.folded)
    .replace(/\[[^\]\s]{1,4}\]/g, ' ')
    .trim();
  if (text === '') return isGesture(message.text, normal.folded);
  if (text.length > LONGEST || ASKS.test(text.replace(/[。.!~\s]+$/, ''))) return false;
  return text === '没有' || answers(text.replace(IN_BRACKETS, ' $1 '));
}

/** Whether every part of the text belongs to an answer, and one of them answers. */
function answers(text: string): boolean {
  const parts = text.split(GAP).filter((part) => part !== '');
  if (parts.length === 0 || parts.length > PARTS) return false;
  let answered = false;
  let named = 0;
  for (const part of parts) {
    if (part.length > LONGEST_PART) return false;
    if (isAnswer(part)) answered = true;
    else if (isName(part)) named++;
    else if (!goesAlong(part)) return false;
  }
  return answered && named <= 3;
}

function isAnswer(part: string): boolean {
  if (ORDER.test(part) || NO_ANSWER.test(part)) return false;
  if (isPlainAnswer(part)) return true;
  const name = nameBeforeAnswer(part);
  if (name === null || NO_NAME.test(name)) return false;
  const rest = part.slice(name.length);
  // Somebody else is greeted or told of: "领导好", "张主任回复了".
  if (rest.length === 1 && '好是在'.includes(rest)) return false;
  return !ORDER.test(rest) && (!TITLED.test(name) || ACKNOWLEDGES.test(rest));
}

function isName(part: string): boolean {
  return NAMED.test(part) && !NO_NAME.test(part);
}

function withoutMention(folded: string): string {
  return folded.replace(/^(?:\s*@[^\s@]{1,20}(?:\s|$))+/, '').trim();
}

function isGesture(text: string, folded: string): boolean {
  const rest = folded.replace(/@[^\s@]{1,20}(?:\s|$)/g, '');
  return (rest.trim() !== '' && FACE_ONLY.test(rest)) || (rest.trim() === '' && HAND.test(text));
}
