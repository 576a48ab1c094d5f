import { dayRow, exceptionRow, groupRow, privateChatRow } from '../import/backup-rows';
import { list, plainObject, whole } from '../import/shape';
import type { Aggregates } from '../tally/aggregates';
import type { Day, DayRow } from '../tally/rows';
import { checksumOf } from './checksum';
import { canPack, packed, unpacked } from './gzip';
import { packDays, unpackDays } from './snapshot-rows';

/** Rises when older code could no longer read a snapshot. */
const VERSION = 1;

/** Longest snapshot, in characters. A year of sixty groups (19,000 day rows) takes 630,000: ten years of it fit. */
const LONGEST = 8_000_000;

/**
 * Longest text that is unpacked, in bytes. A year of sixty groups with figures at random takes 1.2 million characters packed
 * and 3.9 million bytes unpacked, so the longest snapshot some 25 million.
 */
const LONGEST_UNPACKED = 128 * 1024 * 1024;

const MOST_ROWS = 10_000_000;

/** A second copy of the sums as it is kept. `serial` rises with each; the clock may be wrong. */
export type SnapshotFile = {
  format: 'fingerlight-snapshot';
  version: number;
  serial: number;
  /** Unix ms. */
  taken: number;
  encoding: 'gzip' | 'plain';
  data: string;
  /** SHA-256 of everything else. */
  checksum: string;
};

/** What a snapshot holds, without unpacking it. `from`: where the sums begin, null without any. */
export type SnapshotExtent = { taken: number; from: Day | null; days: number };

/** Why a snapshot cannot be read: written by a later version, or not what was once written. */
export type SnapshotProblem = 'newer-version' | 'damaged';

/** A snapshot that cannot be read. */
export class SnapshotUnreadable extends Error {
  override readonly name = 'SnapshotUnreadable';
  readonly code: SnapshotProblem;

  constructor(code: SnapshotProblem) {
    super(`snapshot: ${code}`);
    this.code = code;
  }
}

/** Packs the aggregates. Of more than the bound takes, the oldest days are left out. */
export async function snapshotFile(
  aggregates: Aggregates,
  serial: number,
  taken: number,
  longest = LONGEST,
): Promise<{ file: SnapshotFile; extent: SnapshotExtent }> {
  let days = [...aggregates.days].sort((one, other) => (one.day < other.day ? -1 : 1));
  let data = await dataOf({ ...aggregates, days });
  while (data.length > longest && days.length > 0) {
    days = newerHalf(days);
    data = await dataOf({ ...aggregates, days });
  }
  const encoding = canPack() ? ('gzip' as const) : ('plain' as const);
  const format = 'fingerlight-snapshot' as const;
  const file = { format, version: VERSION, serial, taken, encoding, data };
  const extent = {
    taken,
    from: days[0]?.day ?? null,
    days: new Set(days.map(({ day }) => day)).size,
  };
  return { file: { ...file, checksum: await checksumOf(signed(file)) }, extent };
}

/** What a snapshot says of itself, once its checksum holds. Throws `SnapshotUnreadable`. */
export async function checkedFile(value: unknown): Promise<SnapshotFile> {
  const file = (value ?? {}) as Partial<SnapshotFile>;
  if (file.format !== 'fingerlight-snapshot') throw new SnapshotUnreadable('damaged');
  if (typeof file.version === 'number' && file.version > VERSION) {
    throw new SnapshotUnreadable('newer-version');
  }
  const { format, version, serial, taken, encoding, data, checksum } = file as SnapshotFile;
  const isWhole =
    checksum === (await checksumOf(signed({ format, version, serial, taken, encoding, data })));
  if (!isWhole) throw new SnapshotUnreadable('damaged');
  return { format, version, serial, taken, encoding, data, checksum };
}

/** The aggregates again. Throws `SnapshotUnreadable`, also where more than `longest` bytes would come out of it. */
export async function aggregatesIn(
  value: unknown,
  longest = LONGEST_UNPACKED,
): Promise<Aggregates> {
  const { encoding, data } = await checkedFile(value);
  try {
    const json = encoding === 'gzip' ? await unpacked(data, longest) : data;
    const content = plainObject(JSON.parse(json), 'snapshot');
    const days = unpackDays(plainObject(content.days, 'days'));
    return {
      days: list(dayRow, MOST_ROWS)(days, 'days'),
      groups: list(groupRow, MOST_ROWS)(content.groups, 'groups'),
      exceptions: list(exceptionRow, MOST_ROWS)(content.exceptions, 'exceptions'),
      privateChats: list(privateChatRow, MOST_ROWS)(content.privateChats, 'privateChats'),
      rev: whole(Number.MAX_SAFE_INTEGER / 2)(content.rev, 'rev'),
    };
  } catch {
    throw new SnapshotUnreadable('damaged');
  }
}

function dataOf({ days, ...rest }: Aggregates): Promise<string> {
  const json = JSON.stringify({ ...rest, days: packDays(days) });
  return canPack() ? packed(json) : Promise.resolve(json);
}

/** Half of the rows, in whole days: a day with some of its chats would be restored wrongly and closed. */
function newerHalf(days: readonly DayRow[]): DayRow[] {
  const middle = days[Math.floor(days.length / 2)]?.day ?? '';
  return days.filter(({ day }) => day > middle);
}

function signed({
  format,
  version,
  serial,
  taken,
  encoding,
  data,
}: Omit<SnapshotFile, 'checksum'>) {
  return [format, version, serial, taken, encoding, data].join('\n');
}
