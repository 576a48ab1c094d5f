import type { Analysis } from './analysis.ts';
import { DEADLINE_NEAR } from './limits.ts';
import { chatKey } from './notice-index.ts';
import type { Guard, JudgeOptions } from './types.ts';

/** Words of emergencies: what holds them stays open. Fire prevention (防火, 消防) by itself is routine. */
const EMERGENCY =
  /应急|防汛|抗旱|汛期|汛情|洪水|山洪|洪涝|内涝|险情|火情|火灾|火警|火险|起火|疫情|地震|震感|安保|紧急|台风|暴雨|暴雪|强降雨|雷暴|冰雹|大风(?:预警|蓝色|黄色|橙色|红色)|滑坡|泥石流|塌方|决堤|溃坝|转移群众|撤离|爆炸|泄漏|踩踏|伤亡|失联|走失|救援|抢险|预警|警报|停水|停电|停气|中毒|群体性|维稳|寒潮|高温红色/;

/** Reasons that lie in the message itself; the judge adds those that lie in its match. */
export function guardsOf(
  analysis: Analysis,
  deadline: number | null,
  options: JudgeOptions,
): Guard[] {
  const { message, normal } = analysis;
  const guards: Guard[] = [];
  const { file, link } = message;
  const words = file || link ? [normal.folded, file?.name, link?.title].join('\n') : normal.folded;
  if (EMERGENCY.test(words)) guards.push('emergency');
  if (message.mentionsMe === true || mentions(analysis, options.myNames)) guards.push('mention');
  if (message.own) guards.push('own');
  if (deadline !== null && deadline >= message.time && deadline - message.time <= DEADLINE_NEAR) {
    guards.push('deadline');
  }
  if (isNeverFolded(analysis, words, options)) guards.push('never-fold');
  if (analysis.placeholder) guards.push('placeholder');
  else if (message.image && !message.image.key) guards.push('attachment');
  if (analysis.oversize) guards.push('oversize');
  return guards;
}

/** "@name" followed by a space (U+2005 as well), punctuation or the end. */
function mentions(analysis: Analysis, names: readonly string[]): boolean {
  const { clean } = analysis.normal;
  if (names.length === 0 || !clean.includes('@')) return false;
  return names.some((name) => {
    const wanted = `@${name.normalize('NFKC').trim()}`;
    if (wanted.length < 2) return false;
    for (let at = clean.indexOf(wanted); at !== -1; at = clean.indexOf(wanted, at + 1)) {
      const next = clean.slice(at + wanted.length, at + wanted.length + 2);
      if (!/^[\p{L}\p{N}_]/u.test(next)) return true;
    }
    return false;
  });
}

function isNeverFolded(analysis: Analysis, words: string, options: JudgeOptions): boolean {
  const { message, normal } = analysis;
  const { chats, senders, keywords } = options.neverFold;
  if (chats.length + senders.length + keywords.length === 0) return false;
  return (
    chats.includes(message.chat) ||
    chats.includes(chatKey(message)) ||
    (message.sender !== '' && senders.includes(message.sender)) ||
    keywords.some((keyword) => {
      const wanted = keyword.trim();
      return (
        wanted !== '' &&
        (words.includes(wanted.toLowerCase()) ||
          normal.clean.includes(wanted) ||
          message.text.includes(wanted))
      );
    })
  );
}
