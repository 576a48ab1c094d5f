import { build } from 'vite';

const START = 'page-start';

/**
 * Bundles a module's text into one script for a page, with `globalThis` as its only way out.
 * @param code TypeScript-free module text; its imports are absolute paths
 * @param stands modules that stand in for others, by name: their text
 */
export async function pageScript(
  code: string,
  stands: Readonly<Record<string, string>> = {},
): Promise<string> {
  const modules: Readonly<Record<string, string>> = { ...stands, [START]: code };
  const result = await build({
    configFile: false,
    envFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: START,
        enforce: 'pre',
        resolveId: (name) => (name in modules ? `\0${name}` : null),
        load: (id) => modules[id.replace('\0', '')] ?? null,
      },
    ],
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: { input: START, output: { format: 'iife' } },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error('the page script was not bundled');
  return first.output[0].code;
}
