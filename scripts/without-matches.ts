import type { Plugin } from 'vite';

/** Leaves a content script's match patterns out of the script: they are for the manifest, which is made from the source. */
export function withoutMatches(): Plugin {
  return {
    name: 'without-matches',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.content.ts') || !code.includes('defineContentScript(')) return null;
      const short = code.replace(/\n\s*matches: \[[^\]]*\],/, '');
      if (short === code) this.error(`no match patterns found in ${id}`);
      return { code: short, map: null };
    },
  };
}
