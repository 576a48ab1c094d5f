import type { Analysis } from './analysis';
import { TITLE } from './limits';

/** What to call the notice in one line: a 《…》, a 【…】 head, or its first words; at most 40 characters. */
export function titleOf(analysis: Analysis): string {
  const { message, normal } = analysis;
  const text = normal.clean;
  const named = /《[^《》\n]{2,200}》/.exec(text)?.[0];
  if (named) return shorten(named);
  const head = /^\s*【([^【】\n]{2,60})】/.exec(text)?.[1];
  if (head && /[^\s\d]{2}/.test(head) && !analysis.header) return shorten(head);
  const words = message.file?.name ?? message.link?.title ?? firstWords(analysis);
  return shorten(words);
}

/** The first words that belong to the notice: after the tags, greetings and addresses. */
function firstWords(analysis: Analysis): string {
  const { clean } = analysis.normal;
  const text = clean.slice(analysis.tokens.starts[0] ?? 0).trim();
  const sentence = /^[^。!;\n]{8,}/.exec(text)?.[0] ?? text;
  return sentence;
}

function shorten(text: string): string {
  const line = text.slice(0, 400).replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length > TITLE ? `${letters.slice(0, TITLE - 1).join('')}…` : line;
}
