import { groupId } from '../tally/group-notes';
import type { GroupRow } from '../tally/rows';

/**
 * Notes on their way to the tally, kept where a page can write without waiting: a call made while the page is being
 * closed is lost when the background has to be started for it. Empty but for the moments of saving.
 */
const PLACE = 'unsaved group notes';

/** What earlier pages could not hand over. Nothing where the browser gives no such storage. */
export function unsavedNotes(): GroupRow[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isNotes) : [];
  } catch {
    return [];
  }
}

/** Keeps notes until they are saved, in place of earlier ones of the same groups. */
export function keepUnsaved(rows: readonly GroupRow[]): void {
  const ids = new Set(rows.map(({ id }) => id));
  write([...unsavedNotes().filter(({ id }) => !ids.has(id)), ...rows]);
}

/** Forgets notes that are saved, unless newer ones of the same group wait. */
export function dropUnsaved(rows: readonly GroupRow[]): void {
  const saved = new Set(rows.map((row) => JSON.stringify(row)));
  write(unsavedNotes().filter((kept) => !saved.has(JSON.stringify(kept))));
}

/** Forgets all, for an erased tally. */
export function forgetUnsaved(): void {
  write([]);
}

/** Forgets those of an erased group. */
export function forgetUnsavedOf(group: { site: string; chat: string }): void {
  write(unsavedNotes().filter(({ id }) => id !== groupId(group)));
}

function write(rows: readonly GroupRow[]): void {
  try {
    if (rows.length === 0) localStorage.removeItem(PLACE);
    else localStorage.setItem(PLACE, JSON.stringify(rows));
  } catch (error) {
    // Saving itself goes on; only closing the page at this moment would lose words.
    console.error(error);
  }
}

function isNotes(value: unknown): value is GroupRow {
  const row = (value ?? {}) as Record<string, unknown>;
  const texts = ['id', 'site', 'chat', 'purpose', 'owner', 'unit', 'note'];
  const isDisposal = row.disposal === null || typeof row.disposal === 'string';
  return isDisposal && texts.every((name) => typeof row[name] === 'string');
}
