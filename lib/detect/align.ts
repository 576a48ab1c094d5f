import { EDITS } from './limits.ts';

/** A place where two rows differ: `[fromStart, fromEnd)` of the first became `[toStart, toEnd)` of the second. */
export type Hunk = { fromStart: number; fromEnd: number; toStart: number; toEnd: number };

/** How two rows of tokens correspond. `common` counts the tokens that are the same. */
export type Alignment = { hunks: Hunk[]; common: number };

/**
 * Shortest edit script (Myers 1986) after cutting off what the rows share at both ends.
 * Null when more than EDITS tokens in the middle differ.
 */
export function align(from: readonly number[], to: readonly number[]): Alignment | null {
  let head = 0;
  const shortest = Math.min(from.length, to.length);
  while (head < shortest && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < shortest - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) {
    tail++;
  }
  const fromMiddle = from.slice(head, from.length - tail);
  const toMiddle = to.slice(head, to.length - tail);
  const hunks = middle(fromMiddle, toMiddle);
  if (!hunks) return null;
  let removed = 0;
  for (const hunk of hunks) {
    removed += hunk.fromEnd - hunk.fromStart;
    hunk.fromStart += head;
    hunk.fromEnd += head;
    hunk.toStart += head;
    hunk.toEnd += head;
  }
  return { hunks: joined(hunks, from, to), common: from.length - removed };
}

/**
 * The same hunks, moved up to the one before, or to the head, where what they add or remove can as well stand there: of
 * "[麻烦]各位[看一下:各位]家长" the first 各位 was added, too.
 */
function joined(hunks: readonly Hunk[], from: readonly number[], to: readonly number[]): Hunk[] {
  const kept: Hunk[] = [];
  for (const hunk of hunks) {
    const last = kept.at(-1);
    const gap = hunk.fromStart - (last?.fromEnd ?? 0);
    const adds = hunk.fromStart === hunk.fromEnd;
    const isOneSided = adds || hunk.toStart === hunk.toEnd;
    if (!isOneSided || !canMove(hunk, gap, adds ? to : from, adds)) kept.push(hunk);
    else {
      const moved = { ...hunk, fromEnd: hunk.fromEnd - gap, toEnd: hunk.toEnd - gap };
      if (last) Object.assign(last, { fromEnd: moved.fromEnd, toEnd: moved.toEnd });
      else kept.push({ ...moved, fromStart: 0, toStart: 0 });
    }
  }
  return kept;
}

/** Whether the tokens before a hunk are those at its end as well. */
function canMove(hunk: Hunk, gap: number, row: readonly number[], adds: boolean): boolean {
  const [start, end] = adds ? [hunk.toStart, hunk.toEnd] : [hunk.fromStart, hunk.fromEnd];
  if (gap === 0 || gap > MOVED || end - start < gap) return false;
  for (let back = 1; back <= gap; back++) {
    if (row[start - back] !== row[end - back]) return false;
  }
  return true;
}

/** Tokens by which a hunk is moved at most: what stands twice is a word or two. */
const MOVED = 4;

function middle(from: readonly number[], to: readonly number[]): Hunk[] | null {
  if (from.length === 0 && to.length === 0) return [];
  if (from.length === 0 || to.length === 0) {
    return [{ fromStart: 0, fromEnd: from.length, toStart: 0, toEnd: to.length }];
  }
  const edits = search(from, to);
  return edits === null ? null : walkBack(edits, from.length, to.length);
}

/** Furthest points by number of edits, row after row; row `edits` begins at `edits * (edits + 2)`. */
const trace = new Int32Array((EDITS + 2) * (EDITS + 2));
const reach = new Int32Array(2 * EDITS + 3);

/** Fills the trace and returns the number of edits that lead to the end of both rows, or null. */
function search(from: readonly number[], to: readonly number[]): number | null {
  const offset = EDITS + 1;
  reach.fill(0);
  for (let edits = 0; edits <= EDITS; edits++) {
    const row = edits * (edits + 2) - (offset - edits - 1);
    for (let at = offset - edits - 1; at < offset + edits + 2; at++)
      trace[row + at] = reach[at] ?? 0;
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const up = reach[offset + diagonal + 1] ?? 0;
      const left = reach[offset + diagonal - 1] ?? 0;
      const down = diagonal === -edits || (diagonal !== edits && left < up);
      let x = down ? up : left + 1;
      while (x < from.length && x - diagonal < to.length && from[x] === to[x - diagonal]) x++;
      reach[offset + diagonal] = x;
      if (x >= from.length && x - diagonal >= to.length) return edits;
    }
  }
  return null;
}

function walkBack(count: number, fromLength: number, toLength: number): Hunk[] {
  const hunks: Hunk[] = [];
  let x = fromLength;
  let y = toLength;
  for (let edits = count; edits > 0; edits--) {
    const row = edits * (edits + 2) + edits + 1;
    const diagonal = x - y;
    const left = trace[row + diagonal - 1] ?? 0;
    const up = trace[row + diagonal + 1] ?? 0;
    const down = diagonal === -edits || (diagonal !== edits && left < up);
    const before = down ? diagonal + 1 : diagonal - 1;
    x = down ? up : left;
    y = x - before;
    addEdit(hunks, x, y, down);
  }
  return hunks.reverse();
}

/** Adds a removed (or, `inserted`, an added) token in front of what was found so far. */
function addEdit(hunks: Hunk[], x: number, y: number, inserted: boolean): void {
  const fromEnd = inserted ? x : x + 1;
  const toEnd = inserted ? y + 1 : y;
  const last = hunks[hunks.length - 1];
  if (last && last.fromStart === fromEnd && last.toStart === toEnd) {
    last.fromStart = x;
    last.toStart = y;
  } else hunks.push({ fromStart: x, fromEnd, toStart: y, toEnd });
}
