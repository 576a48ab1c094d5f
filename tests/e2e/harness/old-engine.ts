import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesAt, since } from '../../../scripts/compat/table.ts';
import { withManifest } from './altered-manifest.ts';

type Manifest = {
  side_panel?: object;
  permissions: string[];
  content_scripts: { world?: string }[];
};

/**
 * A copy of the Chromium build as a browser of this version would run it: everything that came to the language, to the
 * DOM and to the extension interface since is taken away before any script of ours runs, and the manifest has no key
 * that such a browser passes over. No such browser can be installed on a machine of today.
 * @param version of Chromium
 */
export function asInChromium(version: number, extension: string): string {
  const folder = withManifest<Manifest>(extension, ({ side_panel: _, ...manifest }) => ({
    ...manifest,
    permissions: manifest.permissions.filter((name) => name !== 'sidePanel'),
    content_scripts: manifest.content_scripts.map(({ world: __, ...script }) => script),
  }));
  const prelude = preludeFor(version);
  writeFileSync(join(folder, 'old-engine.js'), prelude);
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, file);
    if (file.endsWith('.html')) {
      const html = readFileSync(path, 'utf8');
      writeFileSync(path, html.replace('<head>', '<head><script src="old-engine.js"></script>'));
    } else if (/^(background|[\w-]+|content-scripts.[\w-]+)\.js$/.test(file)) {
      if (file !== 'old-engine.js') writeFileSync(path, prelude + readFileSync(path, 'utf8'));
    }
  }
  return folder;
}

/** A script that takes away what is newer. What a browser does not let go of stays. */
function preludeFor(version: number): string {
  const newer = [['javascript', 'builtins'] as const, ['api'] as const].flatMap((area) =>
    namesAt(area).flatMap((holder) =>
      namesAt([...area, holder]).flatMap((member) =>
        isNewer([...area, holder, member], version)
          ? [[holder, member.replace(/_static$/, '')]]
          : [],
      ),
    ),
  );
  return `{
    const take = (from, name) => { try { delete from[name]; } catch {} };
    for (const [holder, member] of ${JSON.stringify(newer)}) {
      const object = globalThis[holder];
      if (!object) continue;
      take(object, member);
      if (object.prototype) take(object.prototype, member);
    }
    for (const api of [globalThis.chrome, globalThis.browser]) if (api) take(api, 'sidePanel');
  }\n`;
}

function isNewer(path: readonly string[], version: number): boolean {
  const first = since(path, 'chrome');
  return first !== null && first > version && Number.isFinite(first);
}
