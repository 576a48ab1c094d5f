import type { Change, DemandKind } from '../detect/types.ts';
import type { Sighting } from '../messages/protocol.ts';
import type { TallyDb } from './db.ts';
import { readingDb } from './query.ts';
import type { Day, Member, MessageRow, NoticeRow } from './rows.ts';
import { type Chain, chainsOf, relatedTo } from './version-chains.ts';
import { sightingOf } from './versions.ts';

/** One posting that can still be read. `own`: the user passed it on. */
export type DigestSighting = Sighting & { own: boolean };

/** One version of a notice, as the reader needs it. */
export type DigestVersion = {
  notice: string;
  /** "" where it is not kept any more. */
  title: string;
  excerpt: string;
  /** Every posting that can still be read, oldest first, the user's own among them. */
  sightings: DigestSighting[];
  /** Unix ms of the first posting by another. */
  time: number;
  /** How many chats had it from others. */
  chats: number;
  /** How it differs from the version before it. */
  changed: Change[];
};

/** One notice with its versions, or one message that asks for something and is no notice. */
export type DigestEntry = {
  /** The same for as long as the notice is known, whichever version is the newest. */
  id: string;
  newest: DigestVersion;
  /** Newer first. */
  earlier: DigestVersion[];
  demands: DemandKind[];
  /** Unix ms; null where none is stated. */
  deadline: number | null;
  /** It asks for traces and says nothing else. */
  traceOnly: boolean;
  done: boolean;
  /** Keys of the messages whose ticks stand for the whole; the first takes a new tick. */
  ticks: string[];
};

/** How many postings stand for a version whose founder cannot: one may turn up that is older than the first of now. */
const STAND_INS = 3;

type Rows = ReadonlyMap<string, MessageRow>;
type Stated = { notice: NoticeRow; others: Member[] };

/**
 * Every notice that somebody else stated on or after `from`, once, its newest version first. Left out are versions that
 * were taken back everywhere, what only the user wrote, and pictures by themselves. In no order.
 */
export async function noticesSince(from: Day, db: TallyDb = readingDb()): Promise<DigestEntry[]> {
  // Only Dexie's own promises are awaited here, and none in a function of its own: after any other, Dexie no longer
  // knows that this is a live query, and a tick would not be seen.
  const inWindow = await db.notices.where('detailDay').aboveOrEqual(from).toArray();
  const known = new Map(inWindow.map((notice) => [notice.notice, notice]));
  const asked = new Set(known.keys());
  for (let missing = without(asked, relatedTo(inWindow)); missing.length > 0; ) {
    for (const id of missing) asked.add(id);
    const found = (await db.notices.bulkGet(missing)).filter((row) => row !== undefined);
    for (const notice of found) known.set(notice.notice, notice);
    missing = without(asked, relatedTo(found));
  }
  const chains = chainsOf(known).flatMap((chain) => listed(chain, from) ?? []);
  const keys = chains.flatMap(({ stated }) => stated.flatMap(standingFor));
  const found = await db.messages.bulkGet(keys);
  const rows = new Map(found.flatMap((row) => (row ? [[row.key, row]] : [])));
  return chains.map(({ id, stated }) => entryOf(id, stated, rows));
}

/** What is not known, each once. */
function without(known: ReadonlySet<string>, ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => !known.has(id));
}

/** The versions of a chain that can be read, newest first; null where nobody stated one since `from`. */
function listed({ id, versions }: Chain, from: Day): { id: string; stated: Stated[] } | null {
  const stated = versions
    .map((notice) => ({ notice, others: notice.members.filter(isReadable) }))
    .filter(({ others }) => others.length > 0)
    .reverse();
  const isInWindow = stated.some(({ others }) => others.some(({ day }) => day >= from));
  return isInWindow ? { id, stated } : null;
}

function isReadable(member: Member): boolean {
  return !member.own && !member.recalled && !member.picture;
}

/**
 * Keys of the messages that stand for a version, by which it is ticked off: the one in which it was seen first, as that
 * stays the same when older postings turn up. Where that cannot be read, others stand in, the earliest first; if it was
 * taken back, a tick that it had still holds.
 */
function standingFor({ notice, others }: Stated): string[] {
  const founder = notice.members.find(({ key }) => key === notice.notice);
  if (founder && isReadable(founder)) return [founder.key];
  const keys = others.slice(0, STAND_INS).map(({ key }) => key);
  return founder && !founder.own ? [...keys, founder.key] : keys;
}

function rowsOf(version: Stated, rows: Rows): MessageRow[] {
  return standingFor(version).flatMap((key) => rows.get(key) ?? []);
}

function entryOf(id: string, stated: readonly Stated[], rows: Rows): DigestEntry {
  const [newest, ...earlier] = stated.map((version) => versionOf(version, rows));
  const first = stated[0];
  if (!newest || !first) throw new Error('a listed chain has a version');
  const demands = stated.flatMap(({ others }) => others.flatMap((member) => member.demands));
  return {
    id,
    newest,
    earlier,
    demands: [...new Set(demands)],
    deadline: deadlineOf(stated, rows),
    traceOnly: stated.every((version) => rowsOf(version, rows)[0]?.verdict.traceOnly === true),
    done: rowsOf(first, rows).some(({ done }) => done),
    ticks: standingFor(first),
  };
}

/** What a revision says nothing of holds on: a new room does not move the day. */
function deadlineOf(stated: readonly Stated[], rows: Rows): number | null {
  for (const version of stated) {
    const said = rowsOf(version, rows).find(({ verdict }) => verdict.deadline !== null);
    if (said) return said.verdict.deadline;
    if (version.notice.changed.some(({ role }) => role === 'deadline')) return null;
  }
  return null;
}

function versionOf(version: Stated, rows: Rows): DigestVersion {
  const { notice, others } = version;
  const postings = rowsOf(version, rows);
  // A copy that was cut off must not speak for the whole.
  const whole = postings.find(({ verdict, excerpt }) => !verdict.partial && excerpt !== '');
  return {
    notice: notice.notice,
    title: notice.title || (postings.find(({ verdict }) => verdict.title)?.verdict.title ?? ''),
    excerpt: whole?.excerpt ?? postings[0]?.excerpt ?? '',
    sightings: notice.members
      .filter(({ recalled }) => !recalled)
      .map((member) => ({ ...sightingOf(member), own: member.own })),
    time: others[0]?.time ?? 0,
    chats: new Set(others.map(({ site, chat }) => `${site}|${chat}`)).size,
    changed: notice.changed,
  };
}
