import type { Plugin } from 'vite';

/** Leaves out of a content script where and when it runs: that is for the manifest, which is made from the source. */
export function withoutManifestKeys(): Plugin {
  return {
    name: 'without-manifest-keys',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.content.ts') || !code.includes('defineContentScript(')) return null;
      const short = code.replaceAll(/\n\s*(?:matches: \[[^\]]*\]|runAt: '\w+'),/g, '');
      if (short === code) this.error(`no keys of the manifest found in ${id}`);
      return { code: short, map: null };
    },
  };
}
