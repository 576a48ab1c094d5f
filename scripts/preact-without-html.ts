import type { Plugin } from 'vite';

/** Preact's only file in a build. */
const PREACT = /\/preact\/dist\/preact\.mjs(\?|$)/;

/**
 * Where Preact 11.2.0 sets HTML, for `dangerouslySetInnerHTML`: unless the element is being taken over from markup
 * or holds the same HTML already. Names are those of its minifier and change with every version of it.
 */
const SETTER =
  /\w+\|\|\w+&&\((\w+)\.__html==\w+\.__html\|\|\1\.__html==(\w+)\.innerHTML\)\|\|\(\2\.innerHTML=\1\.__html\)/g;

/**
 * Preact without the one place that sets HTML: no page of ours asks for that, and what is not there needs no trust.
 * Throws where the place is not found exactly once, as after an update of Preact.
 * @param code text of `preact.mjs`
 */
export function withoutHtmlSetter(code: string): string {
  const found = code.match(SETTER)?.length ?? 0;
  if (found !== 1) throw new Error(`preact.mjs sets HTML in ${found} known places, not in one`);
  const stripped = code.replace(SETTER, '0');
  if (stripped.includes('.innerHTML')) throw new Error('preact.mjs sets HTML in an unknown place');
  return stripped;
}

/** Leaves Preact's HTML setter out of a build. */
export function preactWithoutHtml(): Plugin {
  return {
    name: 'preact-without-html',
    enforce: 'pre',
    transform(code, id) {
      return PREACT.test(id.replaceAll('\\', '/'))
        ? { code: withoutHtmlSetter(code), map: null }
        : undefined;
    },
  };
}
