const ADDRESS = /https?:\/\/[^\s\p{Script=Han}，。；）)]+/u;
const CALLED = '[class*="preview" i], [class*="onebox" i], [class*="embed" i], [class*="card" i]';

/**
 * What a client adds to a message because of an address in its words: the title, the first words and a picture of the page
 * that stands there. Nobody said it, and it comes and goes.
 */
export function previewsIn(row: Element): Element[] {
  const address = ADDRESS.exec(row.textContent ?? '')?.[0];
  if (!address) return [];
  const called = [...row.querySelectorAll(CALLED)];
  const linked = [...row.querySelectorAll('a[href]')].filter(
    (link) =>
      isSame(link.getAttribute('href') ?? '', address) &&
      link.querySelector('img, p, div') !== null,
  );
  // What holds the address holds the words.
  return [...called, ...linked].filter((one) => !one.textContent?.includes(address));
}

function isSame(one: string, other: string): boolean {
  return one.replace(/\/$/, '') === other.replace(/\/$/, '');
}
