import type { HistoryBuilder } from './builder.ts';
import { field, listOf, numberIn, textIn } from './file-json.ts';
import { linesOf } from './file-lines.ts';
import { HistoryError, type Source, type Watch } from './history.ts';
import {
  attachmentContent,
  bareContent,
  isRecallLine,
  markedContent,
  type ToldContent,
} from './told-kind.ts';

/** Whether JSON is of the exchange format of ChatLab, which several export tools write. */
export function isChatLab(json: unknown): boolean {
  return field(json, 'chatlab') !== undefined && field(json, 'meta') !== undefined;
}

/** Whether text is the same as a line of JSON for each message. */
export function isChatLabLines(head: string): boolean {
  return /^\s*\{[^\n]*"chatlab"[^\n]*\}\s*\n\s*\{/.test(head);
}

export function readChatLab(json: unknown, builder: HistoryBuilder): void {
  const place = placeOf(field(json, 'meta'), builder);
  const names = new Map<string, string>();
  for (const member of listOf(field(json, 'members'))) noteMember(member, names);
  const owner = textIn(field(json, 'meta'), 'ownerId');
  for (const message of listOf(field(json, 'messages'))) add(place, message, names, owner, builder);
}

/** Throws `HistoryError` with the line that is no JSON. */
export async function readChatLabLines(
  { blob }: Source,
  builder: HistoryBuilder,
  watch: Watch,
): Promise<void> {
  let place: number | null = null;
  let owner = '';
  const names = new Map<string, string>();
  for await (const { first, lines } of linesOf(blob, watch)) {
    for (const [at, line] of lines.entries()) {
      if (line.trim() === '') continue;
      const entry = parsed(line, first + at);
      const meta = field(entry, 'meta');
      if (meta !== undefined) {
        place = placeOf(meta, builder);
        owner = textIn(meta, 'ownerId');
      } else if (textIn(entry, '_type') === 'member') noteMember(entry, names);
      else if (place === null) throw new HistoryError('damaged', first + at);
      else add(place, entry, names, owner, builder);
    }
  }
}

function parsed(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new HistoryError('not-json', number);
  }
}

const SITES = new Set(['wechat', 'qq', 'telegram', 'whatsapp', 'slack', 'feishu', 'dingtalk']);

function placeOf(meta: unknown, builder: HistoryBuilder): number {
  const platform = textIn(meta, 'platform').toLowerCase();
  const site = SITES.has(platform) ? platform : 'other';
  const isPrivate = textIn(meta, 'type') === 'private';
  return builder.chat({ site, name: textIn(meta, 'name') || null, isPrivate });
}

function noteMember(member: unknown, names: Map<string, string>): void {
  const name = textIn(member, 'groupNickname') || textIn(member, 'accountName');
  names.set(textIn(member, 'platformId'), name);
}

function add(
  place: number,
  message: unknown,
  names: ReadonlyMap<string, string>,
  owner: string,
  builder: HistoryBuilder,
): void {
  const id = textIn(message, 'sender');
  const content = contentOf(numberIn(message, 'type'), textIn(message, 'content'));
  if (typeof content === 'string') {
    builder.skip(content);
    return;
  }
  builder.add(place, {
    time: numberIn(message, 'timestamp') * 1000,
    own: owner === '' ? null : id === owner,
    sender:
      textIn(message, 'groupNickname') || textIn(message, 'accountName') || names.get(id) || id,
    ...content,
  });
}

/** The format's own numbers. */
function contentOf(type: number, text: string): ToldContent | 'system' | 'recalled' {
  if (type === 80) return isRecallLine(text) ? 'recalled' : 'system';
  if (type === 81) return 'recalled';
  if (type === 1) return bareContent('image');
  if (type === 2) return bareContent('voice');
  if (type === 3) return bareContent('video');
  if (type === 4 && text !== '') return attachmentContent(text.replace(/^\[文件\]\s*/, ''), null);
  if (type === 5) return bareContent('placeholder');
  if (type === 8) return bareContent('location');
  if (type === 7) {
    const url = /https?:\/\/\S+/.exec(text)?.[0] ?? '';
    const title = text.replace(url, '').replace(/^\[链接\]\s*/, '');
    return { kind: 'link', text: '', link: { url, title } };
  }
  return markedContent(text);
}
