import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The page's parts, by path. */
export type PageFiles = { script: string; style: string };

let files: Promise<PageFiles> | undefined;

/** Bundles the page once per process. */
export function pageFiles(): Promise<PageFiles> {
  files ??= makeFiles();
  return files;
}

async function makeFiles(): Promise<PageFiles> {
  const [script, style] = await Promise.all([bundle(), text('page.css')]);
  return { script, style };
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    envFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      lib: { entry: here('page/main.ts'), formats: ['iife'], name: 'simulatorPage' },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error('the page was not bundled');
  return first.output[0].code;
}

function text(name: string): Promise<string> {
  return readFile(here(name), 'utf8');
}

function here(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
