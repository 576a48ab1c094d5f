import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Day } from '../../../lib/tally/rows.ts';
import { jsonOf, makeTown, personOf } from '../../tally/handed/people.ts';
import { waitUntil } from './wait-until.ts';

/** Writes what so many people of one small town hand over into a folder. Returns the files. */
export async function writeHandedTallies(
  folder: string,
  { people, lastDay }: { people: number; lastDay: Day },
): Promise<string[]> {
  const town = makeTown({ seed: 11, groups: 12, days: 30, messages: 1_500, lastDay });
  const paths: string[] = [];
  for (let person = 0; person < people; person++) {
    const path = join(folder, `handed-${person}.json`);
    writeFileSync(path, jsonOf(await personOf(town, person, { groups: 8, word: '减负行动' })));
    paths.push(path);
  }
  return paths;
}

/**
 * Gives files to the page's field for files, the first unless the words of its label are given; what a browser shows to
 * choose them is its own.
 */
export async function chooseFiles(page: Page, paths: readonly string[], label = ''): Promise<void> {
  const input = await waitUntil('a field for files', async () => {
    for (const field of await page.$$('input[type=file]')) {
      const words = await field.evaluate((each) => each.closest('label')?.textContent ?? '');
      if (words.includes(label)) return field;
    }
    return null;
  });
  await (input as unknown as { uploadFile(...paths: string[]): Promise<void> }).uploadFile(
    ...paths,
  );
}
