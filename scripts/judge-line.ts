import { momentText } from '../lib/detect/calendar.ts';
import { MESSAGE_KINDS } from '../lib/detect/message-kinds.ts';
import { chatKey } from '../lib/detect/notice-index.ts';
import type { Message, MessageKind, Verdict } from '../lib/detect/types.ts';

/** What is wrong with a line, in words for the one who wrote it. */
export class LineError extends Error {}

/** Chat, mark, id: an id need not be unique beyond its chat. */
const MARK = '\u0000';

/**
 * Reads one line of the command's input.
 * @param line one JSON object
 * @param timeBefore Unix ms that a message without a time of its own gets
 * @throws LineError that says which field is wrong
 */
export function readLine(line: string, timeBefore: number): Message {
  const given = fieldsOf(line);
  const text = (name: string) => optional(given, name, 'a string', isString) ?? '';
  const id = required(given, 'id');
  const chat = required(given, 'chat');
  const site = text('site') || 'log';
  const file = part(given, 'file', readFile);
  const link = part(given, 'link', readLink);
  const image = part(given, 'image', readImage);
  const attached = file ? 'file' : link ? 'link' : image ? 'image' : 'text';
  return {
    key: messageKey({ site, chat, id }),
    site,
    chat,
    sender: text('sender'),
    own: optional(given, 'own', 'true or false', isBoolean) ?? false,
    mentionsMe: optional(given, 'mentionsMe', 'true or false', isBoolean) ?? false,
    time: timeOf(given.time) ?? timeBefore,
    kind: kindOf(given.kind) ?? attached,
    text: text('text'),
    ...(file && { file }),
    ...(link && { link }),
    ...((image?.key || image?.look) && { image }),
  };
}

/** The key under which the command judges a message. */
export function messageKey({ site, chat, id }: { site: string; chat: string; id: string }): string {
  return `${site}:${chat}${MARK}${id}`;
}

/** One line of the command's output, without the line's end. */
export function writeLine(message: Message, verdict: Verdict): string {
  return JSON.stringify({
    id: idOf(message.key),
    relation: verdict.relation,
    of: verdict.of === null ? null : idOf(verdict.of),
    similarity: Math.round(verdict.similarity * 1000) / 1000,
    changed: verdict.changed.map(({ fact, from, to }) => ({ fact, from, to })),
    demands: verdict.demands,
    isReply: verdict.isReply,
    guards: verdict.guards,
    deadline: verdict.deadline === null ? null : momentText(verdict.deadline),
    action: verdict.action,
    reason: verdict.reason,
  });
}

/** The chat of a message with its site, as `--stats` counts them. */
export const chatOf = chatKey;

function idOf(key: string): string {
  return key.slice(key.lastIndexOf(MARK) + 1);
}

type Fields = Record<string, unknown>;

function fieldsOf(line: string): Fields {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch (error) {
    throw new LineError(`not JSON: ${error instanceof Error ? error.message : error}`);
  }
  if (!isFields(given)) throw new LineError('not a JSON object');
  return given;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isString = (value: unknown): value is string => typeof value === 'string';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

function required(given: Fields, name: string): string {
  const value = given[name];
  if (typeof value !== 'string' || value === '') {
    throw new LineError(`"${name}" must be a string that is not empty`);
  }
  if (value.includes(MARK)) throw new LineError(`"${name}" must not hold U+0000`);
  return value;
}

/** A field that may be missing or null. */
function optional<T>(
  given: Fields,
  name: string,
  wanted: string,
  is: (value: unknown) => value is T,
): T | undefined {
  const value = given[name];
  if (value === undefined || value === null) return undefined;
  if (!is(value)) throw new LineError(`"${name}" must be ${wanted}`);
  return value;
}

function part<T>(given: Fields, name: string, read: (fields: Fields) => T): T | undefined {
  const fields = optional(given, name, 'a JSON object', isFields);
  return fields && read(fields);
}

function stringOr(value: unknown, name: string, fallback: string): string {
  if (value === undefined || value === null) return fallback;
  if (typeof value !== 'string') throw new LineError(`"${name}" must be a string`);
  return value;
}

function readFile({ name, size }: Fields): NonNullable<Message['file']> {
  const known = size !== undefined && size !== null;
  if (known && !(typeof size === 'number' && size >= 0)) {
    throw new LineError('"file.size" must be a number of bytes');
  }
  return { name: stringOr(name, 'file.name', ''), size: known ? Number(size) : 0, exact: true };
}

function readLink({ url, title }: Fields): NonNullable<Message['link']> {
  return { url: stringOr(url, 'link.url', ''), title: stringOr(title, 'link.title', '') };
}

function readImage({ key, look }: Fields): NonNullable<Message['image']> {
  const known = { key: stringOr(key, 'image.key', ''), look: stringOr(look, 'image.look', '') };
  return { ...(known.key && { key: known.key }), ...(known.look && { look: known.look }) };
}

function kindOf(value: unknown): MessageKind | undefined {
  if (value === undefined || value === null) return undefined;
  const kind = MESSAGE_KINDS.find((known) => known === value);
  if (!kind) throw new LineError(`"kind" must be one of ${MESSAGE_KINDS.join(', ')}`);
  return kind;
}

const ISO_WITH_OFFSET =
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d(?::?\d\d)?)$/i;

function timeOf(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  const time = isString(value) && ISO_WITH_OFFSET.test(value) ? Date.parse(withColon(value)) : NaN;
  if (Number.isNaN(time)) {
    throw new LineError(
      '"time" must be ISO 8601 with an offset, such as 2026-11-03T09:02:00+08:00',
    );
  }
  return time;
}

/** "+0800" and "+08" as Date.parse reads them. */
function withColon(value: string): string {
  return value.replace(/([+-]\d\d):?(\d\d)?$/, (_, hours, minutes = '00') => `${hours}:${minutes}`);
}
