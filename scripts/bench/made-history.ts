import { appendFileSync, writeFileSync } from 'node:fs';
import type { Message } from '../../lib/detect/types.ts';
import { plantedStream } from '../../tests/corpus/planted-stream.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The generator keeps all that it made, so a long history is put together of several. */
const PIECE = 25_000;

export type HistorySize = { messages: number; groups: number; days: number; lastDay: Date };

/** Of ten messages so many are of the stream that the judge is measured by, more than half of which state a notice. */
const OF_STREAM = 6;

const ANSWERS = ['收到', '收到，马上办', '已完成', '好的', '1', '收到！', '已报', '明白'];
const TALK = [
  '今天谁值班',
  '中午食堂几点开饭',
  '车在楼下等',
  '我在路上了',
  '会议室钥匙在谁那',
  '打印机又卡纸了',
  '下午有人去区里吗',
  '帮我带一份材料',
  '这个我问一下再回你',
  '哈哈',
  '辛苦了',
  '下雨了记得关窗',
];

/**
 * A generated year of work groups in time order, piece by piece. Six of ten messages are of the planted stream, the others
 * answers and small talk between them: then a third of all state a notice, as on the written-out working day of the tests.
 */
export function* madeHistory(size: HistorySize): Generator<Message[]> {
  const planted = { ...size, messages: (size.messages * OF_STREAM) / 10 };
  for (const stream of plantedPieces(planted)) {
    yield stream.flatMap((message, at) => [message, ...others(message, at)]);
  }
}

/** A short message behind two of three, in its chat. */
function others(message: Message, at: number): Message[] {
  const count = at % 3 === 0 ? 0 : 1;
  return Array.from({ length: count }, (_, nth): Message => {
    const words = (at + nth) % 5 < 3 ? ANSWERS : TALK;
    const text = words[(at * 7 + nth) % words.length] ?? '';
    const { site, chat } = message;
    const sender = `网格员${(at * 13 + nth) % 40}`;
    const time = message.time + 1000 * (nth + 1);
    return { key: '', site, chat, sender, own: false, kind: 'text', time, text };
  });
}

function* plantedPieces({ messages, groups, days, lastDay }: HistorySize): Generator<Message[]> {
  const pieces = Math.max(1, Math.round(messages / PIECE));
  const span = Math.max(2, Math.floor(days / pieces));
  for (let piece = 0; piece < pieces; piece++) {
    const start = new Date(lastDay.getTime() - (pieces - piece) * span * DAY_MS);
    start.setHours(0, 0, 0, 0);
    const stream = plantedStream(100 + piece, {
      ...{ groups, start, days: span },
      messages: Math.round(messages / pieces),
    });
    yield stream.messages;
  }
}

const TYPES: Partial<Record<Message['kind'], [number, number]>> = {
  image: [3, 0],
  voice: [34, 0],
  video: [43, 0],
  file: [49, 6],
  link: [49, 5],
};

/** Writes it as a table of chatlog. Returns how many messages it holds. */
export function writeMadeHistory(path: string, size: HistorySize): number {
  writeFileSync(path, tableOf([]));
  let count = 0;
  for (const messages of madeHistory(size)) {
    appendFileSync(path, messages.map(lineOf).join(''));
    count += messages.length;
  }
  return count;
}

/** Messages as a table of chatlog. */
export function tableOf(messages: readonly Message[]): string {
  const head = 'Time,Talker,TalkerName,Sender,SenderName,IsSelf,Type,SubType,Content,Url\n';
  return `\ufeff${head}${messages.map(lineOf).join('')}`;
}

function lineOf({ time, chat, sender, own, kind, text, file, link }: Message): string {
  const [type, part] = TYPES[kind] ?? [1, 0];
  const content = file?.name ?? link?.title ?? text;
  const fields = [
    localTime(time),
    chat,
    chat,
    sender,
    sender,
    own,
    type,
    part,
    content,
    link?.url ?? '',
  ];
  return `${fields.map((field) => `"${String(field).replaceAll('"', '""')}"`).join(',')}\n`;
}

function localTime(time: number): string {
  const date = new Date(time - new Date(time).getTimezoneOffset() * 60_000);
  return date.toISOString().slice(0, 19).replace('T', ' ');
}
