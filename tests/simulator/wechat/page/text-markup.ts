import { escapeHtml } from './element.ts';
import { withEmoji } from './emoji.ts';

/**
 * The page's auto-linker sees an address only at the very start, after white space, or after a plain
 * "<br>"; it takes what stands before into the link. An address after "<br/>" or after Chinese text is
 * missed, and a file name such as "form.docx" at the start passes for one.
 */
const ADDRESS =
  /(^|\s|<br>)((?:https?:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,6}(?::\d+)?(?:\/[\w\-./?%&=#+~:;]*)?)(?![\w@])/gi;

/**
 * HTML of a text message as the page shows it.
 * @param text lines separated by "\n"
 * @param lineBreak what the sending client writes for a line break: phones "<br/>", this page itself "<br>"
 */
export function textHtml(text: string, lineBreak: '<br/>' | '<br>' = '<br/>'): string {
  const lines = text.split('\n').map(escapeHtml).join(lineBreak);
  const linked = lines.replace(ADDRESS, (_whole, lead: string, address: string) => {
    const target = /^https?:/i.test(address) ? address : `http://${address}`;
    return `<a target="_blank" href="${escapeHtml(checkedHref(target.replaceAll('&amp;', '&')))}">${lead}${address}</a>`;
  });
  return withEmoji(linked);
}

/** Every outward link goes through the site's own gate. */
export function checkedHref(url: string): string {
  return `/cgi-bin/mmwebwx-bin/webwxcheckurl?requrl=${encodeURIComponent(url)}&skey=@crypt_simulated&scene=1`;
}

/** The text that the server makes of a reply with a quote. */
export function quotedText(quote: { from: string; text: string }, reply: string): string {
  return `「${quote.from}：${quote.text}」\n- - - - - - - - - - - - - - -\n${reply}`;
}

/** One line for the chat list: line breaks vanish without a separator. */
export function digestOf(text: string): string {
  return escapeHtml(text.replaceAll('\n', ''));
}
