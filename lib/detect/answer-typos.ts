/** What a hand that types fast, or a keyboard that guesses, makes of the words of an answer. */
const TYPOS: readonly (readonly [RegExp, string])[] = [
  [
    /[己巳](?=经?[收报填交发转阅知打签完接读传看办落学通上处])|(?<![可所加予])以(?=[收报填交发转阅签完])/g,
    '已',
  ],
  [/已[已以己]|以已/g, '已'],
  [/以经|己经/g, '已经'],
  [/[名鸣]白|明[百拜摆]/g, '明白'],
  [/收[倒道刀稻]|[受手首守]到|收dao|shou到|收到到/g, '收到'],
  [/[号毫豪浩][的滴得]|好[地德得]$/g, '好的'],
  [/[尊遵]名|尊命/g, '遵命'],
  [/知[到倒]|[只之]道/g, '知道'],
  [/抱告|报搞|报吿/g, '报告'],
  [/[接街结][拢笼隆垄聋]|街龙/g, '接龙'],
  [/[添镇](?=[表报写好完])/g, '填'],
  [/[上填]抱/g, '上报'],
  [/転|传(?=发)/g, '转'],
  [/発|(?<=转)[法花]/g, '发'],
  [/[铃岭玲]导|(?<=谢)领到/g, '领导'],
  [/签[道倒]/g, '签到'],
  [/大卡|打[咔咖]/g, '打卡'],
  [/完[城程]/g, '完成'],
  [/正长|整常/g, '正常'],
  [/平按/g, '平安'],
  [/辛哭|幸苦/g, '辛苦'],
  [/[写泻]谢/g, '谢谢'],
  [/[阔口科]以(?=[的了啦]?$)/g, '可以的'],
  [/[木米冒冇]得?(?=问题|情况)|么得(?=问题)|莫得(?=问题)/g, '没'],
  [/点[攒暂]/g, '点赞'],
  [/参[家佳]/g, '参加'],
  [/报[明铭]/g, '报名'],
  [/落[时石]/g, '落实'],
  [/整[该盖]/g, '整改'],
];
/** English, and Chinese in Latin letters, as far as it only answers. */
const LATIN =
  /(?<![a-z])(?:noted,? with thanks|got it|no prob(?:lem)?|yes sir|(?:copy|roger) that|copy|(?:well )?noted|understood|done|rcvd|received|kk|will do|sure|h[ao]{2}de|hao|mingbai(?:le)?|zhidao(?:le)?|(?:yi)?shoudao(?:le)?|0ka?y?|okey|oki|okok|ok la|acknowledged|ack|confirmed|wilco|yep|yeah|yup|aye|rgr|recd|np|get到|get|i see|all good|all done|finished|completed?|submitted|checked|sent|ok啦|ojbk|fine|roger|understand|sd)(?![a-z])/g;
const LATIN_THANKS = /(?<![a-z])(?:thank(?:s| you| u)?|thx|tks|ty|3q|xie ?xie)(?![a-z])/g;

/** The text with its typing mistakes mended and its Latin words put as an answer has them. */
export function mended(text: string): string {
  let words = text.replace(LATIN, 'ok').replace(LATIN_THANKS, '谢谢');
  for (const [wrong, right] of TYPOS) words = words.replace(wrong, right);
  return words;
}
