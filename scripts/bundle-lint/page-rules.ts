import { type DefaultTreeAdapterTypes, parse as parseHtml } from 'parse5';
import { isInside } from './address.ts';
import type { Finding } from './finding.ts';
import { findInStyle } from './style-rules.ts';

type PageNode = DefaultTreeAdapterTypes.Node;
type PageElement = DefaultTreeAdapterTypes.Element;

/** Attributes of a page whose value is loaded. */
const ADDRESSES = /^(src|srcset|href|xlink:href|poster|data|action|formaction|ping|background)$/;

/** What a `link` may be: not one that fetches ahead. `modulepreload` loads what the page imports anyway. */
const LINKS = /^(icon|stylesheet|modulepreload)$/;

const FORBIDDEN_TAGS = /^(iframe|frame|object|embed|applet|base|form|audio|video|portal)$/;

/** What a page of a build must not hold: anything from elsewhere, script in the page itself, anything that fetches ahead. */
export function findInPage(file: string, text: string): Finding[] {
  const found: Finding[] = [];
  const note = (rule: string, what: string) => void found.push({ file, rule, what });
  for (const element of elementsIn(parseHtml(text))) {
    const { tagName, attrs } = element;
    if (FORBIDDEN_TAGS.test(tagName)) note('element', tagName);
    if (tagName === 'script' && !attrs.some(({ name }) => name === 'src')) note('script', 'inline');
    if (tagName === 'style') found.push(...findInStyle(file, textIn(element)));
    for (const { name, value } of attrs) {
      if (/^on/.test(name) || name === 'srcdoc') note('script', name);
      if (ADDRESSES.test(name) && !isInside(value)) note('address', value);
      if (tagName === 'link' && name === 'rel' && !LINKS.test(value))
        note('element', `link ${value}`);
      if (tagName === 'meta' && name === 'http-equiv') note('element', `meta ${value}`);
      if (name === 'style') found.push(...findInStyle(file, `*{${value}}`));
    }
  }
  return found;
}

function elementsIn(node: PageNode): PageElement[] {
  const inside = 'childNodes' in node ? node.childNodes.flatMap(elementsIn) : [];
  const template = 'content' in node ? elementsIn(node.content) : [];
  return 'tagName' in node ? [node, ...inside, ...template] : [...inside, ...template];
}

function textIn({ childNodes }: PageElement): string {
  return childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}
