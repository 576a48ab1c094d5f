import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { engine } from '../../lib/background/engine';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import type { TallyDb } from '../../lib/tally/db';
import { openRecorder, type Recorder } from '../../lib/tally/record';
import { freshDb, message, NOON, report, reportOf } from '../tally/tally-bench';
import { fuzzTest } from './fuzz-test';

/** What a notice states: of two that differ in one of these neither is a copy of the other. */
type Facts = {
  form: string;
  day: number;
  hour: number;
  place: string;
  phone: string;
  count: number;
};

type Step =
  | { do: 'tell'; key: string; chat: string; at: number; facts: Facts; way: number }
  | { do: 'recall' | 'claim'; key: string }
  | { do: 'erase'; chat: string }
  | { do: 'restart' | 'kill' };

const facts: fc.Arbitrary<Facts> = fc.record({
  form: fc.constantFrom('消防安全隐患排查表', '河道保洁统计表'),
  day: fc.constantFrom(18, 20),
  hour: fc.constantFrom(9, 17),
  place: fc.constantFrom('镇应急办', '镇水利站'),
  phone: fc.constantFrom('0571-86120001', '0571-86120007'),
  count: fc.constantFrom(12, 21),
});

/** How people pass a notice on. */
const WAYS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `转发：\n${text}`,
  (text) => `@所有人 ${text}`,
  (text) => `${text}\n收到请回复`,
  (text) => text.replaceAll('，', ',').replaceAll('：', ':'),
  (text) => `【重要】${text}谢谢！`,
  (text) => text.replace(/。/g, '。\n'),
];

function textOf({ form, day, hour, place, phone, count }: Facts): string {
  return `关于报送${form}的通知：请各村（社区）认真组织，于10月${day}日${hour}:00前将${form}一式${count}份报送至${place}，联系电话${phone}，逾期不候。`;
}

const key = fc.integer({ min: 0, max: 7 }).map((at) => `wechat:${at}`);
const chat = fc.constantFrom('甲群', '乙群', '丙群');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      ...{ do: fc.constant('tell' as const), key, chat, facts },
      at: fc.integer({ min: -3000, max: 60 }),
      way: fc.nat(WAYS.length - 1),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('recall', 'claim'), key }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), chat }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('restart', 'kill') }) },
);

class Bench {
  readonly db: TallyDb = freshDb();
  /** The facts that each message states now. */
  readonly stated = new Map<string, string>();
  recorder: Promise<Recorder> = this.open();
  #isBroken = false;

  open(): Promise<Recorder> {
    const { db } = this;
    return openRecorder({
      ...{ db, engine, version: '1.0.0', settings: DEFAULT_SETTINGS, now: () => NOON },
      onFailure: (error) => {
        throw error;
      },
    });
  }

  constructor() {
    this.db.notices.hook('creating', () => {
      if (this.#isBroken) throw new Error('killed');
    });
  }

  async run(each: Step): Promise<void> {
    const recorder = await this.recorder;
    if (each.do === 'tell') {
      const text = WAYS[each.way]?.(textOf(each.facts)) ?? '';
      const told = message(each.key, text, { chat: each.chat, at: each.at });
      await recorder.report(reportOf(told));
      this.stated.set(each.key, JSON.stringify(each.facts));
    }
    if (each.do === 'recall') await recorder.report(report({ recalls: [each.key] }));
    if (each.do === 'claim') {
      const hash = (await this.db.messages.get(each.key))?.hash ?? 'none';
      await recorder.report(report({ claims: [{ key: each.key, hash }] }));
    }
    if (each.do === 'erase') {
      await recorder.erase({ what: 'chat', site: 'wechat', chat: each.chat });
    }
    if (each.do === 'kill') {
      this.#isBroken = true;
      const other =
        '关于召开安全生产工作会议的通知：请各村（社区）主任于10月19日14:30到镇三楼会议室参会。';
      await recorder.report(reportOf(message('wechat:99', other))).catch(() => undefined);
      this.#isBroken = false;
    }
    if (each.do === 'restart' || each.do === 'kill') this.recorder = this.open();
  }

  /** All members of a version state the same. */
  async expectSameFacts(): Promise<void> {
    for (const { notice, members } of await this.db.notices.toArray()) {
      const known = members.map((member) => this.stated.get(member.key) ?? 'not told');
      const different = known.find((each) => each !== known[0]);
      if (different) throw new Error(`${notice}: ${known[0]} and ${different}`);
    }
  }
}

fuzzTest<Step[]>('copies: none states other facts than its notice', {
  runs: 60,
  input: fc.array(step, { minLength: 2, maxLength: 20 }),
  async check(steps) {
    const bench = new Bench();
    for (const each of steps) {
      await bench.run(each);
      await bench.expectSameFacts();
    }
    await bench.db.delete();
  },
});
