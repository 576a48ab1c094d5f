/** Fewer characters beyond the title are not worth a line. */
const WORTH_A_LINE = 4;

/** What an excerpt says that the title does not: all of it, what follows where it begins with the title, or "". */
export function moreThanTitle(title: string, excerpt: string): string {
  const said = title.replace(/…$/, '').trim();
  const text = excerpt.replace(/\s+/g, ' ').trim();
  if (said.startsWith(text)) return '';
  if (said === '' || !text.startsWith(said)) return text;
  const rest = text.slice(said.length).replace(/^[\s\p{P}]+/u, '');
  return rest.length < WORTH_A_LINE ? '' : `…${rest}`;
}
