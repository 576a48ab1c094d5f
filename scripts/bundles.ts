import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The two builds, by the browser they are for. */
export const BUILDS = {
  chromium: fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url)),
  firefox: fileURLToPath(new URL('../.output/firefox-mv3', import.meta.url)),
} as const;

export type BuildKind = keyof typeof BUILDS;

export const BUILD_KINDS = Object.keys(BUILDS) as BuildKind[];

export type Bundle = { file: string; text: string };

/** Every script, page and style sheet of a build, with its path inside the build. */
export function bundlesOf(kind: BuildKind): Bundle[] {
  const folder = BUILDS[kind];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(js|html|css)$/.test(file))
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
}
