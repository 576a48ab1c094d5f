import { wholeText } from './file-lines.ts';
import { HistoryError, type Source, type Watch } from './history.ts';

/** Largest file of JSON that is read: about two million messages; a browser holds no longer text. */
const MOST_JSON = 480 * 1024 * 1024;

/** The JSON of a file. Throws `HistoryError`, with the line where the browser tells it. */
export async function jsonOf(source: Source, watch: Watch): Promise<unknown> {
  const text = await wholeText(source, watch, MOST_JSON);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new HistoryError('not-json', lineIn(error, text));
  }
}

/** Chromium tells the place and newer ones the line, Firefox the line; of a file that was cut it is the last. */
function lineIn(error: unknown, text: string): number | null {
  const message = error instanceof Error ? error.message : '';
  const line = /line (\d+)/.exec(message)?.[1];
  if (line) return Number(line);
  const place = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  return text.slice(0, place).split('\n').length;
}

type Fields = Record<string, unknown>;

/** The fields of an object itself: nothing is inherited into the data. Of anything else none. */
export function fieldsOf(value: unknown): Fields {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Fields) : {};
}

export function field(value: unknown, name: string): unknown {
  const fields = fieldsOf(value);
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text; a number is written as one; "" for anything else. */
export function textIn(value: unknown, name: string): string {
  const found = field(value, name);
  if (typeof found === 'string') return found;
  return typeof found === 'number' ? String(found) : '';
}

/** A number, or NaN. */
export function numberIn(value: unknown, name: string): number {
  const found = field(value, name);
  if (typeof found === 'string' && found.trim() !== '') return Number(found);
  return typeof found === 'number' ? found : Number.NaN;
}
