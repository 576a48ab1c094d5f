import { appendFileSync, writeFileSync } from 'node:fs';
import type { Message } from '../../lib/detect/types.ts';
import { plantedStream } from '../../tests/corpus/planted-stream.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The generator keeps all that it made, so a long history is put together of several. */
const PIECE = 25_000;

export type HistorySize = { messages: number; groups: number; days: number; lastDay: Date };

/** A generated year of work groups in time order, piece by piece; about every fourth message is a notice or a copy of one. */
export function* madeHistory({
  messages,
  groups,
  days,
  lastDay,
}: HistorySize): Generator<Message[]> {
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
  const head = 'Time,Talker,TalkerName,Sender,SenderName,IsSelf,Type,SubType,Content,Url\n';
  writeFileSync(path, `\ufeff${head}`);
  let count = 0;
  for (const messages of madeHistory(size)) {
    appendFileSync(path, messages.map(lineOf).join(''));
    count += messages.length;
  }
  return count;
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
