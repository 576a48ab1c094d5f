import type { DemandObject } from '../detect/demand-object.ts';
import type { Change, DemandKind, FactKind, Guard, MessageKind, Verdict } from '../detect/types.ts';
import type { Claim } from '../messages/protocol.ts';
import type { PlainHistory } from '../tally/backup.ts';
import { groupId } from '../tally/group-notes.ts';
import {
  type ClosedRow,
  COUNT_NAMES,
  type DayRow,
  type Disposal,
  type Evidence,
  type ExceptionRow,
  type GroupRow,
  type Member,
  type MessageRow,
  type NoticeRow,
  type PrivateChatRow,
  type Superseding,
} from '../tally/rows.ts';
import { DEFAULT_MINUTES } from '../tally/score.ts';
import {
  flag,
  list,
  number,
  object,
  oneOf,
  orNull,
  type Shape,
  text,
  WrongShape,
  whole,
} from './shape.ts';

/** Bounds: ten times what the tally itself ever writes, so that a hostile file cannot fill the disk with one row. */
const key = text(2_100, /./s);
const name = text(500);
const site = text(40, /^[a-z0-9-]+$/);
const excerpt = text(5_000);
const day = text(10, /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
/** Between 2000 and 2100: no chat is older, no clock is later. */
const time = number(946_684_800_000, 4_102_444_800_000);
const rev = whole(Number.MAX_SAFE_INTEGER / 2);
const count = whole(1_000_000_000);
const MOST_MEMBERS = 200_000;

const kind = oneOf<MessageKind>(
  'text',
  'file',
  'image',
  'link',
  'video',
  'voice',
  'location',
  'placeholder',
  'system',
);
const DEMANDS = Object.keys(DEFAULT_MINUTES) as DemandKind[];
const demand = oneOf<DemandKind>(...DEMANDS);
const demands = list(demand, 50);
const guard = oneOf<Guard>(
  'emergency',
  'mention',
  'own',
  'deadline',
  'revision',
  'never-fold',
  'placeholder',
  'oversize',
  'approximate-size',
  'comment',
  'attachment',
  'too-old',
);
const fact = oneOf<FactKind>(
  'date',
  'time',
  'place',
  'number',
  'contact',
  'title',
  'audience',
  'file',
  'link',
  'wording',
);

const change: Shape<Change> = object<Pick<Change, 'fact' | 'from' | 'to'>, Pick<Change, 'role'>>(
  { fact, from: excerpt, to: excerpt },
  { role: oneOf('deadline') },
);
const changed = list(change, 1_000);

const verdict: Shape<Verdict> = object<Verdict>({
  relation: oneOf('new', 'copy', 'revision', 'series', 'none'),
  of: orNull(key),
  notice: orNull(key),
  partial: flag,
  similarity: number(0, 1),
  changed,
  demands,
  traceOnly: flag,
  isReply: flag,
  guards: list(guard, 50),
  deadline: orNull(number(-8.64e15, 8.64e15)),
  action: oneOf('show', 'mark', 'fold'),
  reason: name,
  title: name,
});

const sighting = { key, site, chat: name, sender: name, time };

const claim: Shape<Claim> = object<Claim>({ ...sighting, hash: key, partial: flag });

const superseding: Shape<Superseding> = object<Superseding>({ ...sighting, notice: key, changed });

const member: Shape<Member> = object<Omit<Member, 'picture'>, { picture: boolean }>(
  { ...sighting, own: flag, day, chars: count, media: flag, demands, recalled: flag },
  { picture: flag },
);

/** What stands between two "|" of a key. */
const keyPart = text(100, /^[^|]*$/);

const ask: Shape<DemandObject> = object<DemandObject>({
  kind: oneOf('form', 'meeting', 'inspection'),
  object: name,
  id: keyPart,
  period: orNull(keyPart),
});

const evidence: Shape<Evidence> = object<Evidence>({ key, number: text(64, /^[0-9a-f]{64}$/) });

type Details = { detailDay: string };

export const messageRow: Shape<MessageRow> = object<
  Omit<MessageRow, 'untaught' | 'detailDay' | 'hour'>,
  Details & { untaught: Verdict; hour: number }
>(
  {
    ...sighting,
    own: flag,
    day,
    late: flag,
    kind,
    hash: key,
    via: oneOf('page', 'feed'),
    contentKey: key,
    chars: count,
    excerpt,
    verdict,
    rev,
    done: flag,
    recalled: flag,
    foldedDay: orNull(day),
  },
  { untaught: verdict, detailDay: day, hour: whole(23) },
);

export const noticeRow: Shape<NoticeRow> = object<
  Omit<NoticeRow, 'detailDay' | 'spreadDay' | 'asks' | 'evidence'>,
  Details & { spreadDay: string; asks: DemandObject[]; evidence: Evidence }
>(
  {
    notice: key,
    rev,
    title: name,
    members: list(member, MOST_MEMBERS),
    claims: list(claim, MOST_MEMBERS),
    revises: orNull(key),
    changed,
    askedBefore: demands,
    revisedBy: list(superseding, MOST_MEMBERS),
  },
  { detailDay: day, spreadDay: day, asks: list(ask, 100), evidence },
);

export const exceptionRow: Shape<ExceptionRow> = object<ExceptionRow>({
  contentKey: key,
  lesson: oneOf('not-copy', 'always-fold'),
  time,
});

const countFields = Object.fromEntries(COUNT_NAMES.map((each) => [each, count])) as {
  [K in (typeof COUNT_NAMES)[number]]: Shape<number>;
};
const demandCounts = Object.fromEntries(DEMANDS.map((each) => [each, count])) as {
  [K in DemandKind]: Shape<number>;
};

const hourCounts = Object.fromEntries(Array.from({ length: 24 }, (_, hour) => [hour, count]));

const sums = {
  id: text(700),
  day,
  site,
  chat: name,
  ...countFields,
  demands: object<object, Record<DemandKind, number>>({}, demandCounts),
};

/** A file of the first version has no hours. */
export const dayRow: Shape<DayRow> = (value, where) => {
  const row = object<Omit<DayRow, 'hours'>, Pick<DayRow, 'hours'>>(sums, {
    hours: object<object, Record<number, number>>({}, hourCounts),
  })(value, where);
  return { ...row, hours: row.hours ?? {} };
};

export const closedRow: Shape<ClosedRow> = object<ClosedRow>({ day, since: time });

/** Under the name of its own chat. */
export const groupRow: Shape<GroupRow> = (value, where) => {
  const row = object<GroupRow>({
    ...{ id: text(700), site, chat: name, purpose: name, owner: name, unit: name },
    note: text(2_000),
    disposal: orNull(oneOf<Disposal>('keep', 'merge', 'dissolve', 'regulate')),
  })(value, where);
  if (row.id !== groupId(row)) throw new WrongShape(`${where}: group under another name`);
  return row;
};

export const privateChatRow: Shape<PrivateChatRow> = object<PrivateChatRow>({ id: text(700) });

/** Entries of one chat on one day at most: ten times what a page sends at once. */
const MOST_ENTRIES = 1_000_000;
const hash = list(whole(2 ** 53 - 1), MOST_ENTRIES);

export const historyRow: Shape<PlainHistory> = (value, where) => {
  const row = object<PlainHistory>({
    id: text(700),
    ...{ day, site, chat: name, keys: hash, contents: hash, senders: hash },
    times: list(time, MOST_ENTRIES),
    marks: list(whole(63), MOST_ENTRIES),
    hours: list(whole(23), MOST_ENTRIES),
  })(value, where);
  const { keys, contents, times, senders, marks, hours } = row;
  const isEven = [contents, times, senders, marks, hours].every(
    (column) => column.length === keys.length,
  );
  if (!isEven || new Set(keys).size !== keys.length) throw new WrongShape(where);
  return row;
};
