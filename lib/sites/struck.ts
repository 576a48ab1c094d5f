/** What a reader sees crossed out. */
const STRUCK = /^(?:del|s|strike)$/;
/** What is covered until one clicks: spoilers under the names that clients give them, and a closed part. */
const SPOILER = /(?:^|[\s_-])(?:mx_EventTile_)?spoiler/i;
/** Stands for what is covered: no notice is known by words that nobody has seen. */
export const COVERED = '▓';

export function isStruck(element: Element): boolean {
  return STRUCK.test(element.localName) || element.getAttribute('data-stringify-type') === 'strike';
}

/** The words with a stroke through every character, as Unicode has it: words that count no more are other words. */
export function struckOut(words: string): string {
  return words.replace(/\S/gu, '$&\u0336');
}

/** Part of the words is covered, or painted by their writer so that it may not be seen. */
export function isCovered(element: Element): boolean {
  if (element.localName === 'details') return !element.hasAttribute('open');
  if (element.hasAttribute('data-mx-color') || element.hasAttribute('data-mx-bg-color'))
    return true;
  return SPOILER.test(element.getAttribute('class') ?? '') && !isOpened(element);
}

function isOpened({ classList }: Element): boolean {
  return classList.contains('visible') || classList.contains('spoiler-content-open');
}
