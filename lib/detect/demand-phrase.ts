/** Within a clause: up to ten letters, and up to four. */
const GAP = '[^,。;!?\\n]{0,10}';
const SHORT_GAP = '[^,。;!?\\n]{0,4}';

/** A pattern in which "…" stands for a gap of up to ten letters and "‥" for one of up to four. */
export function phrase(words: string): RegExp {
  return new RegExp(words.replaceAll('…', GAP).replaceAll('‥', SHORT_GAP), 'g');
}
