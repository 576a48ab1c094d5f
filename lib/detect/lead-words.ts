/** What may stand before what is to be done, one piece after the other: "从我开始", "用手机", "到岗". */
const PIECE =
  /^(?:现场|[都也就先再快]|大家|全[体员部]|出勤|查[寝岗夜铺房]|[晨午晚][检读练会]|夜间?|返[校岗]|[出收][车工]|上[工课学车]|下[工乡村车]|执勤|站岗|护学|巡[线渠堤路库逻更防田护]|防[汛火]|实名制?|人脸|从[^,。;!?\n]{1,4}起|用[^,。;!?\n]{0,6}|(?:打?开|拿)手机|[就即]|[帮替][^,。;!?\n]{1,5}|答题|看课|点赞|转发|投票|关注|回复|接龙|定位|一个一?个|挨个|顺便|顺手|按[^,。;!?\n]{1,8}|用?(?:手机|微信|钉钉|网)上|实时|今[天日晚早]|明[天日早]|现在|早上|晚上|下午|每[天日周]|速|快|按要求|按时|扫码|拍照|截图|从我开始|统一|点[击开]?链接|给[^,。;!?\n]{1,5}|在?群里|在线|入场|到场|到岗|进门|会前|健康|体温|巡河|巡林|早起|上岗|考勤|晨跑|夜巡|[到在][^,。;!?\n]{1,8}[里上]|打卡|签到|报到|评论区|直播间|视频号|为[^,。;!?\n]{1,8}|学分|成功页面|入户|走访|巡查|活动|工作|公众号|小程序|下面|直接|中途|以上|自己的|[→+、])$/;
/** The longest of them, in characters. */
const LONGEST = 10;
/** For one's own people something is done that is asked of nobody. */
const FOR_ONES_OWN =
  /^给(?:孩子|宝|娃|狗|猫|女|对象|老[婆公]|[他她你]|我(?![们村镇校院县市区局队]))/;
/** Numbers and marks before the first of them, and what may stand behind the last. */
const MARKS = /^[\s\d.、)(:@#*!→+一二三四五六七八九第-]*/;
const END = /^[\s:,]*$/;
/** A longer lead says more than who does it how. */
const MOST = 200;

/**
 * Whether a text consists of such pieces. Place by place: as one pattern, in which pieces of any words follow one another,
 * a message of a hundred letters was tried in more ways than could ever be told.
 */
export function isLead(text: string): boolean {
  if (text.length > MOST) return false;
  const first = MARKS.exec(text)?.[0].length ?? 0;
  const isReached = new Uint8Array(text.length + 1).fill(1, 0, first + 1);
  for (let from = 0; from <= text.length; from++) {
    if (isReached[from] !== 1) continue;
    if (END.test(text.slice(from))) return true;
    if (FOR_ONES_OWN.test(text.slice(from, from + 5))) continue;
    for (let to = from + 1; to <= Math.min(text.length, from + LONGEST); to++) {
      if (isReached[to] !== 1 && PIECE.test(text.slice(from, to))) isReached[to] = 1;
    }
  }
  return false;
}
