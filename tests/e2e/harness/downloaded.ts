import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from './wait-until.ts';

/** The file with this ending in a folder of downloads, once it is written whole; of several that match, any. */
export async function downloaded(folder: string, ending: string | RegExp): Promise<Buffer> {
  const isIt = (name: string) =>
    typeof ending === 'string' ? name.endsWith(ending) : ending.test(name);
  const name = await waitUntil(`a file ${ending}`, async () => {
    const names = readdirSync(folder);
    return names.some((each) => /\.(crdownload|part)$/.test(each)) ? undefined : names.find(isIt);
  });
  return waitUntil(`${name} to be whole`, async () => {
    const bytes = readFileSync(join(folder, name));
    return bytes.length > 0 ? bytes : undefined;
  });
}
