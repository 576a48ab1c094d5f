// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { blockText } from '../../lib/sites/block-text';
import { textContent } from '../../lib/sites/content';
import { displayedText } from '../../lib/sites/displayed-text';
import { wordsIn } from '../../lib/sites/picked-text';
import { telegramText } from '../../lib/sites/telegram-text';
import { judgePair, NOTICE } from '../detect/fixtures';

const READERS: [string, (element: Element) => string][] = [
  ['a formatted text', (element) => blockText(element, '.none')],
  ['a plain text', displayedText],
  ['a text of Telegram', (element) => telegramText(element, '.none')],
  ['a text that was pointed out', (element) => wordsIn(element, new Set())],
];

function elementOf(html: string): Element {
  document.body.innerHTML = `<section>${html}</section>`;
  return document.body.firstElementChild as Element;
}

it.each(READERS)('%s that is crossed out, or a deadline in it, is no copy', (_, read) => {
  for (const tag of ['s', 'del', 'strike']) {
    const deadline = NOTICE.replace('11月5日', `<${tag}>11月5日</${tag}>11月8日`);
    for (const html of [`<${tag}>${NOTICE}</${tag}>`, deadline]) {
      const text = read(elementOf(html));
      expect(judgePair(NOTICE, text).relation, text).not.toBe('copy');
      expect(judgePair(text, NOTICE).relation, text).not.toBe('copy');
    }
  }
});

it.each([
  ['a spoiler of Element', `<button class="mx_EventTile_spoiler"><span>${NOTICE}</span></button>`],
  [
    'a spoiler of Discord',
    `<span class="spoilerContent_f3a1 hidden_f3a1"><span>${NOTICE}</span></span>`,
  ],
  [
    'a spoiler of Telegram',
    `<span class="spoiler"><span class="spoiler-text">${NOTICE}</span></span>`,
  ],
  ['a spoiler of the other Telegram', `<span class="Spoiler Spoiler--concealed">${NOTICE}</span>`],
  ['a closed part', `<details><summary>各位网格员：</summary>${NOTICE}</details>`],
  [
    'words in the colour of the page',
    `<font data-mx-color="#ffffff" style="color: #fff">${NOTICE}</font>`,
  ],
])('%s holds a notice that nobody has read: the true one does not fold', (what, html) => {
  const read = what.includes('Telegram')
    ? (element: Element) => telegramText(element, '.none')
    : (element: Element) => blockText(element, '.none');
  const content = textContent(read(elementOf(html)));
  expect(content.oversize).toBe(true);
  expect(judgePair(content, NOTICE).relation).not.toBe('copy');
  expect(judgePair(NOTICE, content).action).not.toBe('fold');
});
