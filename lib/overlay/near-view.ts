/** Rows up to which all are read. The most that a client was seen to keep mounted are some hundreds. */
const ALL = 1_000;
/** Rows that are read on either side of the upper edge of the view where there are more. A view holds some tens. */
const AROUND = 100;

/**
 * The rows that are read: all, or those around the view where a page mounts very many.
 * @param rows in order, from top to bottom
 */
export function nearView(rows: HTMLElement[], scroller: HTMLElement | null): HTMLElement[] {
  if (rows.length <= ALL || !scroller) return rows.slice(-ALL);
  const edge = scroller.getBoundingClientRect().top;
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.getBoundingClientRect().bottom ?? 0) > edge) high = middle;
    else low = middle + 1;
  }
  return rows.slice(Math.max(0, low - AROUND), low + AROUND);
}
