import { momentOf } from './calendar.ts';
import type { Fact, Scan } from './fact.ts';
import { sameMoment } from './moment.ts';

/** What ends a time that something has to be done by. */
const UNTIL =
  /^\s{0,3}(?:\([^()\n]{0,12}\)\s{0,3})?(?:点|时)?(?:[上下]班|[上放]学|[上下]课|天[黑亮]|[收开]工|[午晚早]饭|睡觉|就寝|熄灯|[开散晨早例周会]会|会议?|闭馆|关门|午休|晚自习|早读|升旗|出发|交接?班|换岗|查房|入园|[到离返]校|放假|开学|开考|考试|开赛|比赛|验收|评审|开标|培训|演练)?(?:之前|以前|前(?![往台期面后来排沿门去半列所款段者方任言置几两三述\d]|提(?![交供报醒出])|进(?![行入场驻]))|内(?![容部外科网])|止|截止|截至|为止|逾期)/;
/** 8点没发的, 18:00关文档, 后天后不再受理, 今天最后一天; 21:30厂家就下单了,过时不候. */
const CLOSES =
  /^\s{0,2}(?:(?:还?没有?|未|尚未)(?:发|交|报|填|到|完成|打卡|签到|上传|回复|接龙|提交|反馈)|(?:准时|统一)?(?:关闭|关(?=[文表系通链群入接端。,!;\n]|$)|锁(?=[文表]|定)|停收|收(?:表|齐|卷))|(?:之后|以后|后)(?:不再|不予|概不|一律不|不受理|系统关闭|停止|关闭)|(?:就?是|为)?最后(?:一天|期限|时限))/;
/** Letters that those begin with; a cheap look. */
const MAY_CLOSE = /^\s{0,2}[还没未尚准统关锁停收之以后就是为最]/;
const TOO_LATE = /^[^,。;!\n]{0,12},(?:过时|逾期|过期)不(?:候|再|予)/;
/** 报名11月5日结束. */
const ENDS = /^\s{0,2}结束/;
const ENDING = /(?:报名|填报|申报|征集|答题|投票|缴费|收集|受理)[^,。;!\n]{0,12}$/;
const BY =
  /(?:截止|截至|最迟|最晚|不晚于|不迟于|限于|限期|期限|ddl|deadline)[^,。;!\n\d]{0,8}$|(?:延期|延长|(?:报名|上报|报送|提交|截止|期限|受理|申报|截稿|交稿|投稿|征稿|缴费|预约)(?:时间|日期)?[^,。;!\n\d]{0,4}(?:顺延|延|提前|推迟|改|调整|变更))(?:至|到|为)\s{0,3}$|(?:即日|现在|今日|今天|今)起\s?(?:至|到)\s?$/;
/** "请于11月5日将名单报送": handed in on that day. */
const ON = /(?:请|务必|须|要求|必须)[^,。;!\n]{0,10}于\s?$/;
const HANDED = /^[^,。;!\n]{0,24}?(?:报送|上报|提交|上交|交至|交到|报至|反馈|发至|发到|报给)/;
/** 上报时间为10月26日: the time of handing in is a deadline, that of a meeting is none. */
const HAND_IN =
  /(?:上报|报送|提交|上交|交回|回收|反馈|填报|交表|交稿|截稿|报齐|完成|关闭|还款|缴费|到期|截止|最后)(?:的?时间|日期|时限|日)(?:应|改|调整|更正|变更|定)?(?:为|是|在|到|至|:)?\s{0,2}$/;
/** 报名时间11月1日至7日: until the last of them. */
const STRETCH =
  /(?:报名|报送|填报|申报|受理|提交|缴费|缴纳|投票|征集|登记|答题|申请|上报)(?:时间|日期|期限|期)?\s?(?:为|是|:)?\s?(?:从|自)?\s?$/;
const JOINT = /^\s{0,2}(?:[-—–~至到]|——|--)\s{0,2}$/;

/** Before: what is only expected, or was so until now. After: what the day belongs to, or what is forbidden. */
const EXPECTED = /(?:预计|预报|估计|可能|有望|原定|原计划|原为|原来是|不是)[^,。;!\n]{0,12}$/;
const NO_DEMAND =
  /^\S{0,3}前(?:已|出生|年?满|(?:入职|取得|参加工作|毕业|成立|建成|建档|注册|发生|参保|退休|办理过)[^,。;!\n]{0,10}的|(?:不要|不得|不能|不许|不准|不用|不必|请勿|严禁|禁止|勿)(?![^,。;!\n]{0,8}的)|我们(?![要需得必])|我[会将去]|的(?!时间))/;
/** "由11月5日前改为11月8日前": the first is no deadline any more. */
const FROM = /(?:由|从|原|自|原来的?)[^,。;!\n]{0,12}$/;
const CHANGED =
  /^[^,。;!\n\d]{0,8}(?:改|调整|更改|变更|修改|更正|延长|延期|顺延|推迟|提前|延)(?:为|至|到|成)/;
/** What is handed in is not a meeting. */
const HANDING = /报名|上报|报送|提交|截止|截稿|投稿|受理|申报|缴费|填报|征/;
/** A meeting that is put off has no deadline. */
const MOVED =
  /(?:会议?|培训|比?赛|活动|考试|演练|检查|讲座|班|体检|施工|停[电水气]|上线|验收|评审|面试|开标|时间|开学)[^,。;!\n\d]{0,4}(?:延期|推迟|延后|顺延|延)(?:至|到)\s{0,3}$/;
/** A report, not a demand: "截至10月31日,已有3人". */
const AS_OF = /截至[^,。;!\n\d]{0,4}$/;

/** "请于3日内报送": asked for within a while from the message on. */
const WITHIN_AFTER =
  /^(?:之|以)?内[^,。;!\n]{0,12}?(?:报|交|完成|回复|反馈|填|提交|整改|落实|办结|上传|核|处理|签收|确认|接龙)/;
const WITHIN_BEFORE =
  /(?:请|务必|必须|须|要求|限|于|在|收到|接到|即日起|今日起|自通知|大家|各[^,。;\n]{1,8})[^,。;!\n]{0,10}$/;
const MINUTES: Readonly<Record<string, number>> = { 分钟: 1, 小时: 60, 天: 1440, 周: 10_080 };

/** Letters that a word before a deadline has; a cheap look. */
const MAY_LEAD = /[截迟晚限延期间式送报交缴受d成馈于起集答投收款闭后]/;

/** Marks what says until when. A day and a time that stand side by side share the role. */
export function markDeadlines(scan: Scan): void {
  const { body, facts } = scan;
  for (let first = 0; first < facts.length; ) {
    const fact = facts[first];
    if (fact?.kind !== 'date' && fact?.kind !== 'time') {
      if (fact?.kind === 'number') markWithin(body, fact);
      first++;
      continue;
    }
    const group = sameMoment(body, facts, first);
    if (isDeadline(scan, group, first)) {
      for (const moment of group) moment.role = 'deadline';
    }
    first += group.length;
  }
}

function isDeadline(
  { body, time, today, facts }: Scan,
  group: readonly Fact[],
  first: number,
): boolean {
  const start = group[0]?.start ?? 0;
  const end = group[group.length - 1]?.end ?? start;
  const after = body.slice(end, end + 24);
  const before = body.slice(Math.max(0, start - 20), start);
  const until = UNTIL.test(after);
  if (!until && !closes(after)) {
    if (!(MAY_LEAD.test(before) && isLed(before, after)))
      return endsStretch(body, facts, first, start);
  }
  if (until && NO_DEMAND.test(after)) return false;
  if (!until && MOVED.test(before) && !HANDING.test(before)) return false;
  if (EXPECTED.test(before) || (CHANGED.test(after) && FROM.test(before))) return false;
  return until || !AS_OF.test(before) || !isPast(group, today, time);
}

function closes(after: string): boolean {
  if (MAY_CLOSE.test(after) && CLOSES.test(after)) return true;
  return after.includes('期不') || after.includes('时不') ? TOO_LATE.test(after) : false;
}

function isPast(group: readonly Fact[], today: number, time: number): boolean {
  const day = group.find((fact) => fact.day !== undefined)?.day ?? today;
  const minutes = group.find((fact) => fact.kind === 'time')?.minutes;
  return minutes === undefined ? day <= today : momentOf(day, minutes) <= time;
}

function isLed(before: string, after: string): boolean {
  if (BY.test(before) || HAND_IN.test(before)) return true;
  return (ON.test(before) && HANDED.test(after)) || (ENDS.test(after) && ENDING.test(before));
}

function endsStretch(body: string, facts: readonly Fact[], first: number, start: number): boolean {
  const before = facts[first - 1];
  if (!before || start - before.end > 5) return false;
  if (before.kind !== 'date' && before.kind !== 'time') return false;
  if (!JOINT.test(body.slice(before.end, start))) return false;
  let opening = first - 1;
  while (opening > 0 && isSideBySide(body, facts[opening - 1], facts[opening])) opening--;
  const from = facts[opening]?.start ?? 0;
  return STRETCH.test(body.slice(Math.max(0, from - 12), from));
}

function isSideBySide(body: string, one: Fact | undefined, other: Fact | undefined): boolean {
  if (one?.kind !== 'date' || other?.kind !== 'time') return false;
  return /^[\s()的:]{0,3}$/.test(body.slice(one.end, other.start));
}

function markWithin(body: string, fact: Fact): void {
  if (body[fact.end] !== '内' && body[fact.end + 1] !== '内') return;
  const [, figures = '', unit = ''] = fact.value.split(' ');
  const minutes = MINUTES[unit];
  const after = body.slice(fact.end, fact.end + 20);
  if (minutes === undefined || !WITHIN_AFTER.test(after)) return;
  if (!WITHIN_BEFORE.test(body.slice(Math.max(0, fact.start - 16), fact.start))) return;
  fact.role = 'deadline';
  fact.within = Math.round(Number(figures) * minutes);
}
