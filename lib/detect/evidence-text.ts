/** What no reader sees: default ignorable code points, control characters that are no white space, halves of pairs. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cs}]|(?!\p{White_Space})\p{Cc}/gu;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_SHIFT = 0xfee0;
/** Marks of forwarding at the head, in brackets or before a colon. */
const FORWARDED = /^(?:[[(【](?:转发|轉發|转|轉|fwd?)[\])】]:?|(?:转发|轉發|转|轉|fwd?):)+/i;

/**
 * The text that an evidence number is made of, as docs/export.md defines it. It must stay what it is: a number that was
 * handed over is checked against it years later, so it shares nothing with the engine's own normal form.
 */
export function evidenceText(text: string): string {
  return (
    text
      .replace(UNSEEN, '')
      .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_SHIFT))
      .replace(/\p{White_Space}+/gu, ' ')
      // "1 12日" must not become "112日".
      .replace(/(?<![0-9]) | (?![0-9])/g, '')
      .normalize('NFC')
      .replace(FORWARDED, '')
  );
}
