import { aggregatesIn, type SnapshotFile, snapshotFile } from '../../lib/safety/snapshot-file';
import type { Restored, Snapshots } from '../../lib/tally/aggregates';
import { NOON } from './tally-bench';

/** One snapshot in memory, packed as it is in a browser. */
export class MemorySnapshots implements Snapshots {
  file: SnapshotFile | null = null;
  restored: Restored[] = [];
  /** Keeping and dropping fail. */
  broken = false;

  load: Snapshots['load'] = async () => (this.file ? aggregatesIn(this.file) : null);

  keep: Snapshots['keep'] = async (aggregates) => {
    if (this.broken) throw new Error('storage is broken');
    this.file = (await snapshotFile(aggregates, 1, NOON)).file;
  };

  drop: Snapshots['drop'] = async () => {
    if (this.broken) throw new Error('storage is broken');
    this.file = null;
  };

  onRestored: Snapshots['onRestored'] = (restored) => {
    this.restored.push(restored);
  };
}
