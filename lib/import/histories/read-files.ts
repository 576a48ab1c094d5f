import { HistoryBuilder } from './builder.ts';
import { readChatLab, readChatLabLines } from './chatlab.ts';
import { jsonOf } from './file-json.ts';
import {
  type History,
  HistoryError,
  type HistoryFormat,
  type Source,
  type Watch,
} from './history.ts';
import { readQqMht } from './qq-mht.ts';
import { readQqText } from './qq-text.ts';
import { formatOfJson, recognise } from './recognise.ts';
import { readSlackDay, readSlackLists, type SlackLists } from './slack.ts';
import { readTable, type TableChoice, type TableLook } from './table.ts';
import { readTelegram } from './telegram.ts';
import { readChatlog, readWeFlow } from './wechat-json.ts';
import { readWhatsApp } from './whatsapp.ts';
import { isZip, partsOfZip } from './zip.ts';

/** A file that was left out, and why. */
export type BrokenFile = { name: string; error: HistoryError };

/** A table whose columns the user may choose. */
export type FoundTable = { name: string; look: TableLook };

export type ReadFiles = { history: History; broken: BrokenFile[]; tables: FoundTable[] };

/** What the user said of files, by their path: the format of a text, the columns of a table. */
export type Corrections = {
  formats?: ReadonlyMap<string, HistoryFormat>;
  tables?: ReadonlyMap<string, TableChoice>;
  /** The site of tables that do not say it. */
  site?: string;
};

/**
 * Reads exported chats, one file after the other; zips are opened. A file that cannot be read is left out whole.
 * Null when it was stopped.
 */
export async function readFiles(
  files: readonly Source[],
  watch: Watch = {},
  corrections: Corrections = {},
): Promise<ReadFiles | null> {
  const result: ReadFiles = { history: new HistoryBuilder().history, broken: [], tables: [] };
  const builder = new HistoryBuilder();
  const sources = await opened(files, result.broken);
  const lists = await slackLists(sources, watch, result.broken);
  let before = 0;
  for (const source of sources) {
    if (watch.stopped?.aborted) return null;
    const here = { ...watch, progress: (bytes: number) => watch.progress?.(before + bytes) };
    const messages = builder.history.messages.length;
    const chats = builder.history.chats.length;
    const told = builder.history.files.length;
    try {
      await readOne(source, { builder, lists, watch: here, corrections, tables: result.tables });
    } catch (error) {
      // All of a file or nothing: half a chat would pass for a whole one.
      builder.history.messages.length = messages;
      builder.history.chats.length = chats;
      builder.history.files.length = told;
      builder.forget();
      result.broken.push({ name: source.path, error: asHistoryError(error) });
    }
    before += source.blob.size;
  }
  if (watch.stopped?.aborted) return null;
  return { ...result, history: builder.history };
}

/** Bytes that are going to be read; a zip may come to more. */
export function bytesOf(files: readonly Source[]): number {
  return files.reduce((sum, { blob }) => sum + blob.size, 0);
}

async function opened(files: readonly Source[], broken: BrokenFile[]): Promise<Source[]> {
  const sources: Source[] = [];
  for (const file of files) {
    try {
      if (file.blob.size === 0) throw new HistoryError('empty');
      if (await isZip(file.blob)) {
        const parts = await partsOfZip(file);
        if (parts.length === 0) throw new HistoryError('unknown');
        sources.push(...parts);
      } else sources.push(file);
    } catch (error) {
      broken.push({ name: file.path, error: asHistoryError(error) });
    }
  }
  return sources;
}

async function slackLists(
  sources: readonly Source[],
  watch: Watch,
  broken: BrokenFile[],
): Promise<SlackLists> {
  try {
    return await readSlackLists(sources, { ...watch, progress: () => undefined });
  } catch (error) {
    broken.push({ name: 'users.json', error: asHistoryError(error) });
    return { users: new Map(), directs: new Set() };
  }
}

type Reading = {
  builder: HistoryBuilder;
  lists: SlackLists;
  watch: Watch;
  corrections: Corrections;
  tables: FoundTable[];
};

async function readOne(source: Source, reading: Reading): Promise<void> {
  const { builder, watch, corrections, tables } = reading;
  const wished = corrections.formats?.get(source.path);
  if (wished === 'whatsapp' || wished === 'qq-text' || wished === 'qq-mht') {
    return readText(source, wished, builder, watch);
  }
  const found = await recognise(source, wished === 'csv' || wished === 'memotrace');
  if (found.kind === 'list') return;
  if (found.kind === 'unknown') throw new HistoryError('unknown');
  if (found.kind === 'text') return readText(source, found.format, builder, watch);
  if (found.kind === 'json') return readJson(source, wished, reading);
  const look = wished === 'csv' ? { ...found.look, format: wished } : found.look;
  tables.push({ name: source.path, look });
  const chosen = corrections.tables?.get(source.path);
  const choice = chosen ?? { ...look, site: corrections.site ?? 'other' };
  builder.begin(source.path, choice.format);
  await readTable(source, choice, builder, watch);
}

async function readText(
  source: Source,
  format: 'whatsapp' | 'qq-text' | 'qq-mht' | 'chatlab',
  builder: HistoryBuilder,
  watch: Watch,
): Promise<void> {
  builder.begin(source.path, format);
  if (format === 'whatsapp') await readWhatsApp(source, builder, watch);
  else if (format === 'qq-text') await readQqText(source, builder, watch);
  else if (format === 'qq-mht') await readQqMht(source, builder, watch);
  else await readChatLabLines(source, builder, watch);
}

async function readJson(
  source: Source,
  wished: HistoryFormat | undefined,
  { builder, lists, watch }: Reading,
): Promise<void> {
  const json = await jsonOf(source, watch);
  if (watch.stopped?.aborted) return;
  const format = wished ?? formatOfJson(json);
  if (format === null) throw new HistoryError('unknown');
  builder.begin(source.path, format);
  if (format === 'telegram') readTelegram(json, builder);
  else if (format === 'chatlog') readChatlog(json, builder);
  else if (format === 'weflow') readWeFlow(json, builder);
  else if (format === 'chatlab') readChatLab(json, builder);
  else if (format === 'slack') readSlackDay(json, source, lists, builder);
  else throw new HistoryError('damaged');
}

function asHistoryError(error: unknown): HistoryError {
  if (error instanceof HistoryError) return error;
  console.error(error);
  return new HistoryError('damaged');
}
