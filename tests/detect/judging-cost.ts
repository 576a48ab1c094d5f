import { DEFAULT_SETTINGS } from '../../lib/default-settings.ts';
import { judge } from '../../lib/detect/judge.ts';
import { createIndex, remember } from '../../lib/detect/notice-index.ts';
import type { JudgeOptions, Message } from '../../lib/detect/types.ts';

export const OPTIONS: JudgeOptions = {
  windowMs: 14 * 86_400_000,
  myNames: ['林小满'],
  neverFold: DEFAULT_SETTINGS.neverFold,
  notCopies: new Set(),
  alwaysFold: new Set(),
};

let serial = 0;

function message(text: string): Message {
  serial += 1;
  const told = { site: 'test', chat: '群一', sender: '王敏', own: false, kind: 'text' as const };
  return { ...told, key: `test:${serial}`, time: Date.UTC(2026, 10, 2, 1), text };
}

/**
 * Processor time that judging and remembering a text takes, ms, the least of `tries`: alone, and after the same text with
 * a letter less at its head. Processor time, because the machine may be busy with something else.
 */
export function costOf(text: string, tries: number): number {
  return Math.max(least(tries, [text]), least(tries, [text, `${text.slice(1)}。`]));
}

function least(tries: number, texts: readonly string[]): number {
  let found = Number.POSITIVE_INFINITY;
  for (let round = 0; round < tries; round++) found = Math.min(found, costOfLast(texts));
  return found;
}

function costOfLast(texts: readonly string[]): number {
  const index = createIndex();
  let cost = 0;
  for (const text of texts) {
    const one = message(text);
    const before = process.cpuUsage();
    remember(index, one, judge(index, one, OPTIONS));
    const { user, system } = process.cpuUsage(before);
    cost = (user + system) / 1000;
  }
  return cost;
}
