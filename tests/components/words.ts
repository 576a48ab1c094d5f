import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { fakeBrowser } from 'wxt/testing/fake-browser';

export const LANGUAGES = ['zh_CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type Entries = Record<string, { message: string }>;

/** The words of one language as the browser gets them. */
export async function wordsOf(language: Language): Promise<Entries> {
  const file = join(import.meta.dirname, `../../locales/${language}.yml`);
  return generateChromeMessages(await parseMessagesFile(file)) as Entries;
}

/** Lets the fake browser speak this language, as a real one does: "$1" is filled in, an unknown key gives "". */
export async function speak(language: Language): Promise<void> {
  const words = await wordsOf(language);
  fakeBrowser.i18n.getMessage = ((key: string, substitutions: string | string[] = []) => {
    const list = [substitutions].flat();
    const message = words[key]?.message ?? '';
    return message.replace(/\$(\d)/g, (_, digit) => list[Number(digit) - 1] ?? '');
  }) as typeof fakeBrowser.i18n.getMessage;
}
