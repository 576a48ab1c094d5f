import { expect, test, vi } from 'vitest';
import { siteWord as wordOnScreen } from '../../components/site-word';
import { siteWord as wordInSheets } from '../../lib/export/sheet-words';
import { sites } from '../../lib/sites/index';

vi.mock('#i18n', () => ({ i18n: { t: (name: string) => `words: ${name}` } }));

test.each(sites.map(({ id }) => id))('%s has a name on the screen and in the sheets', (id) => {
  expect(wordOnScreen(id)).not.toBe(id);
  expect(wordInSheets(id)).not.toBe(id);
});
