import type { Plugin } from 'vite';

/**
 * Writes all but ASCII as escapes. One Chinese character anywhere, and a browser keeps the whole script in two bytes a
 * character: the background's, of 2 MB, is then loaded 20 to 30 ms later at each start (Chromium, by turns with the same
 * script unescaped, two cores, 2026-11-30). Fails where an escape would say something else than the character.
 */
export function oneByteScript(): Plugin {
  return {
    name: 'one-byte-script',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const code = escaped(chunk.code);
        const [before, after] = [chunk.code, code].map((each) => wordsIn(this.parse(each)));
        if (JSON.stringify(before) !== JSON.stringify(after)) {
          this.error('a character would say something else as an escape');
        }
        chunk.code = code;
      }
    },
  };
}

/** The same script in ASCII. */
export function escaped(code: string): string {
  return code.replace(/(\\*)([^\0-\x7f])/g, (_, slashes: string, character: string) => {
    // A character that was escaped already, as "、" in a pattern may be, needs no second slash.
    const before = slashes.length % 2 === 0 ? slashes : slashes.slice(1);
    return `${before}\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

type Node = {
  type?: string;
  name?: string;
  value?: unknown;
  regex?: { pattern: string; flags: string };
  quasi?: { quasis: { value: { raw: string } }[] };
};

/** What a parsed script says in names, texts and patterns, in its order. */
export function wordsIn(node: unknown, found: unknown[] = []): unknown[] {
  if (typeof node !== 'object' || node === null) return found;
  const { type, name, value, regex, quasi } = node as Node;
  if (type === 'Identifier') found.push(name);
  if (type === 'Literal') found.push(regex ? characters(regex.pattern) : String(value));
  if (type === 'TemplateElement') found.push((value as { cooked?: string }).cooked);
  // Whoever gets a text as it is written sees the escapes.
  if (type === 'TaggedTemplateExpression') found.push(quasi?.quasis.map((each) => each.value.raw));
  for (const child of Object.values(node)) wordsIn(child, found);
  return found;
}

/** A pattern with its characters in place of escapes. */
function characters(pattern: string): string {
  const written = /\\(?:u([0-9a-f]{4})|(?=[^\0-\x7f]))/g;
  return pattern.replace(written, (_, unit?: string) =>
    unit === undefined ? '' : String.fromCharCode(Number.parseInt(unit, 16)),
  );
}
