import type { Message } from '../../lib/detect/types';
import { HOUR, MONDAY } from './fixtures';

/** What a made-up message is, by construction: `of` is the key of the notice it copies or changes. */
export type Labelled = {
  message: Message;
  label: 'new' | 'copy' | 'update' | 'chat';
  of: string | null;
};

type Random = {
  below: (limit: number) => number;
  pick: <Item>(items: readonly Item[]) => Item;
  chance: (share: number) => boolean;
};

/** Repeatable random numbers (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
    chance: (share) => next() < share,
  };
}

type Facts = Record<
  'who' | 'matter' | 'title' | 'place' | 'office' | 'contact' | 'phone',
  string
> & { month: number; day: number; hour: number; count: number };

const WHO = ['各社区书记', '各村会计', '各网格员', '各科室负责人', '各包村干部', '各企业安全员'];
const MATTERS = [
  '高龄津贴复核',
  '秋粮收购统计',
  '安全隐患排查',
  '困难群众走访',
  '农田水利冬修',
  '消防通道清理',
  '垃圾分类宣传',
  '医保参保动员',
  '退役军人信息采集',
  '重点项目调度',
  '人居环境整治',
  '档案数字化整理',
];
const SEASONS = [
  '第一季度',
  '第二季度',
  '第三季度',
  '第四季度',
  '上半年',
  '下半年',
  '年度',
  '冬春',
];
const PLACES = [
  '三楼会议室',
  '二楼党员活动室',
  '镇文化中心',
  '便民服务中心',
  '政府东楼308室',
  '社区图书馆',
];
const OFFICES = ['民政办', '经发办', '平安办', '党政办', '城管科', '财政所'];
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华';

const TEMPLATES: readonly ((f: Facts) => string)[] = [
  (f) =>
    `${f.who}：请于${f.month}月${f.day}日${f.hour}:00前将《${f.title}》报送至${f.office}，每个单位不少于${f.count}份，纸质版盖章后交到${f.place}，电子版发到工作邮箱。联系人：${f.contact}，电话${f.phone}。`,
  (f) =>
    `定于${f.month}月${f.day}日${f.hour}:00在${f.place}召开${f.matter}工作推进会，请${f.who}准时参加，随身携带${f.title}和近期工作小结，会前请将手机调成静音。因故不能参加的须向${f.office}${f.contact}请假，电话${f.phone}。`,
  (f) =>
    `为进一步做好${f.matter}工作，根据上级部署，现将有关事项安排如下：一是${f.who}要逐户上门核对，确保不漏一户；二是${f.month}月${f.day}日前完成系统录入，数量不少于${f.count}户；三是发现问题及时报告${f.office}。咨询电话${f.phone}，${f.contact}。`,
  (f) =>
    `${f.matter}专项抽查将于${f.month}月${f.day}日开始，抽查组由${f.office}${f.contact}带队，重点查看台账是否齐全、现场是否整改到位。请${f.who}提前对照${f.title}自查，抽查当天${f.hour}:00在${f.place}集合。联系电话${f.phone}。`,
];
const CHATTER = [
  '收到',
  '好的',
  '1',
  '收到，马上办',
  '城管科收到',
  '辛苦了',
  '今天食堂有红烧肉吗',
  '谁有空帮忙搬一下桌子',
  '会议室空调怎么开',
  '已报',
  '路上堵车，晚到十分钟',
  '[强]',
  '打印机没纸了',
  '明白',
];

function factsFrom(random: Random): Facts {
  const matter = random.pick(MATTERS);
  return {
    who: random.pick(WHO),
    matter,
    title: `关于报送${random.pick(SEASONS)}${matter}情况的通知`,
    place: random.pick(PLACES),
    office: random.pick(OFFICES),
    contact: random.pick([...SURNAMES]) + random.pick([...GIVEN]) + random.pick([...GIVEN, '']),
    phone: `138${10_000_000 + random.below(89_999_999)}`,
    month: 11 + random.below(2),
    day: 1 + random.below(28),
    hour: 8 + random.below(10),
    count: 5 + random.below(90),
  };
}

const EDITS: readonly ((text: string, random: Random) => string)[] = [
  (text) => `【转发】${text}`,
  (text) => `@所有人 ${text}`,
  (text) => `大家好！${text}`,
  (text) => `${text}谢谢配合！`,
  (text) => `${text}\n收到请回复`,
  (text) => text.replace(/，/g, ', '),
  (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (text) => `❗${text}🌹`,
  (text) => `「${text}」`,
  (text) => text.replace(/。/g, '。\n'),
  (text) => text.replace('报送至', '上报至').replace('召开', '举行'),
  (text, random) => text.slice(0, Math.floor(text.length * (0.65 + random.below(30) / 100))),
];

/** A change of one fact; a text that has none of it comes back as it was. */
const CHANGES: readonly ((f: Facts, random: Random) => Facts)[] = [
  (f) => ({ ...f, day: (f.day % 28) + 1 }),
  (f) => ({ ...f, hour: 8 + ((f.hour - 7) % 10) }),
  (f) => ({ ...f, place: PLACES[(PLACES.indexOf(f.place) + 1) % PLACES.length] ?? '' }),
  (f) => ({ ...f, count: f.count + 1 }),
  (f, random) => ({ ...f, phone: `139${10_000_000 + random.below(89_999_999)}` }),
  (f) => ({ ...f, contact: `欧阳${f.contact.slice(1)}` }),
  (f) => ({ ...f, title: f.title.replace('情况', '台账') }),
];

/** A stream of notices, their copies in other dress, changes of one fact, sisters in the same words, and chatter. */
export function makeStream(count: number, seed: number): Labelled[] {
  const random = randomFrom(seed);
  const notices: { key: string; facts: Facts; template: number }[] = [];
  const stream: Labelled[] = [];
  /** What was said in full, and in which message first: the same change made twice is a copy. */
  const said = new Map<string, string>();
  for (let at = 0; at < count; at++) {
    const key = `made:${seed}:${at}`;
    const make = (text: string): Message => ({
      key,
      site: 'made',
      chat: `群${random.below(40)}`,
      sender: random.pick(WHO),
      own: false,
      time: MONDAY + at * (HOUR / 60),
      kind: 'text',
      text,
    });
    const old =
      notices.length > 0
        ? notices[notices.length - 1 - random.below(Math.min(200, notices.length))]
        : undefined;
    const dice = random.below(100);
    if (dice < 24) stream.push({ message: make(random.pick(CHATTER)), label: 'chat', of: null });
    else if (dice < 48 || !old) {
      const notice = { key, facts: factsFrom(random), template: random.below(TEMPLATES.length) };
      notices.push(notice);
      const words = TEMPLATES[notice.template]?.(notice.facts) ?? '';
      said.set(words, key);
      stream.push({ message: make(words), label: 'new', of: null });
    } else {
      const template = TEMPLATES[old.template];
      const isUpdate = dice < 60;
      const facts = isUpdate ? random.pick(CHANGES)(old.facts, random) : old.facts;
      const words = template?.(facts) ?? '';
      let text = words;
      for (let edits = random.below(4); edits > 0; edits--) {
        const edit = random.pick(isUpdate ? EDITS.slice(0, -1) : EDITS);
        text = edit(text, random);
      }
      stream.push({
        message: make(text),
        label: said.has(words) ? 'copy' : 'update',
        of: said.get(words) ?? old.key,
      });
      if (!said.has(words)) said.set(words, key);
    }
  }
  return stream;
}
