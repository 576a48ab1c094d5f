import { grouped } from '../tally/grouped.ts';
import { type Figures, groupKey, type HandedRow, type HandedTally } from '../tally/hand-over.ts';
import type { Day, Disposal } from '../tally/rows.ts';
import { packFigures, unpackFigures } from './packed-figures.ts';

/** What is known of a file once it is merged. */
export type MergedFile = Pick<
  HandedTally,
  'revision' | 'from' | 'to' | 'word' | 'formula' | 'dayStart'
>;

/** The rows of one day: groups in order, and the figures of each. `isRestored`: these are a lower bound. */
export type DayPart = {
  revision: number;
  isRestored: boolean;
  groups: readonly string[];
  packed: Uint8Array;
};

/** What the files of one installation come to. */
export type Contribution = {
  /** In order, each once. */
  files: readonly MergedFile[];
  days: ReadonlyMap<Day, DayPart>;
  /** From the newest file: group keys in order. */
  disposals: ReadonlyMap<string, Disposal>;
};

/** Any number of tallies. By installation. */
export type Merged = ReadonlyMap<string, Contribution>;

export const NOTHING_MERGED: Merged = new Map();

/** One tally, as something to merge with others. */
export function mergedOf(tally: HandedTally): Merged {
  const { installation, revision, from, to, word, formula, dayStart } = tally;
  const restored = new Set(tally.restored);
  const days = new Map<Day, DayPart>();
  // One string for each group, not for each row: of those there are millions.
  const keys = new Map<string, string>();
  const keyOf = (row: HandedRow) => {
    const key = groupKey(row);
    if (!keys.has(key)) keys.set(key, key);
    return keys.get(key) ?? key;
  };
  for (const [day, rows] of grouped(tally.rows, (row) => row.day)) {
    const groups = new Map(rows.map((row) => [keyOf(row), row.figures]));
    days.set(day, partOf(revision, restored.has(day), groups));
  }
  const disposals = inOrder(tally.groups.map((group) => [groupKey(group), group.disposal]));
  const files = [{ revision, from, to, word, formula, dayStart }];
  return new Map([[installation, { files, days, disposals }]]);
}

/**
 * Both together. Changes neither. Of one installation, each day counts by the file with the highest revision that
 * covers it, never by two: so it is the same in whatever order and however often files are merged.
 */
export function merge(one: Merged, other: Merged): Merged {
  const merged = new Map(one);
  for (const [installation, contribution] of other) {
    const known = merged.get(installation);
    merged.set(installation, known ? united(known, contribution) : contribution);
  }
  return merged;
}

function united(one: Contribution, other: Contribution): Contribution {
  const days = new Map<Day, DayPart>();
  for (const [day, part] of one.days) if (!isOutdone(day, part, other)) days.set(day, part);
  for (const [day, part] of other.days) {
    if (isOutdone(day, part, one)) continue;
    const known = days.get(day);
    days.set(day, known ? unitedParts(known, part) : part);
  }
  return {
    files: unitedFiles(one.files, other.files),
    days,
    disposals: unitedDisposals(one, other),
  };
}

/** A newer file covers the day: what it does not say of it is no longer so. */
function isOutdone(day: Day, { revision }: DayPart, { files }: Contribution): boolean {
  return files.some((file) => file.revision > revision && file.from <= day && day <= file.to);
}

/**
 * Two files of one revision: the same file twice, or one that was changed by hand. Figure by figure the larger one
 * stands, which for the same file is the file, and for others the same whichever comes first.
 */
function unitedParts(one: DayPart, other: DayPart): DayPart {
  const rows = new Map<string, Figures>();
  for (const { groups, packed } of [one, other]) {
    unpackFigures(packed, (figures, row) => {
      const group = groups[row] ?? '';
      const known = rows.get(group);
      rows.set(
        group,
        figures.map((figure, at) => Math.max(figure, known?.[at] ?? 0)),
      );
    });
  }
  return partOf(one.revision, one.isRestored || other.isRestored, rows);
}

function partOf(
  revision: number,
  isRestored: boolean,
  rows: ReadonlyMap<string, Figures>,
): DayPart {
  const ordered = [...inOrder([...rows])];
  return {
    ...{ revision, isRestored },
    groups: ordered.map(([group]) => group),
    packed: packFigures(ordered.map(([, figures]) => figures)),
  };
}

function unitedFiles(one: readonly MergedFile[], other: readonly MergedFile[]): MergedFile[] {
  const files = [...one, ...other].map((file) => [nameOf(file), file] as const);
  return [...inOrder(files).values()];
}

function nameOf({ revision, from, to, word, formula, dayStart }: MergedFile): string {
  const start = dayStart ?? '';
  return [String(revision).padStart(16, '0'), from, to, word ?? '', formula, start].join('|');
}

function unitedDisposals(one: Contribution, other: Contribution): ReadonlyMap<string, Disposal> {
  const difference = newest(one) - newest(other);
  if (difference !== 0) return difference > 0 ? one.disposals : other.disposals;
  const both = [...one.disposals, ...other.disposals];
  // The last of a key stands: of two different ones, always the same.
  return inOrder(both.sort(([, first], [, second]) => (first < second ? -1 : 1)));
}

function newest({ files }: Contribution): number {
  return files.at(-1)?.revision ?? 0;
}

function inOrder<Value>(entries: readonly (readonly [string, Value])[]): Map<string, Value> {
  const last = new Map(entries);
  return new Map([...last].sort(([one], [other]) => (one < other ? -1 : 1)));
}
