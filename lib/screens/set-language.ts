import { i18n } from '#i18n';

/** States the language of the words and the title of the page. The page file itself can name only one language. */
export function setLanguage(title: string): void {
  document.documentElement.lang = i18n.t('language_tag');
  document.title = title;
}
