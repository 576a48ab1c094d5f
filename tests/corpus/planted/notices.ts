import { answersTo, draftBy, MINUTE } from './answers.ts';
import type { Draft, Setting } from './draft.ts';
import { FAMILIES, type Family, type Sentence } from './families.ts';
import { changedSlots, newSlots, type Slots } from './slots.ts';
import { passedOn } from './surface.ts';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Matters of one family in different areas are siblings: the same wording, another matter. */
const AREAS = ['城东', '城西', '沿河', '北山', '南岗', '高铁新区', '老街', '林场', '库区', '园区'];

/** One version of a notice, as it is passed around. */
type Version = {
  family: Family;
  /** The matter without its area: what people head a relay with. */
  head: string;
  slots: Slots;
  sentences: readonly Sentence[];
  id: string;
  chain: string;
  edition: number;
  sibling: boolean;
  demandsClear: boolean;
};

/** A notice, its copies, sometimes its revisions and old copies that come after them. */
export function noticeEvent(setting: Setting): Draft[] {
  const { random } = setting;
  const begin = setting.moment();
  const first = newVersion(setting, begin);
  const drafts = spread(setting, first, begin, random.whole(1, 8));
  let current = first;
  let time = begin;
  while (random.chance(0.3) && current.edition < 2) {
    const before = current;
    time += random.whole(3, 20) * HOUR;
    current = revised(setting, before);
    drafts.push(...spread(setting, current, time, random.whole(1, 4)));
    if (random.chance(0.5)) drafts.push(staleCopy(setting, before, time));
    if (!current.demandsClear) break;
  }
  return drafts;
}

function newVersion(setting: Setting, begin: number): Version {
  const { random } = setting;
  const family = random.pick(FAMILIES);
  const matter = random.pick(family.matters);
  const round = setting.rounds.get(matter[0]) ?? 0;
  setting.rounds.set(matter[0], round + 1);
  const familyRound = setting.rounds.get(family.name) ?? 0;
  setting.rounds.set(family.name, familyRound + 1);
  const near = family.deadline === true && random.chance(0.12);
  const due = near ? soon(begin) : new Date(begin + farAhead(round, setting));
  if (!near) due.setHours(random.whole(9, 17), random.chance(0.7) ? 0 : 30, 0, 0);
  const named = [`${areaOf(round)}${matter[0]}`, matter[1]] as const;
  const slots = newSlots(random, named, due);
  const serial = setting.serial();
  return {
    family,
    head: matter[0],
    slots,
    sentences: family.write(slots),
    id: `notice-${serial}`,
    chain: `chain-${serial}`,
    edition: 0,
    sibling: familyRound > 0,
    demandsClear: true,
  };
}

/** This afternoon for a notice of the morning, else the next morning: within a day, in hours of work. */
function soon(begin: number): Date {
  const due = new Date(begin);
  const isMorning = due.getHours() < 12;
  if (!isMorning) due.setDate(due.getDate() + 1);
  due.setHours(isMorning ? 17 : 10, 30, 0, 0);
  return due;
}

/** Far enough that no copy comes within a day of it; siblings of one matter lie on different days. */
function farAhead(round: number, { random }: Setting): number {
  return (6 + ((round * 5) % 20) + random.whole(0, 2)) * DAY;
}

function areaOf(round: number): string {
  const area = AREAS[round % AREAS.length] ?? '';
  const again = Math.floor(round / AREAS.length);
  return again === 0 ? `${area}片区` : `${area}${again + 1}区`;
}

/** The notice as issued again with one thing changed, or a correction that names what it changes. */
function revised(setting: Setting, before: Version): Version {
  const { random } = setting;
  const { family } = before;
  const what = random.pick(family.changeable);
  const slots = changedSlots(random, before.slots, what);
  const corrects = family.name === 'meeting' && what === 'place';
  return {
    ...before,
    slots,
    sentences: corrects ? placeCorrection(before.slots, slots) : family.write(slots),
    id: `notice-${setting.serial()}`,
    edition: before.edition + 1,
    demandsClear: !corrects,
  };
}

function placeCorrection(before: Slots, after: Slots): Sentence[] {
  const day = `${before.due.getMonth() + 1}月${before.due.getDate()}日`;
  const words = `原定${day}在${before.place}召开的${before.subject}，地点改为${after.place}，其他事项不变。`;
  return [{ text: `【更正】${words}` }];
}

/** Posts a version in some chats: first as it is, then as people pass it on. */
function spread(setting: Setting, version: Version, begin: number, count: number): Draft[] {
  const { random } = setting;
  const chats = Array.from({ length: setting.groups - 1 }, (_, index) => index + 1);
  return random.some(chats, count).flatMap((chat, index) => {
    const twin = index > 0 && random.chance(0.05);
    const time = index === 0 || twin ? begin : begin + delay(setting);
    const asIs = index === 0 || twin || random.chance(0.15);
    const own = index > 0 && !twin && random.chance(0.03);
    const posting = asIs
      ? { sentences: [...version.sentences], partial: false }
      : passedOn(random, version.sentences);
    const mention = !asIs && !own && random.chance(0.04);
    if (mention) posting.sentences.unshift({ text: `@${setting.me} ` });
    const draft = draftBy(setting, own, {
      chat,
      time,
      sentences: posting.sentences,
      version: version.id,
      chain: version.chain,
      edition: version.edition,
      sibling: version.sibling,
      partial: posting.partial,
      demandsClear: version.demandsClear,
      guards: [...wordGuards(version, time), ...(mention ? (['mention'] as const) : [])],
    });
    return [draft, ...answersTo(setting, draft, version.head)];
  });
}

/** Someone passes on the old version when the new one is already there. */
function staleCopy(setting: Setting, version: Version, after: number): Draft {
  const { random } = setting;
  const time = after + random.whole(20, 300) * MINUTE;
  return draftBy(setting, false, {
    chat: random.whole(1, setting.groups - 1),
    time,
    sentences: [{ text: '【转发】' }, ...version.sentences],
    version: version.id,
    chain: version.chain,
    edition: version.edition,
    sibling: version.sibling,
    demandsClear: version.demandsClear,
    guards: wordGuards(version, time),
  });
}

function wordGuards({ family, slots, demandsClear }: Version, time: number) {
  const left = slots.due.getTime() - time;
  const isNear = family.deadline === true && demandsClear && left >= 0 && left <= DAY;
  return [
    ...(family.emergency ? (['emergency'] as const) : []),
    ...(isNear ? (['deadline'] as const) : []),
  ];
}

function delay({ random }: Setting): number {
  if (random.chance(0.6)) return random.whole(2, 90) * MINUTE;
  if (random.chance(0.75)) return random.whole(91, 600) * MINUTE;
  return random.whole(601, 1500) * MINUTE;
}
