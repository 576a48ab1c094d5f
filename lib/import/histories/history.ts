import type { Message, MessageKind } from '../../detect/types.ts';

/** The formats that are read. `csv` is any table with a time and a text; which columns these are the user may say. */
export const HISTORY_FORMATS = [
  'telegram',
  'whatsapp',
  'qq-text',
  'qq-mht',
  'memotrace',
  'chatlog',
  'weflow',
  'chatlab',
  'slack',
  'csv',
] as const;

export type HistoryFormat = (typeof HISTORY_FORMATS)[number];

/** One message of a file. */
export type ReadMessage = Pick<Message, 'time' | 'text' | 'file' | 'link' | 'oversize'> & {
  kind: Exclude<MessageKind, 'system'>;
  /** Place in `History.chats`. */
  inChat: number;
  /** "" where the file names nobody. */
  sender: string;
  /** Null where the file does not say whether the user wrote it. */
  own: boolean | null;
  /** Place in `History.files`. */
  from: number;
};

/** A chat that a file tells of. `name`: null where the file does not say it, so it is asked. */
export type ReadChat = { site: string; name: string | null; isPrivate: boolean; from: number };

/**
 * What was left out. `system`: lines of the client itself; `recalled`: messages that were taken back, of which no word is
 * left; `empty`: without any content; `time`: without a time that can be.
 */
export type Skipped = Record<'system' | 'recalled' | 'empty' | 'time', number>;

export type ReadFile = { name: string; format: HistoryFormat; messages: number };

/** What files tell, read but not yet judged. */
export type History = {
  files: ReadFile[];
  chats: ReadChat[];
  messages: ReadMessage[];
  skipped: Skipped;
};

/**
 * Why a file cannot be read. `empty`: no bytes. `unknown`: no format that is known. `not-json`: cut, or no JSON.
 * `damaged`: of a known format, but not as it must be. `too-large`. `encoding`: neither UTF-8 nor GB18030.
 * `open-quote`: a quotation mark that is never closed. `no-columns`: no time or text column is known. `packed`: a zip that cannot be read.
 */
export type HistoryProblem =
  | 'empty'
  | 'unknown'
  | 'not-json'
  | 'damaged'
  | 'too-large'
  | 'encoding'
  | 'open-quote'
  | 'no-columns'
  | 'packed';

/** A file that cannot be read. The message names no content. `line`: where, from 1; null where no line can be named. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
  readonly code: HistoryProblem;
  readonly line: number | null;

  constructor(code: HistoryProblem, line: number | null = null) {
    super(line === null ? code : `${code} in line ${line}`);
    this.code = code;
    this.line = line;
  }
}

/** A file to be read. `path`: where it lay in a folder or zip, with its name; equal to `name` where that is not known. */
export type Source = { name: string; path: string; blob: Blob };

/** Told while files are read. */
export type Watch = {
  /** Bytes read so far of all files. */
  progress?: (bytes: number) => void;
  stopped?: AbortSignal;
};
