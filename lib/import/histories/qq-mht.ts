import type { HistoryBuilder } from './builder.ts';
import { textOf } from './file-lines.ts';
import { HistoryError, type Source, type Watch } from './history.ts';
import { addQq, isGroup, senderOf } from './qq-text.ts';
import { timeOf } from './told-time.ts';

/** Longest row of the table, in UTF-16 units. Pictures lie behind the table, and are never read. */
const LONGEST_ROW = 1_000_000;

export function isQqMht(head: string): boolean {
  return /Tencent (?:MsgMgr|IM Message)/.test(head.slice(0, 2_000));
}

/**
 * The web archive that QQ's message manager exports: one table, a row for each message, the day in a row of its own.
 * Its HTML is taken apart as text: nothing of it is ever put into a page.
 */
export async function readQqMht(
  { blob }: Source,
  builder: HistoryBuilder,
  watch: Watch,
): Promise<void> {
  const table = new Table(builder);
  let rest = '';
  for await (const part of textOf(blob, watch)) {
    const end = part.indexOf('</html>');
    const rows = (rest + (end === -1 ? part : part.slice(0, end))).split(/<\/tr>/i);
    rest = rows.pop() ?? '';
    for (const row of rows) table.row(row);
    if (end !== -1) break;
    if (rest.length > LONGEST_ROW) rest = rest.slice(-LONGEST_ROW / 2);
  }
  table.row(rest);
  if (!table.hasDay) throw new HistoryError('damaged');
}

/** Lives as long as one file. */
class Table {
  readonly #builder: HistoryBuilder;
  #group = '';
  #place: number | null = null;
  #day = '';

  constructor(builder: HistoryBuilder) {
    this.#builder = builder;
  }

  get hasDay(): boolean {
    return this.#day !== '';
  }

  row(html: string): void {
    const title = /消息(分组|对象)[:：](?:&nbsp;)?([^<]*)/.exec(html);
    const day = /日期[:：](?:&nbsp;|\s)*(\d{4}-\d{1,2}-\d{1,2})/.exec(html);
    if (title?.[1] === '分组') this.#group = wordsIn(title[2] ?? '');
    else if (title) this.#begin(wordsIn(title[2] ?? ''));
    else if (day) this.#day = day[1] ?? '';
    else this.#message(html);
  }

  #begin(name: string): void {
    this.#place = this.#builder.chat({ site: 'qq', name, isPrivate: !isGroup(this.#group) });
  }

  /** `<div><div>name</div>9:02:13</div><div>content</div>` */
  #message(html: string): void {
    const head =
      /<div[^>]*>\s*<div[^>]*>([^<]*)<\/div>\s*((?:上午|下午|凌晨|中午|晚上)?\s*\d{1,2}:\d{2}:\d{2})\s*<\/div>/i.exec(
        html,
      );
    if (!head || this.#day === '') return;
    this.#place ??= this.#builder.chat({ site: 'qq', name: null, isPrivate: false });
    const time = timeOf(`${this.#day} ${head[2]}`);
    const text = wordsIn(html.slice(head.index + head[0].length));
    addQq(this.#place, { time, ...senderOf(wordsIn(head[1] ?? '')), text }, this.#builder);
  }
}

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The words of a piece of HTML; a picture is "[图片]". */
function wordsIn(html: string): string {
  return html
    .replace(/<img\b[^>]*>/gi, '[图片]')
    .replace(/<br\s*\/?>|<\/div>|<\/p>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (all, number, hex, name) => {
      if (name) return NAMED[String(name).toLowerCase()] ?? all;
      const code = number ? Number(number) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .trim();
}
