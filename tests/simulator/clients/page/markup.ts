/** Markup that is put in as it is. */
export type Markup = { markup: string };

type Piece = string | number | boolean | null | undefined | Markup | readonly Markup[];

/** HTML from a template; everything put in is escaped unless it is made by `html` itself. `false`, null and undefined are nothing. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { markup: strings.reduce((all, text, at) => all + inserted(pieces[at - 1]) + text) };
}

/** A text with its line breaks as `<br>`. */
export function withBreaks(text: string): Markup {
  return { markup: text.split('\n').map(escaped).join('<br>') };
}

function inserted(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false || piece === true) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  return Array.isArray(piece)
    ? piece.map(({ markup }) => markup).join('')
    : (piece as Markup).markup;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
