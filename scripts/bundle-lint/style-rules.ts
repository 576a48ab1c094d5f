import { parse, walk } from 'css-tree';
import { isForeign, isInside } from './address.ts';
import type { Finding } from './finding.ts';

/** What a style sheet of a build must not hold: anything that is loaded from outside the build, and other sheets. */
export function findInStyle(file: string, text: string): Finding[] {
  const found: Finding[] = [];
  const note = (rule: string, what: string) => void found.push({ file, rule, what });
  // Also inside values of custom properties, which are otherwise read as one text.
  walk(parse(text, { parseCustomProperty: true }), (node) => {
    if (node.type === 'Atrule' && node.name === 'import') note('import', '@import');
    if (node.type === 'Url' && !isInside(String(node.value))) note('address', String(node.value));
    if (node.type === 'String' && isForeign(String(node.value)))
      note('address', String(node.value));
    if (node.type === 'Raw' && /url\s*\(|\/\//i.test(String(node.value))) {
      note('address', String(node.value));
    }
  });
  return found;
}
