import type { Random } from './random.ts';

/** What may differ between two notices of one family. */
export type Slots = {
  subject: string;
  detail: string;
  bureau: string;
  audience: string;
  /** Deadline or day of the event. */
  due: Date;
  place: string;
  count: number;
  contact: string;
  phone: string;
};

/** Slots whose change makes a revision. */
export type Changeable = 'due' | 'place' | 'count' | 'phone';

const BUREAUS = ['农业办', '民政办', '统计站', '社保所', '城管办', '文化站', '村建办', '财政所'];
const AUDIENCES = ['各村', '各村（社区）', '各村、各站办所', '各网格', '各驻村工作队'];
const PLACES = [
  '镇政府三楼会议室',
  '文化站二楼报告厅',
  '党群服务中心大厅',
  '镇政府一楼便民大厅',
  '镇中学礼堂',
  '老年活动中心',
];
const CONTACTS = ['孙丽', '郑伟', '许文', '曹静', '彭涛', '冯洁', '吴凡', '钱晓燕'];

/** Slots of a new matter; the day of `due` lies `ahead` days after `now`. */
export function newSlots(random: Random, matter: readonly [string, string], due: Date): Slots {
  return {
    subject: matter[0],
    detail: matter[1],
    bureau: random.pick(BUREAUS),
    audience: random.pick(AUDIENCES),
    due,
    place: random.pick(PLACES),
    count: random.whole(11, 98),
    contact: random.pick(CONTACTS),
    phone: `66${random.whole(20000, 29999)}`,
  };
}

/** The same slots with one thing changed: what a re-issued notice differs in. */
export function changedSlots(random: Random, slots: Slots, what: Changeable): Slots {
  switch (what) {
    case 'due':
      return { ...slots, due: new Date(slots.due.getTime() + random.whole(1, 3) * 86_400_000) };
    case 'place':
      // The next one, so that a second change does not lead back.
      return { ...slots, place: PLACES[PLACES.indexOf(slots.place) + 1] ?? PLACES[0] ?? '' };
    case 'count':
      return { ...slots, count: Number(otherLastDigit(String(slots.count))) };
    case 'phone':
      return { ...slots, phone: otherLastDigit(slots.phone) };
  }
}

/** One digit differs; done twice, it still differs from the first. */
function otherLastDigit(digits: string): string {
  return digits.slice(0, -1) + String((Number(digits.at(-1)) + 3) % 10);
}
