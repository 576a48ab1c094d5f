import { browser } from 'wxt/browser';
import { reportError } from '../report-error';
import { dropSnapshots, keepSnapshot, loadSnapshot } from '../safety/generations';
import { changeSafety, loadSafety } from '../safety/state';
import type { Snapshots } from '../tally/aggregates';
import type { TallyDb } from '../tally/db';
import type { Recorder } from '../tally/record';
import type { Day } from '../tally/rows';
import { type Trouble, troubleOf } from '../tally/trouble';

/** A snapshot is due after a week, in either direction: a clock that was set back must not put it off for ever. */
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** The second copy of the sums, in `storage.local`: another store than the tally's, with another fate. */
export const snapshots: Snapshots = {
  async load() {
    const { aggregates, problem } = await loadSnapshot(browser.storage.local);
    await note(
      changeSafety(({ loss }) => {
        if (loss === null && problem === null) return {};
        return { loss: { ...(loss ?? { found: Date.now(), restored: null }), problem } };
      }),
    );
    return aggregates;
  },
  async keep(aggregates) {
    const now = Date.now();
    try {
      const snapshot = await keepSnapshot(browser.storage.local, aggregates, now);
      await changeSafety(() => ({ snapshot, snapshotFailed: null }));
    } catch (error) {
      await changeSafety((state) => ({ snapshotFailed: state.snapshotFailed ?? now }));
      throw error;
    }
  },
  async drop() {
    await dropSnapshots(browser.storage.local);
    await changeSafety(() => ({ snapshot: null, loss: null }));
  },
  onRestored(restored) {
    void note(
      changeSafety(({ loss }) => ({
        loss: { found: loss?.found ?? Date.now(), problem: loss?.problem ?? null, restored },
      })),
    );
  },
};

/** What was told last by this worker, so that not every report writes it; undefined while nothing was. */
let told: Trouble | null | undefined;

/** What only a write shows to be over. */
const OF_WRITING: ReadonlySet<Trouble> = new Set<Trouble>(['disk-full', 'cannot-write']);

/** What the user is told of troubles with the disk and the database. */
export const troubles = {
  onTrouble(kind: Trouble | null): void {
    if (kind === told) return;
    told = kind;
    void note(
      changeSafety(({ trouble }) => {
        if (kind === null) return { trouble: null };
        return trouble?.kind === kind ? {} : { trouble: { kind, since: Date.now() } };
      }),
    );
  },
  /** A full disk can be read: with every look of the user's the word of it would be gone. */
  onRead(): void {
    if (told === null || (told && OF_WRITING.has(told))) return;
    told = null;
    void note(
      changeSafety(({ trouble }) => {
        const isOver = trouble !== null && !OF_WRITING.has(trouble.kind);
        if (trouble !== null && !isOver) told = trouble.kind;
        return isOver ? { trouble: null } : {};
      }),
    );
  },
  /** What came back is told by `snapshots`; here that nothing did. */
  onLost(): void {
    void note(
      changeSafety(({ loss }) =>
        loss ? {} : { loss: { found: Date.now(), restored: null, problem: null } },
      ),
    );
  },
  onFreed(before: Day): void {
    void note(changeSafety(() => ({ freed: { before, at: Date.now() } })));
  },
};

/** Looks after the tally: whether it was lost, and whether its second copy is due. */
export async function lookAfter(recorder: Recorder): Promise<void> {
  await recorder.check();
  const { snapshot } = await loadSafety();
  const isDue = snapshot === null || Math.abs(Date.now() - snapshot.taken) >= WEEK_MS;
  if (isDue) await recorder.takeSnapshot();
}

/**
 * Gives up a database that does not open or cannot be read, and begins anew with the second copy of the sums. A database that works by
 * now, that a later version wrote, or whose upgrade failed is left as it is.
 */
export async function rebuild(db: TallyDb, recorder: () => Promise<Recorder>): Promise<null> {
  const failure = await probe(db).then(
    () => null,
    (error: unknown) => error,
  );
  if (failure !== null) {
    if (troubleOf(failure) !== 'cannot-open') throw failure;
    await db.delete({ disableAutoOpen: false });
  }
  await lookAfter(await recorder());
  return null;
}

/** Opens, reads both ends of every table and writes: what is damaged may show only then. */
async function probe(db: TallyDb): Promise<void> {
  await db.open();
  await db.transaction('rw', db.tables, async () => {
    // What is kept of the index is made anew by itself where it cannot be read.
    for (const table of db.tables.filter(({ name }) => !/^index(Words|Snapshots)$/.test(name))) {
      await table.toCollection().first();
      await table.toCollection().last();
    }
    const rev = await db.meta.get('rev');
    if (rev) await db.meta.put(rev);
  });
}

/** What cannot be noted keeps nothing else from going on. */
function note(work: Promise<void>): Promise<void> {
  return work.catch((error: unknown) => reportError(error, 'note safety'));
}
