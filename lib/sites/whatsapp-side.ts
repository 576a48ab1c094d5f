/**
 * Whose a message is. Nothing says so in every row: several marks are looked at, and where they differ the row is not
 * understood. WhatsApp's own script of 2026 (WAWebMessageWrapper, WAWebMessageStatus, WAWebWrapperGetTailIcon); the first
 * two are of pages until the spring of 2026, and gone since.
 */
const CLASSES = { own: '.message-out', other: '.message-in' };
const IDS = { own: /^true_/, other: /^false_/ };
/** Only the first of a run has one. Pages that are written from the right have them the other way round. */
const TAILS = { own: '[data-icon="tail-out"]', other: '[data-icon="tail-in"]' };
/** The page's style sheets name a rule after its words: these are "align-items: flex-end" and "flex-start". */
const SIDES = { own: 'xuk3077', other: 'x1cy8zhl' };
const META = '[data-testid="msg-meta"]';
/** What became of an own message. Names of pictures: as an attribute until 2026, as the picture's title since. */
const STATUS =
  /^(?:msg-(?:time|check|dblcheck|dblcheck-ack)|wds-ic-(?:status-pending|pending|sent|delivered|read))$/;
const PENDING = /^(?:msg-time|wds-ic-(?:status-)?pending)$/;

/** Rows that are looked through for the head of a run. */
export const LONGEST_RUN = 60;

/** True for an own message. Throws where it cannot be told. */
export function isOwn(row: HTMLElement, box: Element): boolean {
  if (statusOf(box) !== null) return true;
  let at: HTMLElement | null = row;
  for (let count = 0; at && count < LONGEST_RUN; count++) {
    const side = sideOf(at);
    // An own one has its ticks: below one of the user's, one without them is something else.
    if (side === 'own' && at !== row) break;
    if (side !== null) return side === 'own';
    // Without a tail it goes on from the row above.
    at = rowAbove(at);
  }
  throw new Error('neither own nor of others');
}

/** It waits for the server. */
export function isPending(box: Element): boolean {
  return PENDING.test(statusOf(box) ?? '');
}

/** Ticks, or a clock: others' messages have neither. Also in the chat with oneself, which is drawn on the others' side. */
function statusOf(box: Element): string | null {
  const meta = box.querySelector(META);
  const names = [...(meta?.querySelectorAll('[data-icon], [data-testid], svg > title') ?? [])].map(
    (each) =>
      each.getAttribute('data-icon') ?? each.getAttribute('data-testid') ?? each.textContent ?? '',
  );
  return names.find((name) => STATUS.test(name)) ?? null;
}

function sideOf(row: HTMLElement): 'own' | 'other' | null {
  const found = (['own', 'other'] as const).filter((side) => isMarked(row, side));
  if (found.length > 1) throw new Error('own and of others');
  return found[0] ?? null;
}

function isMarked(row: HTMLElement, side: 'own' | 'other'): boolean {
  const root = row.ownerDocument.documentElement;
  const box = row.querySelector('[data-testid="msg-container"]');
  return (
    IDS[side].test(row.getAttribute('data-id') ?? '') ||
    row.querySelector(CLASSES[side]) !== null ||
    (root.dir !== 'rtl' && row.querySelector(TAILS[side]) !== null) ||
    (box?.parentElement ?? row).classList.contains(SIDES[side])
  );
}

/** The row above of the same run: null above its first, and where a row out of sight has no content. */
export function rowAbove(row: HTMLElement): HTMLElement | null {
  const above = (row.closest('[role="row"]') ?? row).previousElementSibling;
  const other = above?.matches('[data-id]') ? above : above?.querySelector('[data-id]');
  const box = other?.querySelector('[data-testid="msg-container"]');
  return box && statusOf(box) === null ? (other as HTMLElement) : null;
}
