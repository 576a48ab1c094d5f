import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { pageScript } from '../page-script.ts';

/** The page's parts, by path. */
export type PageFiles = { script: string; style: string };

let files: Promise<PageFiles> | undefined;

/** Bundles the page once per process. */
export function pageFiles(): Promise<PageFiles> {
  files ??= makeFiles();
  return files;
}

async function makeFiles(): Promise<PageFiles> {
  const [script, style] = await Promise.all([
    pageScript(`import ${JSON.stringify(here('page/main.ts'))}`),
    readFile(here('page.css'), 'utf8'),
  ]);
  return { script, style };
}

function here(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
