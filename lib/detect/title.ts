import type { Analysis } from './analysis.ts';
import { TITLE } from './limits.ts';

/** An address at the head of a notice: "各位班委:", "25级同学们:". */
const ADDRESS = new RegExp(
  '^\\s*(?:[^,。;:!\\n《]{1,24}:(?=\\s)' +
    // Several are addressed, or greeted: "各位班长,团支书:", "23、24级班长你们好:".
    '|(?:各位|各|全体|\\d{2}(?:级|\\s*[、,]))[^。;:!《]{1,40}?(?<!\\n):(?=\\s))',
);

/** What clients write in place of a picture. */
const PICTURE = '[图片]';

/** What to call the notice in one line: a 《…》, a 【…】 head, or its first words; at most 40 characters. */
export function titleOf(analysis: Analysis): string {
  const { message, normal } = analysis;
  const text = normal.clean;
  const named = /《[^《》\n]{2,200}》/.exec(text)?.[0];
  if (named) return shorten(named);
  const head = /^\s*【([^【】\n]{2,60})】/.exec(normal.body)?.[1];
  if (head && /[^\s\d]{2}/.test(head) && !analysis.header) return shorten(head);
  const words = message.file?.name ?? message.link?.title ?? firstWords(analysis);
  return shorten(words === '' && message.kind === 'image' ? PICTURE : words);
}

/** The first words that belong to the notice: after the tags, greetings and addresses, which are blank in the body. */
function firstWords(analysis: Analysis): string {
  const { clean, body } = analysis.normal;
  const address = ADDRESS.exec(body)?.[0].length ?? 0;
  const next = body.slice(address).search(/[^\s,.;:!。、~]/);
  const text = clean.slice(next === -1 ? 0 : address + next).trim();
  return /^[^。!;\n]{8,}/.exec(text)?.[0] ?? text;
}

function shorten(text: string): string {
  const line = text.slice(0, 400).replace(/\s+/g, ' ').trim();
  if (line.length <= TITLE) return line;
  // A letter may be two units long.
  const letters = [...line.slice(0, 2 * TITLE)];
  return letters.length > TITLE ? `${letters.slice(0, TITLE - 1).join('')}…` : line;
}
