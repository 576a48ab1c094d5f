import type { DemandObject } from '../detect/demand-object.ts';
import type { Sighting } from '../messages/protocol.ts';
import { inPieces } from './breath.ts';
import type { TallyDb } from './db.ts';
import { groupId } from './group-notes.ts';
import { grouped } from './grouped.ts';
import { linkedAsks, REPEAT_DAYS } from './linked-asks.ts';
import { addDays } from './local-day.ts';
import { noticesOf } from './notices-by-id.ts';
import { readingDb } from './query.ts';
import type { Day, NoticeRow } from './rows.ts';
import { firstOfOthers, sightingOf } from './versions.ts';

/** Notices, or things asked for, between two breaths: at four thousand notices a month all at once held the page for 170 ms. */
const PIECE = 150;

/** Where something was asked for: the earliest message of a notice. `title` is "" after paring. */
export type Asking = Sighting & { day: Day; notice: string; title: string };

/** The same thing asked for again. `object` is "" once all its names were pared. */
export type RepeatDemand = Pick<DemandObject, 'kind' | 'object' | 'id' | 'period'> & {
  first: Asking;
  /** At most once for every group and every notice, in order; the number of repeats. Never empty. */
  again: Asking[];
  /** Groups that asked, the first one's among them. */
  groups: number;
};

type Asked = { what: DemandObject; where: Asking };

/**
 * What was asked for again from `from` to `to`, both included, newest first. A repeat belongs to the day, the group and
 * the notice that ask again, so that those of two periods add up to those of both. A copy or a revision of a notice
 * asks for nothing again, nor does the user. Another period of a regular form is another demand.
 *
 * The numbers are no day sums: whether a notice repeats another depends on that other, and would change with it.
 */
export async function repeatsOf(from: Day, to: Day, db = readingDb()): Promise<RepeatDemand[]> {
  const askings = await askingsUntil(from, to, db);
  const repeats: RepeatDemand[] = [];
  for await (const some of inPieces([...askings.values()], PIECE)) {
    for (const round of some.flatMap((of) => roundsOf(of.sort(byTime)))) {
      const again = round.again.filter(({ day }) => day >= from && day <= to);
      if (again.length === 0) continue;
      repeats.push({ ...round, again, groups: groupsOf([round.first, ...again]) });
    }
  }
  return repeats.sort((one, other) => newest(other) - newest(one) || (one.id < other.id ? -1 : 1));
}

function newest({ again }: RepeatDemand): number {
  return again.at(-1)?.time ?? 0;
}

/** What was asked for in the period and more than once, with all askings that these may be repeats of. */
async function askingsUntil(from: Day, to: Day, db: TallyDb): Promise<Map<string, Asked[]>> {
  const linked = await linkedAsks(from, to, db);
  const rows = await noticesOf([...new Set(linked.map(({ notice }) => notice))], db);
  const found = await new Chains(db).askedIn(rows.flatMap((row) => row ?? []));
  const wanted = new Set(linked.map(({ key }) => key));
  return grouped(
    found.filter((asked) => wanted.has(keyOf(asked))),
    keyOf,
  );
}

function keyOf({ what }: Asked): string {
  return `${what.id}|${what.period ?? ''}`;
}

/** Notices with the versions that they revise. */
class Chains {
  readonly #db: TallyDb;
  readonly #known = new Map<string, NoticeRow | undefined>();

  constructor(db: TallyDb) {
    this.#db = db;
  }

  /** What these notices ask for that no version before them asks for, once for each chain of versions. */
  async askedIn(rows: readonly NoticeRow[]): Promise<Asked[]> {
    for (const row of rows) this.#known.set(row.notice, row);
    await this.#load(rows);
    const once = new Map<string, Asked>();
    for await (const some of inPieces(rows, PIECE)) for (const row of some) this.#ask(row, once);
    return [...once.values()];
  }

  /** Notes what a version asks for, in place, where it is the earliest of its chain. */
  #ask(row: NoticeRow, once: Map<string, Asked>): void {
    const first = firstOfOthers(row);
    if (!first) return;
    const { notice, title } = row;
    const where = { ...sightingOf(first), day: first.day, notice, title };
    for (const what of row.asks ?? []) {
      const { root, isAsked } = this.#before(row, what);
      const key = `${root} ${keyOf({ what, where })}`;
      const known = once.get(key);
      if (!isAsked && (!known || byTime({ where }, known) < 0)) once.set(key, { what, where });
    }
  }

  /** The first version of the chain, and whether one before this asks for the same. */
  #before(row: NoticeRow, { id, period }: DemandObject): { root: string; isAsked: boolean } {
    const seen = new Set([row.notice]);
    let isAsked = false;
    let root = row.notice;
    for (let id_ = row.revises; id_ !== null && !seen.has(id_); ) {
      seen.add(id_);
      root = id_;
      const earlier = this.#known.get(id_);
      isAsked ||= earlier?.asks?.some((ask) => ask.id === id && ask.period === period) === true;
      id_ = earlier?.revises ?? null;
    }
    return { root, isAsked };
  }

  /** Reads the versions that these revise, and those that they do. */
  async #load(rows: readonly NoticeRow[]): Promise<void> {
    const missing = rows.flatMap(({ revises }) =>
      revises === null || this.#known.has(revises) ? [] : revises,
    );
    if (missing.length === 0) return;
    const ids = [...new Set(missing)];
    const read = await noticesOf(ids, this.#db);
    for (const [at, id] of ids.entries()) this.#known.set(id, read[at]);
    await this.#load(read.flatMap((row) => row ?? []));
  }
}

/** The rounds in which a thing was asked for, in order; rounds of one asking are left out. */
function roundsOf(asked: readonly Asked[]): Omit<RepeatDemand, 'groups'>[] {
  const rounds: Omit<RepeatDemand, 'groups'>[] = [];
  let told = new Set<string>();
  for (const { what, where } of asked) {
    const round = rounds.at(-1);
    if (!round || where.day > addDays(round.first.day, REPEAT_DAYS)) {
      rounds.push({ ...what, first: where, again: [] });
      told = new Set();
    } else {
      // Names are pared at different times; one is enough.
      if (round.object === '') round.object = what.object;
      if (!told.has(groupId(where))) round.again.push(where);
      told.add(groupId(where));
    }
  }
  return rounds.filter(({ again }) => again.length > 0);
}

function groupsOf(askings: readonly Asking[]): number {
  return new Set(askings.map(groupId)).size;
}

type Placed = { where: Asking };

function byTime({ where: one }: Placed, { where: other }: Placed): number {
  return one.time - other.time || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0);
}
