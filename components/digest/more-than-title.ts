/** Fewer characters beyond the title are not worth a line. */
const WORTH_A_LINE = 4;

/** What an excerpt says that the title does not: all of it, what follows where it begins with the title, or "". */
export function moreThanTitle(title: string, excerpt: string): string {
  const said = halfWidth(title.replace(/…$/, '').trim());
  const text = excerpt.replace(/\s+/g, ' ').trim();
  const compared = halfWidth(text);
  if (said.startsWith(compared)) return '';
  if (said === '' || !compared.startsWith(said)) return text;
  const rest = text.slice(said.length).replace(/^[\s\p{P}]+/u, '');
  return rest.length < WORTH_A_LINE ? '' : `…${rest}`;
}

/** Titles are kept with half-width marks, excerpts as they were written. As long as before. */
function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (mark) =>
    String.fromCharCode(mark.charCodeAt(0) - 0xfee0),
  );
}
