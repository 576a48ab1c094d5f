import type { Health } from '../messages/protocol';
import type { Sketch } from '../sites/page-sketch';
import { pageStructure } from '../sites/page-structure';

/** What a report says of us and of the browser. */
export type Reporter = { version: string; userAgent: string };

/** What is to be known to mend an adapter, as text: counters and the structure of the page. Nothing that anybody wrote. */
export function siteReport(health: Health, tree: Sketch | null, from: Reporter): string {
  const { site, status, reason, read, errors, folded, feed } = health;
  const lines = [
    `Fingerlight ${from.version}, ${browserOf(from.userAgent)}`,
    `site ${site}, ${status}${reason === null ? '' : `: ${reason}`}`,
    `read ${read}, errors ${errors}, folded ${folded}, feed ${feed ? 'yes' : 'no'}`,
    '',
    tree === null ? 'no structure' : pageStructure(tree),
  ];
  return `${lines.join('\n')}\n`;
}

/** Name and main version; the rest of a user agent may tell more of a person's machine than is needed. */
function browserOf(userAgent: string): string {
  const [, name, version] = /\b(Firefox|Edg|Chrome)\/(\d+)/.exec(userAgent) ?? [];
  return name ? `${name} ${version}` : 'another browser';
}
