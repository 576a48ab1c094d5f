import type { Draft, Setting } from './draft.ts';
import {
  articleEvent,
  attachmentEvent,
  placeholderEvent,
  talkEvent,
  traceEvent,
} from './events.ts';
import { noticeEvent } from './notices.ts';
import type { Random } from './random.ts';

/** More drafts than the messages asked for, so that sorting and cutting leaves enough. */
const SPARE = 1.1;

/** Share of each kind of event. The first chat is for talk alone; see `talkEvent`. */
const EVENTS: readonly (readonly [share: number, plant: (setting: Setting) => Draft[]])[] = [
  [0.42, noticeEvent],
  [0.1, attachmentEvent],
  [0.04, articleEvent],
  [0.12, traceEvent],
  [0.04, placeholderEvent],
  [0.28, talkEvent],
];

type Size = { groups: number; messages: number; start: Date; days: number; me: string };

export function createDrafts(random: Random, size: Size): Draft[] {
  let serial = 0;
  const setting: Setting = {
    random,
    me: size.me,
    groups: size.groups,
    rounds: new Map(),
    serial: () => ++serial,
    moment: () => momentOf(random, size),
  };
  const drafts: Draft[] = [];
  while (drafts.length < size.messages * SPARE) {
    let share = random.next();
    const event = EVENTS.find(([part]) => {
      share -= part;
      return share < 0;
    });
    drafts.push(...(event?.[1] ?? talkEvent)(setting));
  }
  return drafts;
}

/** Mostly within hours of work, some in the evening. */
function momentOf(random: Random, { start, days }: Size): number {
  const day = new Date(start);
  day.setDate(day.getDate() + random.whole(0, days - 1));
  const evening = random.chance(0.12);
  day.setHours(evening ? random.whole(18, 21) : random.whole(8, 17), random.whole(0, 59));
  day.setSeconds(random.whole(0, 59), 0);
  return day.getTime();
}
