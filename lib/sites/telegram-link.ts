import { type Content, linkContent } from './content';
import { onlyLink, type TextLink, textWithLinks } from './links';
import { telegramText } from './telegram-text';

/** Where a client shows what another page is about, and what in it is not of that page. */
export type Preview = { title: string; description: string; skip: string };

/**
 * What a text with links says. One that is an address and nothing else comes with what the client shows of the page
 * there, which it may have cut: then it never folds.
 */
export function linkedPage(
  said: string,
  links: readonly TextLink[],
  page: Element | null,
  { title, description, skip }: Preview,
): Content {
  const only = onlyLink(said, links);
  if (!only) return textWithLinks(said, links);
  const shown = (selector: string) => {
    const element = page?.querySelector(selector);
    return element ? telegramText(element, skip) : '';
  };
  const about = shown(description);
  const content = linkContent(shown(title) || said, only.written, about);
  return /(?:\.\.\.|…)$/.test(about) ? { ...content, oversize: true } : content;
}
