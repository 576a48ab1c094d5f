import type { NameList } from './name-list.ts';
import type { RecordReader, RecordWriter } from './record-bytes.ts';

/** Digits a number of a record: twelve and the usual rest of seven fill their bytes best. */
const GROUP = 12;
const NUMBERED = /^([^:]{1,32}:)(\d{1,60})(\D[\s\S]{0,15})?$/;

/**
 * A message's key in few bytes: most are a site's name and some twenty digits. `take` says how the name gets its
 * number; -1 gives up (a name that was never met belongs to no known key).
 */
export function packId(id: string, to: RecordWriter, take: (name: string) => number): boolean {
  const match = NUMBERED.exec(id);
  if (!match) {
    to.number(0);
    to.text(id);
    return true;
  }
  const [, name = '', digits = '', rest = ''] = match;
  const number = take(name);
  if (number === -1) return false;
  to.number(digits.length * 2 + (rest === '' ? 0 : 1));
  to.number(number);
  for (let at = 0; at < digits.length; at += GROUP) to.number(Number(digits.slice(at, at + GROUP)));
  if (rest !== '') to.text(rest);
  return true;
}

/** The key that was packed. */
export function unpackId(from: RecordReader, names: NameList): string {
  const mark = from.number();
  if (mark === 0) return from.text();
  let id = names.nameOf(from.number());
  for (let left = mark >>> 1; left > 0; left -= GROUP) {
    id += String(from.number()).padStart(Math.min(left, GROUP), '0');
  }
  return mark & 1 ? id + from.text() : id;
}
