import type { Aggregates } from '../tally/aggregates';
import {
  aggregatesIn,
  checkedFile,
  type SnapshotExtent,
  type SnapshotFile,
  type SnapshotProblem,
  SnapshotUnreadable,
  snapshotFile,
} from './snapshot-file';

/** As much of `storage.local` as is needed. */
export type Area = {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
};

const SLOTS = ['snapshot-a', 'snapshot-b'];

/** What one place holds. */
type Slot = {
  name: string;
  value: unknown;
  file: SnapshotFile | null;
  problem: SnapshotProblem | null;
  /** Rises with each snapshot; 0 where it is not known. */
  serial: number;
};

/** `problem`: of the newest that could not be read, when none could, or an older one had to do. */
export type Loaded = { aggregates: Aggregates | null; problem: SnapshotProblem | null };

/** The newest snapshot that is whole. */
export async function loadSnapshot(area: Area): Promise<Loaded> {
  const slots = await slotsIn(area);
  let problem: SnapshotProblem | null = null;
  for (const slot of slots) problem ??= slot.problem;
  // What a later version wrote says more than an older copy: it waits for that version.
  if (slots.some((slot) => slot.problem === 'newer-version')) {
    return { aggregates: null, problem: 'newer-version' };
  }
  for (const { file } of newestFirst(slots)) {
    try {
      return { aggregates: await aggregatesIn(file), problem };
    } catch {
      problem ??= 'damaged';
    }
  }
  return { aggregates: null, problem };
}

/**
 * Keeps a snapshot in place of the older of two, and reads it back. Whenever the writing breaks off, the other one is
 * still whole. Rejects when it could not be kept; never takes the place of one that a later version wrote.
 */
export async function keepSnapshot(
  area: Area,
  aggregates: Aggregates,
  taken: number,
): Promise<SnapshotExtent> {
  const slots = await slotsIn(area);
  const { file, extent } = await snapshotFile(aggregates, nextSerial(slots), taken);
  const free = slots.filter(({ problem }) => problem !== 'newer-version');
  const target = free.find((slot) => slot.file === null) ?? newestFirst(free).at(-1);
  if (!target) throw new SnapshotUnreadable('newer-version');
  await area.set({ [target.name]: file });
  await checkedFile((await area.get([target.name]))[target.name]);
  return extent;
}

/** Lets go of both. Rejects when one may be left. */
export function dropSnapshots(area: Area): Promise<void> {
  return area.remove(SLOTS);
}

/** Above the others; below what waits for a later version, which is to be the newer one when that can read both. */
function nextSerial(slots: readonly Slot[]): number {
  const waiting = slots.find(({ problem }) => problem === 'newer-version')?.serial ?? 0;
  return waiting > 0 ? waiting - 1 : Math.max(...slots.map(({ serial }) => serial)) + 1;
}

function newestFirst(slots: readonly Slot[]): Slot[] {
  return slots.filter(({ file }) => file !== null).sort((one, other) => other.serial - one.serial);
}

async function slotsIn(area: Area): Promise<Slot[]> {
  const stored = await area.get(SLOTS);
  return Promise.all(SLOTS.map((name) => slotOf(name, stored[name])));
}

async function slotOf(name: string, value: unknown): Promise<Slot> {
  const none = { name, value, file: null, problem: null, serial: 0 };
  if (value === undefined) return none;
  try {
    const file = await checkedFile(value);
    return { ...none, file, serial: file.serial };
  } catch (error) {
    const problem = error instanceof SnapshotUnreadable ? error.code : 'damaged';
    return { ...none, problem, serial: problem === 'newer-version' ? serialIn(value) : 0 };
  }
}

/** What a later version wrote is not checked: its number is taken as it says. */
function serialIn(value: unknown): number {
  const { serial } = value as Partial<SnapshotFile>;
  return typeof serial === 'number' && Number.isSafeInteger(serial) ? serial : 0;
}
