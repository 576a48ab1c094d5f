import { textOf } from './file-lines.ts';
import { HistoryError, type Watch } from './history.ts';

/** Longest field, in UTF-16 units: behind a mark that is never closed the rest of the file would be one field. */
const LONGEST_FIELD = 1_000_000;

export type Delimiter = ',' | '\t' | ';';

/** A row of a table; `line`: where it begins, from 1. */
export type Row = { line: number; fields: string[] };

/** What parts the columns of a table: that of which the first line has most outside of quotation marks. */
export function delimiterIn(head: string): Delimiter {
  const line = (head.split('\n', 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: Delimiter) => line.split(delimiter).length;
  return (['\t', ';'] as const).reduce<Delimiter>(
    (best, next) => (count(next) > count(best) ? next : best),
    ',',
  );
}

/**
 * Rows of a table as RFC 4180 has them, many at a time: fields in quotation marks may hold the delimiter, line ends and
 * doubled marks. Throws `HistoryError` where a quotation mark is never closed.
 */
export async function* rowsOf(
  blob: Blob,
  delimiter: Delimiter,
  watch: Watch = {},
): AsyncGenerator<Row[]> {
  const reader = new RowReader(delimiter);
  for await (const part of textOf(blob, watch)) yield reader.push(part);
  if (!watch.stopped?.aborted) yield reader.end();
}

/** Lives as long as one file. */
class RowReader {
  readonly #ends: RegExp;
  #rest = '';
  #line = 1;

  constructor(delimiter: Delimiter) {
    this.#ends = new RegExp(`[\\n${delimiter}]`, 'g');
  }

  push(part: string): Row[] {
    this.#rest += part;
    return this.#rows(false);
  }

  end(): Row[] {
    if (this.#rest === '') return [];
    if (!this.#rest.endsWith('\n')) this.#rest += '\n';
    return this.#rows(true);
  }

  /** Every row that is whole; what is left is kept. */
  #rows(isEnd: boolean): Row[] {
    const rows: Row[] = [];
    const text = this.#rest;
    let at = 0;
    for (;;) {
      const next = this.#row(text, at);
      if (!next) break;
      rows.push({ line: this.#line, fields: next.fields });
      this.#line += next.lines;
      at = next.end;
    }
    this.#rest = text.slice(at);
    if (isEnd && this.#rest !== '') throw new HistoryError('open-quote', this.#line);
    if (this.#rest.length > LONGEST_FIELD) this.#tooLong();
    return rows;
  }

  /** A line without marks that goes on for ever is cut; behind an open mark nothing can be told. */
  #tooLong(): void {
    if (this.#rest.includes('"')) throw new HistoryError('open-quote', this.#line);
    this.#rest = this.#rest.slice(0, LONGEST_FIELD);
  }

  #row(text: string, start: number): { fields: string[]; end: number; lines: number } | null {
    const fields: string[] = [];
    let at = start;
    let lines = 1;
    for (;;) {
      let value: string;
      let end: number;
      if (text[at] === '"') {
        const close = closingMark(text, at + 1);
        if (close === -1) return null;
        value = text.slice(at + 1, close).replaceAll('""', '"');
        end = this.#endFrom(text, close + 1);
        if (end === -1) return null;
        value += text.slice(close + 1, end).replace(/\r$/, '');
        lines += value.split('\n').length - 1;
      } else {
        end = this.#endFrom(text, at);
        if (end === -1) return null;
        value = text.slice(at, end);
        if (value.endsWith('\r')) value = value.slice(0, -1);
      }
      fields.push(value);
      at = end + 1;
      if (text[end] === '\n') return { fields, end: at, lines };
    }
  }

  #endFrom(text: string, at: number): number {
    this.#ends.lastIndex = at;
    return this.#ends.exec(text)?.index ?? -1;
  }
}

/** The mark that closes a field; doubled ones are part of it. -1 when it is not there yet. */
function closingMark(text: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at);
    if (at === -1 || at === text.length - 1) return -1;
    if (text[at + 1] !== '"') return at;
  }
}
