import type { Message } from '../../lib/detect/types.ts';
import type { SimulatedMessage } from '../simulator/wechat/types.ts';
import { AFTERNOON } from './working-day/afternoon.ts';
import type { DayEntry } from './working-day/entry.ts';
import { EVENING } from './working-day/evening.ts';
import { GROUPS } from './working-day/groups.ts';
import { MORNING } from './working-day/morning.ts';
import { NOON } from './working-day/noon.ts';

/** The day that the dates in the texts fit: Wednesday, 11 March 2026. */
export const WORKING_DAY = { year: 2026, month: 3, day: 11 } as const;

/** Every posting of the day, in order of time. */
export const ENTRIES: readonly DayEntry[] = [...MORNING, ...NOON, ...AFTERNOON, ...EVENING].sort(
  (one, other) => one.minute - other.minute,
);

/** The day's thirty groups. */
export const DAY_GROUPS: readonly string[] = Object.values(GROUPS);

/** Server ids of the postings: by place in the day, so the same at each run. */
export function entryId(index: number): string {
  return `19427134${String(index).padStart(11, '0')}`;
}

/** Unix milliseconds of a posting, in the machine's time zone; postings of one minute keep their order. */
export function entryTime(entry: DayEntry): number {
  const { year, month, day } = WORKING_DAY;
  const before = ENTRIES.filter((other) => other.minute === entry.minute).indexOf(entry);
  return new Date(year, month - 1, day, 0, entry.minute, Math.min(59, before * 3)).getTime();
}

/** The day as the simulated page takes it. */
export function simulatedDay(): SimulatedMessage[] {
  return ENTRIES.map((entry, index) => {
    const { group, kind, text, file, link, picture } = entry;
    return {
      chat: group,
      id: entryId(index),
      ...(entry.own ? { own: true } : entry.sender ? { from: entry.sender } : {}),
      time: entryTime(entry),
      kind,
      text,
      ...(file ? { file } : {}),
      ...(link ? { link } : {}),
      ...(picture ? { picture } : {}),
    };
  });
}

/** The day as the engine takes it. System lines are no messages; "unsupported" is a placeholder sentence. */
export function dayMessages(): Message[] {
  return ENTRIES.flatMap((entry, index) => {
    const { group, sender, own, kind, file, link } = entry;
    if (kind === 'system') return [];
    const unsupported = kind === 'unsupported';
    const message: Message = {
      key: `wechat:${entryId(index)}`,
      site: 'wechat',
      chat: group,
      sender,
      own,
      time: entryTime(entry),
      kind: unsupported ? 'placeholder' : kind,
      text: unsupported ? '[收到一条网页版微信暂不支持的消息类型，请在手机上查看]' : entry.text,
      ...(file ? { file: { ...file, exact: true } } : {}),
      ...(link ? { link: { url: link.url, title: link.title } } : {}),
    };
    return [message];
  });
}

/** Ids of the messages that are taken back in the course of the day. */
export function recalledIds(): string[] {
  return ENTRIES.flatMap((entry, index) =>
    entry.recalledAt === undefined ? [] : [entryId(index)],
  );
}
