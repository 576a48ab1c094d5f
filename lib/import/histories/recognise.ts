import { isChatLab, isChatLabLines } from './chatlab.ts';
import { encodingOf } from './file-lines.ts';
import type { HistoryFormat, Source } from './history.ts';
import { isQqMht } from './qq-mht.ts';
import { isQqText } from './qq-text.ts';
import { isSlackDay, isSlackList } from './slack.ts';
import { type TableLook, tableIn } from './table.ts';
import { isTelegram } from './telegram.ts';
import { isChatlog, isWeFlow } from './wechat-json.ts';
import { isWhatsApp } from './whatsapp.ts';

/** Bytes by which a format is told, and at which a table is looked. */
const HEAD = 64 * 1024;

/** `json`: which one is told when it is read. `list`: of Slack, without messages. */
export type Recognised =
  | { kind: 'text'; format: 'whatsapp' | 'qq-text' | 'qq-mht' | 'chatlab' }
  | { kind: 'table'; look: TableLook }
  | { kind: 'json' }
  | { kind: 'list' }
  | { kind: 'unknown' };

/** What a file is, by its content; `isTable`: as the user says. Throws `HistoryError`. */
export async function recognise(source: Source, isTable = false): Promise<Recognised> {
  const encoding = await encodingOf(source.blob);
  const bytes = await source.blob.slice(0, HEAD).arrayBuffer();
  const head = new TextDecoder(encoding).decode(bytes, { stream: true });
  if (isTable) return tableOr(head);
  if (isChatLabLines(head)) return { kind: 'text', format: 'chatlab' };
  if (/^\s*[[{]/.test(head) && !isWhatsApp(head)) {
    return isSlackList(source) ? { kind: 'list' } : { kind: 'json' };
  }
  if (isQqMht(head)) return { kind: 'text', format: 'qq-mht' };
  if (isWhatsApp(head)) return { kind: 'text', format: 'whatsapp' };
  if (isQqText(head)) return { kind: 'text', format: 'qq-text' };
  return tableOr(head);
}

function tableOr(head: string): Recognised {
  const look = tableIn(head);
  return look ? { kind: 'table', look } : { kind: 'unknown' };
}

/** Which format JSON is of; null when it is of none that is known. */
export function formatOfJson(json: unknown): HistoryFormat | null {
  if (isChatLab(json)) return 'chatlab';
  if (isWeFlow(json)) return 'weflow';
  if (isTelegram(json)) return 'telegram';
  if (isSlackDay(json)) return 'slack';
  return isChatlog(json) ? 'chatlog' : null;
}
