import type { TallyDb } from './db.ts';
import type { Day, DayRow, ExceptionRow, GroupRow, PrivateChatRow } from './rows.ts';

/** What is worth a second copy: sums, what the user noted of groups and what the user taught. No message, no text of one. */
export type Aggregates = {
  days: DayRow[];
  groups: GroupRow[];
  exceptions: ExceptionRow[];
  privateChats: PrivateChatRow[];
  /** The last revision number given out. */
  rev: number;
};

/** Where a second copy of the aggregates is kept. The background hands it in. */
export type Snapshots = {
  /** The newest that is whole; null when there is none. Says itself when one is not; rejects when their place cannot be read. */
  load(): Promise<Aggregates | null>;
  /** Rejects when it could not be kept; an earlier one is then still there. */
  keep(aggregates: Aggregates): Promise<void>;
  /** Lets go of every one, for what is erased must not come back. Rejects when one may be left. */
  drop(): Promise<void>;
  /** Told when an empty tally was filled from the newest. */
  onRestored(restored: Restored): void;
};

/** What a restoring brought back. `from` and `to` are null when no day was missing. */
export type Restored = { from: Day | null; to: Day | null; days: number; messages: number };

/**
 * The sums of every day before `today`, and everything else that the user would miss, in one transaction.
 * A day that is not over is left out: restored, it would be closed, and the rest of it would never count.
 */
export function readAggregates(db: TallyDb, today: Day): Promise<Aggregates> {
  const { days, groups, exceptions, privateChats, meta } = db;
  return db.transaction('r', [days, groups, exceptions, privateChats, meta], async () => ({
    days: await days.where('day').below(today).toArray(),
    groups: await groups.toArray(),
    exceptions: await exceptions.toArray(),
    privateChats: await privateChats.toArray(),
    rev: (await meta.get('rev'))?.value ?? 0,
  }));
}

/** True when there is nothing that a second copy could bring back. */
export function isNothing({ days, groups, exceptions }: Aggregates): boolean {
  return days.length + groups.length + exceptions.length === 0;
}
