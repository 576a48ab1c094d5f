const ADDRESS = /https?:\/\/[^\s\p{Script=Han}，。；）)]+/u;
const NAMES = /preview|onebox|unfurl|embed|(link|url|web|text)[_-]?card/i;

/**
 * What a client adds to a message because of an address in its words: the title, the first words and a picture of the page
 * that stands there. Nobody said it, and it comes and goes.
 */
export function previewsIn(row: Element): Element[] {
  const address = ADDRESS.exec(row.textContent ?? '')?.[0];
  if (!address) return [];
  const called = [...row.querySelectorAll('[class]')].filter((one) =>
    NAMES.test(one.getAttribute('class') ?? ''),
  );
  const linked = [...row.querySelectorAll('a[href]')].filter(
    (link) =>
      isSame(link.getAttribute('href') ?? '', address) &&
      link.querySelector('img, p, div') !== null,
  );
  // What holds the address holds the words, and what stands before it was said before it.
  return [...called, ...linked].filter(
    (one) => !one.textContent?.includes(address) && standsAfter(one, row, address),
  );
}

function isSame(one: string, other: string): boolean {
  return one.replace(/\/$/, '') === other.replace(/\/$/, '');
}

/** It stands after the address. */
function standsAfter(one: Element, row: Element, address: string): boolean {
  const before = row.ownerDocument.createRange();
  before.setStart(row, 0);
  before.setEndBefore(one);
  return before.toString().includes(address);
}
