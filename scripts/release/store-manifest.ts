import type { ZipEntry } from './zip-file.ts';

/**
 * A build as the stores take it: without the key that gives an unpacked copy the same id in every folder, because a store
 * gives the extension a key of its own and takes none. Throws where there is no manifest or no key to leave out.
 */
export function forStores(entries: readonly ZipEntry[]): ZipEntry[] {
  const manifest = entries.find(({ path }) => path === 'manifest.json');
  if (!manifest) throw new Error('the build has no manifest');
  const { key, ...kept } = JSON.parse(Buffer.from(manifest.bytes).toString()) as { key?: string };
  if (key === undefined) throw new Error('the manifest has no key');
  const bytes = Buffer.from(JSON.stringify(kept));
  return entries.map((entry) => (entry === manifest ? { ...entry, bytes } : entry));
}
