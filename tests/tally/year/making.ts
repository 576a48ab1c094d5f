import type { DemandObject, WorkKind } from '../../../lib/detect/demand-object.ts';
import { hash53 } from '../../../lib/detect/hash.ts';
import type { DemandKind, Verdict } from '../../../lib/detect/types.ts';
import { contributionsOfMessage, contributionsOfNotice } from '../../../lib/tally/contributions.ts';
import { addContributions, addCounts, emptyDay } from '../../../lib/tally/counts.ts';
import { addDays, hourOf, isLate } from '../../../lib/tally/local-day.ts';
import type { AskRow, Day, DayRow, MessageRow, NoticeRow } from '../../../lib/tally/rows.ts';
import { addMember, asksIn, newVersion, noteSpread } from '../../../lib/tally/versions.ts';
import { createRandom, type Random } from '../../corpus/planted/random.ts';
import type { MadeGroup } from './groups.ts';

/** A tally as it stands after a while of use: rows that agree with each other, without a judge. */
export type MadeTally = {
  messages: MessageRow[];
  notices: NoticeRow[];
  asks: AskRow[];
  days: DayRow[];
};

const THINGS = [
  '河道保洁',
  '森林防火',
  '校园安全',
  '养老服务',
  '燃气排查',
  '道路养护',
  '水库巡查',
  '食堂检查',
  '垃圾分类',
  '反诈宣传',
] as const;
const ASKS = ['台账', '统计表', '会议', '检查', '名单', '方案'] as const;
const TRACES: readonly [DemandKind, ...DemandKind[]] = [
  'screenshot',
  'photo',
  'check-in',
  'relay',
  'share',
  'study',
  'location',
  'reply',
];
const WORK: readonly [DemandKind, ...DemandKind[]] = ['form', 'meeting', 'inspection', 'form'];
const PLACES = [
  '城东',
  '城西',
  '河口',
  '新桥',
  '石岭',
  '柳林',
  '大营',
  '南湾',
  '北关',
  '东沟',
] as const;
const ROADS = ['片区', '沿线', '园区', '集镇'] as const;
const NAMES = ['李主任', '张书记', '王网格', '赵干事', '陈老师'] as const;

const PLAIN: Verdict = {
  relation: 'none',
  of: null,
  notice: null,
  partial: false,
  similarity: 0,
  changed: [],
  demands: [],
  traceOnly: false,
  isReply: false,
  guards: [],
  deadline: null,
  action: 'show',
  reason: 'short',
  title: '',
};

/** Looks like an evidence number; the rows have no words to make one of. */
function madeNumber(key: string): string {
  return [1, 2, 3, 4, 5]
    .map((part) => hash53(`${part}${key}`))
    .join('')
    .slice(0, 64);
}

/** Days that details are kept. */
const DETAILS = 90;

/** Posts messages into groups and keeps the rows that a judge and a recorder would have made of them. */
export class Making {
  readonly #random: Random;
  /** Of its own, so that what is asked for moves nothing else. */
  readonly #naming = createRandom(1);
  readonly #detailsFrom: Day;
  readonly #messages: MessageRow[] = [];
  readonly #notices = new Map<string, NoticeRow>();
  /** The notices of late by cluster. */
  readonly #lately = new Map<number, NoticeRow[]>();
  #made = 0;

  constructor(random: Random, lastDay: Day) {
    this.#random = random;
    this.#detailsFrom = addDays(lastDay, -DETAILS);
  }

  post(group: MadeGroup, groups: readonly MadeGroup[], day: Day): void {
    const roll = this.#random.next();
    if (roll < group.replies)
      this.#put(group, day, { ...PLAIN, isReply: true, reason: 'answer' }, 2);
    else if (roll < group.replies + group.traces) this.#trace(group, day);
    else if (roll < group.replies + group.traces + group.copies) this.#copy(group, groups, day);
    else if (roll < group.replies + group.traces + group.copies + 0.12) this.#notice(group, day);
    else this.#put(group, day, PLAIN, 4 + this.#random.whole(0, 19));
  }

  #trace(group: MadeGroup, day: Day): void {
    const demands = [this.#random.pick(TRACES)];
    const verdict: Verdict = {
      ...PLAIN,
      demands,
      traceOnly: true,
      action: 'fold',
      title: '请及时上传',
    };
    const row = this.#put(group, day, verdict, 12);
    if (this.#random.chance(0.7)) row.foldedDay = day;
  }

  #notice(group: MadeGroup, day: Day): void {
    const random = this.#random;
    const lately = this.#lately.get(group.cluster) ?? [];
    const changes = random.chance(0.08) ? lately.at(-1) : undefined;
    const thing = `${random.pick(THINGS)}${random.pick(ASKS)}`;
    const verdict: Verdict = {
      ...PLAIN,
      relation: changes ? 'revision' : 'new',
      of: changes?.notice ?? null,
      changed: changes
        ? [{ fact: 'date', from: '10月20日', to: '10月22日', role: 'deadline' }]
        : [],
      demands: random.chance(0.6) ? [random.pick(WORK)] : random.chance(0.3) ? ['reply'] : [],
      deadline: random.chance(0.5) ? noonOf(day) + (1 + random.whole(0, 5)) * 86_400_000 : null,
      action: 'mark',
      reason: changes ? 'changed' : 'new',
      title: changes?.title ?? `关于报送${thing}的通知`,
    };
    const row = this.#put(group, day, verdict, 40 + random.whole(0, 119), true);
    const notice = this.#notices.get(row.key);
    if (notice) this.#lately.set(group.cluster, [...lately.slice(-6), notice]);
    if (changes && notice) {
      const { key, site, chat, sender, time } = row;
      changes.revisedBy.push({
        key,
        site,
        chat,
        sender,
        time,
        notice: row.key,
        changed: row.verdict.changed,
      });
    }
  }

  #copy(group: MadeGroup, groups: readonly MadeGroup[], day: Day): void {
    const random = this.#random;
    const cluster = random.chance(0.7)
      ? group.cluster
      : (groups[random.whole(0, groups.length - 1)]?.cluster ?? 0);
    const lately = this.#lately.get(cluster) ?? [];
    const notice = lately[random.whole(0, Math.max(1, lately.length) - 1)];
    if (!notice) {
      this.#notice(group, day);
      return;
    }
    const verdict: Verdict = {
      ...PLAIN,
      relation: 'copy',
      of: notice.notice,
      notice: notice.notice,
      similarity: 1,
      demands: [...(notice.members[0]?.demands ?? [])],
      action: 'fold',
      reason: 'words',
      title: notice.title,
    };
    const row = this.#put(group, day, verdict, notice.members[0]?.chars ?? 60);
    if (random.chance(0.8)) row.foldedDay = day;
    addMember(notice, row);
  }

  #put(group: MadeGroup, day: Day, verdict: Verdict, chars: number, founds = false): MessageRow {
    const random = this.#random;
    this.#made += 1;
    const key = `${group.site}:made-${this.#made}`;
    const hour = random.chance(group.late)
      ? random.pick([6, 7, 18, 19, 20, 21, 22, 23])
      : 8 + random.whole(0, 9);
    const time = noonOf(day) + (hour - 12) * 3_600_000 + random.whole(0, 3599999);
    const isKept = day >= this.#detailsFrom;
    const stated = founds ? { ...verdict, notice: key } : verdict;
    const row: MessageRow = {
      key,
      site: group.site,
      chat: group.chat,
      sender: isKept ? random.pick(NAMES) : '',
      own: random.chance(0.03),
      time,
      day,
      late: isLate(time),
      hour: hourOf(time),
      kind: 'text',
      hash: key,
      via: 'page',
      contentKey: verdict.notice ?? key,
      chars,
      excerpt: isKept && stated.title !== '' ? `${stated.title}，请认真组织，按时完成。` : '',
      verdict: isKept ? stated : { ...stated, title: '', changed: [] },
      rev: 1,
      done: false,
      recalled: false,
      foldedDay: null,
      ...(isKept && { detailDay: day }),
    };
    this.#messages.push(row);
    if (founds) {
      const changes = stated.of === null ? undefined : this.#notices.get(stated.of);
      const notice = newVersion(key, row.verdict, changes, this.#asks(stated, isKept));
      notice.rev = 1;
      addMember(notice, row);
      if (isKept && chars >= 24) notice.evidence = { key, number: madeNumber(key) };
      this.#notices.set(key, notice);
    }
    return row;
  }

  /** What a notice asks for; most of it is of one place, so that only some is asked for again. */
  #asks({ demands, title }: Verdict, isKept: boolean): DemandObject[] {
    const random = this.#naming;
    const kind = demands.find((each): each is WorkKind => WORK.includes(each));
    const thing = /^关于报送(.+)的通知$/.exec(title)?.[1];
    if (!kind || !thing) return [];
    const paper = { form: thing.slice(4), meeting: '会议', inspection: '检查' }[kind];
    const object = `${random.pick(PLACES)}${random.pick(ROADS)}${thing.slice(0, 4)}${paper}`;
    const period = random.chance(0.3)
      ? `2026-${String(9 + random.whole(0, 2)).padStart(2, '0')}`
      : null;
    return [{ kind, object: isKept ? object : '', id: `${kind} ${object}`, period }];
  }

  tally(): MadeTally {
    const sums = new Map();
    for (const row of this.#messages) addContributions(sums, contributionsOfMessage(row));
    for (const notice of this.#notices.values()) {
      noteSpread(notice);
      addContributions(sums, contributionsOfNotice(notice));
    }
    const days = [...sums].map(([id, counts]): DayRow => {
      const row = emptyDay(id);
      addCounts(row, counts);
      return row;
    });
    const notices = [...this.#notices.values()];
    const asks = notices.flatMap(asksIn).map((entry) => ({ entry }));
    return { messages: this.#messages, notices, asks, days };
  }
}

function noonOf(day: Day): number {
  return new Date(`${day}T12:00:00`).getTime();
}
