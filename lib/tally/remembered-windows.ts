type Memory = { windowDays: number; retentionDays: number };

/**
 * The index remembers so many windows back. Within one, copies fold; before it they are told ("seen on …"), which
 * takes the memory of them; not beyond what the user lets us keep of other details, though at least one window, or
 * nothing could fold. Eight weeks by default, some ten thousand notices.
 */
export const REMEMBERED_WINDOWS = 4;

/** For how many days the index remembers. */
export function rememberedDays({ windowDays, retentionDays }: Memory): number {
  return Math.min(REMEMBERED_WINDOWS * windowDays, Math.max(windowDays, retentionDays));
}
