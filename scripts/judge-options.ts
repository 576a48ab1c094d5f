import { readFileSync } from 'node:fs';
import { DEFAULT_SETTINGS } from '../lib/default-settings.ts';
import { DAY_MS } from '../lib/detect/calendar.ts';
import type { JudgeOptions } from '../lib/detect/types.ts';

/** The same defaults as in the extension. */
export const DEFAULT_OPTIONS: JudgeOptions = {
  windowMs: DEFAULT_SETTINGS.windowDays * DAY_MS,
  myNames: DEFAULT_SETTINGS.myNames,
  neverFold: DEFAULT_SETTINGS.neverFold,
  notCopies: new Set(),
  alwaysFold: new Set(),
};

/**
 * Reads a file of settings: `windowDays`, `myNames`, `neverFold` with `chats`, `senders`, `keywords`,
 * `notCopies`, `alwaysFold`; every one may be left out.
 * @throws Error that says what is wrong with the file
 */
export function readOptions(path: string): JudgeOptions {
  const given: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const fields = objectOf(given, 'the file');
  const known = ['windowDays', 'myNames', 'neverFold', 'notCopies', 'alwaysFold'];
  for (const name of Object.keys(fields)) {
    if (!known.includes(name)) throw new Error(`unknown setting "${name}"`);
  }
  const never = objectOf(fields.neverFold ?? {}, '"neverFold"');
  return {
    windowMs: daysOf(fields.windowDays ?? DEFAULT_SETTINGS.windowDays) * DAY_MS,
    myNames: strings(fields.myNames, 'myNames'),
    neverFold: {
      chats: strings(never.chats, 'neverFold.chats'),
      senders: strings(never.senders, 'neverFold.senders'),
      keywords: strings(never.keywords, 'neverFold.keywords'),
    },
    notCopies: new Set(strings(fields.notCopies, 'notCopies')),
    alwaysFold: new Set(strings(fields.alwaysFold, 'alwaysFold')),
  };
}

function objectOf(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${name} must be a JSON object`);
  }
  return value as Record<string, unknown>;
}

function daysOf(value: unknown): number {
  if (typeof value === 'number' && value > 0 && value <= 3660) return value;
  throw new Error('"windowDays" must be a number of days above 0');
}

function strings(value: unknown, name: string): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  throw new Error(`"${name}" must be a list of strings`);
}
