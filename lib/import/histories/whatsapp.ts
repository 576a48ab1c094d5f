import { parseString } from 'whatsapp-chat-parser';
import type { HistoryBuilder } from './builder.ts';
import { linesOf } from './file-lines.ts';
import { HistoryError, type Source, type Watch } from './history.ts';
import { attachmentContent, bareContent, type ToldContent, textContent } from './told-kind.ts';
import { hourOf } from './told-time.ts';

/** How a line begins that begins a message; marks of direction stand before it in newer files. */
const HEAD =
  /^[\u200e\u200f\u202a]*\[?(\d{1,4}[-/.年]\s?\d{1,4}[-/.月]\s?\d{1,4}日?)[,，.]?[\s\u202f]+(?:(上午|下午|凌晨|清晨|早上|中午|晚上|傍晚)\s?)?(\d{1,2})[:.](\d{2})([:.]\d{2})?(?:[\s\u202f]([ap]\.?\s?m\.?))?(\](?:\s-|:)?|\s-|:)\s/i;

/** Lines that are parsed together, up to the next message. */
const LINES = 5_000;

/** Whether text is an export of WhatsApp: most of its first lines that are not blank begin a message. */
export function isWhatsApp(head: string): boolean {
  const lines = head.split('\n', 60).filter((line) => line.trim() !== '');
  return lines.length > 0 && HEAD.test(lines[0] ?? '') && lines.some((line) => /: /.test(line));
}

/** WhatsApp's "Export chat". It names the chat in the file's name only, and does not say who the user is. */
export async function readWhatsApp(
  source: Source,
  builder: HistoryBuilder,
  watch: Watch,
): Promise<void> {
  const dates = new Set<string>();
  for await (const { lines } of linesOf(source.blob, { ...watch, progress: () => undefined })) {
    for (const line of lines) {
      const date = HEAD.exec(line)?.[1];
      if (date) dates.add(plainDate(date));
    }
  }
  if (dates.size === 0) throw new HistoryError('damaged', 1);
  const daysFirst = areDaysFirst(dates);
  const name = chatName(source);
  const place = builder.chat({ site: 'whatsapp', name, isPrivate: false });
  let pending: string[] = [];
  const flush = () => {
    for (const message of parseString(pending.join('\n'), { daysFirst })) {
      add(place, message, builder);
    }
    pending = [];
  };
  for await (const { lines } of linesOf(source.blob, watch)) {
    for (const line of lines) {
      const plain = plainLine(line);
      if (plain !== null && pending.length >= LINES) flush();
      pending.push(plain ?? continued(line));
    }
  }
  flush();
}

/**
 * The line with a date and an hour that the parser understands: it knows "PM", no Chinese word for it, and would read
 * three in the afternoon as three at night. Null when no message begins here.
 */
function plainLine(line: string): string | null {
  const match = HEAD.exec(line);
  if (!match) return null;
  const [whole, date = '', before, hour = '', minute = '', second = '', after] = match;
  const clock = `${hourOf(Number(hour), before ?? after)}:${minute}${second.replace('.', ':')}`;
  return `${plainDate(date)}, ${clock} - ${line.slice(whole.length)}`;
}

/** A later line of a message must not pass for the beginning of one. */
function continued(line: string): string {
  return /^[\u200e\u200f]*\[?\d/.test(line) ? `\u200b${line}` : line;
}

function plainDate(date: string): string {
  return date
    .replace(/[年月]/g, '/')
    .replace('日', '')
    .replace(/\s/g, '');
}

/** Whether the day comes before the month, by all dates of the file; the parser's own way of telling. */
function areDaysFirst(dates: ReadonlySet<string>): boolean {
  const list = [...dates];
  // A year of four digits in front is followed by the month, everywhere.
  if (list.every((date) => /^\d{4}/.test(date))) return false;
  const parsed = parseString(list.map((date) => `${date}, 00:00 - a: b`).join('\n'));
  for (const [at, { date }] of parsed.entries()) {
    const [one, two] = (list[at] ?? '').split(/[-/.]/).map(Number);
    if (one !== two) return date.getDate() === one;
  }
  return true;
}

const DELETED =
  /^[\u200e\u200f]*(?:This message was deleted|You deleted this message|此(?:消息|訊息)已(?:被)?(?:删除|刪除)|您(?:删除|刪除)了此(?:消息|訊息)|这条消息已删除)[.。]?$/i;
const OMITTED =
  /^[\u200e\u200f]*<?(?:(media|image|photo|video|audio|voice|GIF|sticker|document|contact card) omitted|(媒体文件|媒体|图片|图像|视频|音频|语音|表情|贴图|文件|文档|多媒体文件)(?:已忽略|已省略|省略|被忽略)|(?:忽略|省略)(媒体文件|多媒体文件))>?$/i;
const ATTACHED =
  /^[\u200e\u200f]*(?:<(?:attached|附件)[:：]\s?(.{1,200}?)>|(.{1,200}?\.\w{2,5}) \((?:file attached|文件附件|档案已附加)\))\s*/i;

type Parsed = ReturnType<typeof parseString>[number];

function add(place: number, { date, author, message }: Parsed, builder: HistoryBuilder): void {
  if (author === null) {
    builder.skip('system');
    return;
  }
  const text = message.replaceAll('\u200b', '').trimEnd();
  if (DELETED.test(text)) {
    builder.skip('recalled');
    return;
  }
  const sender = author.replace(/^[\u200e\u200f~\s\u202f]+/, '');
  builder.add(place, { time: date.getTime(), own: null, sender, ...contentOf(text) });
}

function contentOf(text: string): ToldContent {
  const attached = ATTACHED.exec(text);
  const name = attached?.[1] ?? attached?.[2];
  if (attached && name) return attachmentContent(name, null, text.slice(attached[0].length));
  const omitted = OMITTED.exec(text);
  if (!omitted) return textContent(text.replace(/^[\u200e\u200f]+/, ''));
  const what = (omitted[1] ?? omitted[2] ?? omitted[3] ?? '').toLowerCase();
  if (/image|photo|图/.test(what)) return bareContent('image');
  if (/video|视频/.test(what)) return bareContent('video');
  return bareContent(/audio|voice|音/.test(what) ? 'voice' : 'placeholder');
}

/** "WhatsApp Chat with 东河网格.txt", "与东河网格的 WhatsApp 聊天.txt"; a file "_chat.txt" lies in a zip that is named so. */
function chatName({ path }: Source): string | null {
  const names = path.split('/').reverse();
  for (const name of names) {
    const bare = name.replace(/\.(?:txt|zip)$/i, '');
    const found =
      /WhatsApp (?:Chat with|Chat -) (.+)$/i.exec(bare) ??
      /^与(.+?)的\s?WhatsApp\s?(?:聊天|对话)/i.exec(bare) ??
      /WhatsApp\s?(?:聊天|对话)(?:记录)?\s?[-–]?\s?(.+)$/i.exec(bare);
    if (found?.[1]) return found[1];
  }
  return null;
}
