import type { HistoryBuilder } from './builder.ts';
import { type Delimiter, delimiterIn, type Row, rowsOf } from './file-rows.ts';
import { HistoryError, type HistoryFormat, type Source, type Watch } from './history.ts';
import { isRecallLine, markedContent } from './told-kind.ts';
import { timeOf } from './told-time.ts';
import { weChatContent } from './wechat-kinds.ts';

/** What a column of a table says. */
export type ColumnRole =
  | 'time'
  | 'sender'
  | 'text'
  | 'chat'
  | 'own'
  | 'type'
  | 'part'
  | 'nickname'
  | 'url';

/** The place of each column that is read. */
export type Columns = Partial<Record<ColumnRole, number>>;

/** What may be said of a table by its first rows. `head`: the first row names the columns. */
export type TableLook = {
  format: Extract<HistoryFormat, 'csv' | 'memotrace' | 'chatlog'>;
  delimiter: Delimiter;
  hasHead: boolean;
  columns: Columns;
  /** The first rows, names of columns included. */
  rows: string[][];
};

/** Names of columns, in small letters, by what they say; the first that a table has is taken. */
const NAMES: Record<ColumnRole, readonly string[]> = {
  time: [
    'strtime',
    'createtime',
    'time',
    'datetime',
    'date',
    'timestamp',
    'sent_at',
    '时间',
    '日期',
    '发送时间',
    '消息时间',
    '日期时间',
  ],
  sender: [
    'remark',
    'sendername',
    'sender',
    'from',
    'author',
    'user',
    'name',
    '发送人',
    '发送者',
    '发言人',
    '昵称',
    '姓名',
    '发信人',
    '成员',
    '来源',
  ],
  text: [
    'strcontent',
    'content',
    'text',
    'message',
    'msg',
    'body',
    '内容',
    '消息内容',
    '消息',
    '聊天内容',
    '正文',
    '文本',
  ],
  chat: [
    'talkername',
    'room_name',
    'chat',
    'group',
    'channel',
    'room',
    'conversation',
    '群',
    '群名',
    '群聊',
    '群名称',
    '会话',
    '聊天',
    '聊天对象',
    '群组',
  ],
  own: ['issender', 'isself', 'is_sender', 'isself', '是否自己', '是否本人'],
  type: ['type'],
  part: ['subtype'],
  nickname: ['nickname'],
  url: ['url', 'link', '链接'],
};

/** Rows that are shown and looked at. */
const SHOWN = 20;

/** What a file looks like as a table; null when it is none. */
export function tableIn(head: string): TableLook | null {
  const delimiter = delimiterIn(head);
  const rows = previewRows(head, delimiter);
  const [first = []] = rows;
  if (first.length < 2) return null;
  const names = first.map((name) => name.trim().toLowerCase());
  const columns = namedColumns(names);
  const hasHead = columns.time !== undefined || columns.text !== undefined;
  const guessed = hasHead ? columns : guessedColumns(rows);
  return { format: formatOf(names), delimiter, hasHead, columns: guessed, rows };
}

function formatOf(names: readonly string[]): TableLook['format'] {
  if (names.includes('talkerid') && names.includes('strcontent')) return 'memotrace';
  return names.includes('talkername') && names.includes('content') ? 'chatlog' : 'csv';
}

function namedColumns(names: readonly string[]): Columns {
  const columns: Columns = {};
  for (const [role, known] of Object.entries(NAMES) as [ColumnRole, readonly string[]][]) {
    const name = known.find((each) => names.includes(each));
    if (name !== undefined) columns[role] = names.indexOf(name);
  }
  return columns;
}

/** Without names the column of times is known by its times, and the text is the longest of the others. */
function guessedColumns(rows: readonly string[][]): Columns {
  const [first = []] = rows;
  const time = first.findIndex((_, at) =>
    rows.every((row) => Number.isFinite(timeOf(row[at] ?? '')) && /\D/.test(row[at] ?? '')),
  );
  if (time === -1) return {};
  const length = (at: number) => rows.reduce((sum, row) => sum + (row[at]?.length ?? 0), 0);
  const others = first.flatMap((_, at) => (at === time ? [] : at));
  const text = [...others].sort((one, other) => length(other) - length(one))[0];
  const sender = others.find((at) => at !== text);
  return { time, ...(text !== undefined && { text }), ...(sender !== undefined && { sender }) };
}

function previewRows(head: string, delimiter: Delimiter): string[][] {
  const rows: string[][] = [];
  for (const line of head.split('\n').slice(0, 4 * SHOWN)) {
    const bare = line.replace(/\r$/, '');
    if (bare.trim() === '') continue;
    rows.push(
      fieldsIn(bare, delimiter).map((value) =>
        value.replace(/^"|"$/g, '').replaceAll('""', '"').slice(0, 200),
      ),
    );
    if (rows.length === SHOWN) break;
  }
  return rows;
}

/**
 * The fields of a line, where a delimiter in quotation marks parts nothing; for a preview, in which a field with line ends
 * may look odd. One pass: a pattern that looks ahead took 1.7 s for a line of 60,000 delimiters.
 */
function fieldsIn(line: string, delimiter: Delimiter): string[] {
  const fields: string[] = [];
  let open: string[] = [];
  let isQuoted = false;
  for (const piece of line.split(delimiter)) {
    open.push(piece);
    if (piece.split('"').length % 2 === 0) isQuoted = !isQuoted;
    if (isQuoted) continue;
    fields.push(open.join(delimiter));
    open = [];
  }
  return open.length > 0 ? [...fields, open.join(delimiter)] : fields;
}

export type TableChoice = Pick<TableLook, 'delimiter' | 'hasHead' | 'columns' | 'format'> & {
  /** Where its messages were posted, where the format does not say. */
  site: string;
};

/** A table of messages by the columns that are chosen. Throws `HistoryError`. */
export async function readTable(
  source: Source,
  { delimiter, hasHead, columns, format, site }: TableChoice,
  builder: HistoryBuilder,
  watch: Watch,
): Promise<void> {
  if (columns.time === undefined || columns.text === undefined)
    throw new HistoryError('no-columns', 1);
  const where = format === 'csv' ? site : 'wechat';
  const name = format === 'memotrace' ? memoTraceName(source) : null;
  let isFirst = hasHead;
  for await (const rows of rowsOf(source.blob, delimiter, watch)) {
    for (const row of rows) {
      if (isFirst) isFirst = false;
      else if (row.fields.length > 1) addRow(row, { columns, where, name }, builder);
    }
  }
}

/** MemoTrace names the file, or the folder, after the chat: "东河网格群_utf8.csv". */
function memoTraceName({ name }: Source): string | null {
  return name.replace(/\.csv$/i, '').replace(/_utf8$/i, '') || null;
}

type Reading = { columns: Columns; where: string; name: string | null };

function addRow({ fields }: Row, { columns, where, name }: Reading, builder: HistoryBuilder): void {
  const at = (role: ColumnRole) => fields[columns[role] ?? -1] ?? '';
  const chat = columns.chat === undefined ? name : at('chat') || name;
  const place = builder.chat({ site: where, name: chat, isPrivate: false });
  const text = at('text');
  const isNumbered = columns.type !== undefined && /^\d+$/.test(at('type'));
  const content = isNumbered
    ? weChatContent({ type: Number(at('type')), part: Number(at('part')), text, url: at('url') })
    : isRecallLine(text)
      ? 'recalled'
      : markedContent(text);
  if (typeof content === 'string') {
    builder.skip(content);
    return;
  }
  const own = columns.own === undefined ? null : /^(?:1|true|是|yes)$/i.test(at('own').trim());
  const sender = at('sender') || at('nickname') || (own ? '' : (chat ?? ''));
  builder.add(place, { time: timeOf(at('time')), own, sender, ...content });
}
