/** A cell as a flat OpenDocument file has it. A formula shows as one; a cell without any has none. */
export type FlatCell = {
  type: 'none' | 'string' | 'float' | 'percentage' | 'date' | 'other';
  value: string | number | null;
  formula: string | null;
  /** It bears a link. */
  isLinked: boolean;
};

export type FlatSheet = { name: string; rows: FlatCell[][] };

const EMPTY: FlatCell = { type: 'none', value: null, formula: null, isLinked: false };

/** Text that stands for spaces and breaks, by the elements of the format. */
const BREAKS: Record<string, string> = { 'text:tab': '\t', 'text:line-break': '\n' };

/** Cells that only fill the sheet up to its edge are repeated so often. */
const FILLING = 1_000;

/** The sheets of a flat OpenDocument spreadsheet; empty cells and lines at their ends are left out. */
export function flatSheets(xml: string): FlatSheet[] {
  return [...xml.matchAll(/<table:table (.*?)>(.*?)<\/table:table>/gs)].map(([, tag, inside]) => ({
    name: attribute(tag ?? '', 'table:name') ?? '',
    rows: trimmed(
      elements(inside ?? '', 'table:table-row').flatMap(({ attributes, content }) =>
        repeated(attributes, 'table:number-rows-repeated', trimmed(cellsOf(content), isNothing)),
      ),
      (row) => row.length === 0,
    ),
  }));
}

function cellsOf(row: string): FlatCell[] {
  return elements(row, 'table:(?:covered-)?table-cell').flatMap(({ attributes, content }) =>
    repeated(attributes, 'table:number-columns-repeated', cellOf(attributes, content)),
  );
}

function cellOf(attributes: string, content: string): FlatCell {
  const type = attribute(attributes, 'office:value-type');
  const formula = attribute(attributes, 'table:formula');
  const isLinked = /<text:a /.test(content);
  if (type === null) return { ...EMPTY, formula, isLinked };
  if (type === 'float' || type === 'percentage') {
    const value = Number(attribute(attributes, 'office:value'));
    return { type, value, formula, isLinked };
  }
  if (type === 'date') {
    return { type, value: attribute(attributes, 'office:date-value'), formula, isLinked };
  }
  const value = attribute(attributes, 'office:string-value') ?? textOf(content);
  return { type: type === 'string' ? type : 'other', value, formula, isLinked };
}

/** The paragraphs of a cell, a line each. */
function textOf(content: string): string {
  return elements(content, 'text:p')
    .map(({ content: paragraph }) =>
      paragraph
        .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count) => ' '.repeat(Number(count ?? 1)))
        .replace(/<(text:tab|text:line-break)\/>/g, (_, name: string) => BREAKS[name] ?? '')
        .replace(/<[^>]*>/g, ''),
    )
    .map(unescaped)
    .join('\n');
}

function elements(xml: string, name: string): { attributes: string; content: string }[] {
  const found = xml.matchAll(new RegExp(`<(${name})((?: [^>]*?)?)(?:/>|>(.*?)</\\1>)`, 'gs'));
  return [...found].map(([, , attributes = '', content = '']) => ({ attributes, content }));
}

function attribute(tag: string, name: string): string | null {
  const [, value] = new RegExp(`(?:^| )${name}="([^"]*)"`).exec(tag) ?? [];
  return value === undefined ? null : unescaped(value);
}

function repeated<T>(attributes: string, name: string, value: T): T[] {
  const times = Number(attribute(attributes, name) ?? 1);
  return new Array<T>(times > FILLING ? 1 : times).fill(value);
}

function trimmed<T>(list: readonly T[], isLeftOut: (value: T) => boolean): T[] {
  return list.slice(0, list.findLastIndex((value) => !isLeftOut(value)) + 1);
}

function isNothing({ value, formula }: FlatCell): boolean {
  return value === null && formula === null;
}

function unescaped(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole;
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
}
