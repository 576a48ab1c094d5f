import type { FoundChat } from '../../components/histories/histories-props';
import type { History, HistoryFormat, Source } from '../import/histories/history';
import { bytesOf, type ReadFiles, readFiles } from '../import/histories/read-files';
import type { TableChoice } from '../import/histories/table';
import { dayOf } from '../tally/local-day';

/** What the user said of files, by their path. */
export type FileCorrections = {
  formats: ReadonlyMap<string, HistoryFormat>;
  tables: ReadonlyMap<string, TableChoice>;
};

/** Names that are told as those who wrote most. */
const WRITERS = 8;

export function sourceOf(file: File): Source {
  return { name: file.name, path: file.webkitRelativePath || file.name, blob: file };
}

/** Reads chosen files. Null when it was stopped. */
export function readHistoryFiles(
  sources: readonly Source[],
  corrections: FileCorrections,
  watch: { progress(done: number, total: number): void; stopped: AbortSignal },
): Promise<ReadFiles | null> {
  const total = bytesOf(sources);
  const progress = (bytes: number) => watch.progress(Math.min(bytes, total), total);
  return readFiles(sources, { progress, stopped: watch.stopped }, corrections);
}

/** The chats of a history: how many messages, and from when to when. */
export function foundChats(
  { chats, files, messages }: History,
  dayStartHour: number,
  now: number,
): FoundChat[] {
  const sums = chats.map(() => ({ count: 0, first: Number.POSITIVE_INFINITY, last: 0 }));
  for (const { inChat, time } of messages) {
    const sum = sums[inChat];
    if (!sum || time > now) continue;
    sum.count += 1;
    sum.first = Math.min(sum.first, time);
    sum.last = Math.max(sum.last, time);
  }
  return chats.map(({ name, site, from }, at) => {
    const { count = 0, first = 0, last = 0 } = sums[at] ?? {};
    const day = (time: number) => (count === 0 ? '' : dayOf(time, dayStartHour));
    const messages = count;
    return {
      name: name ?? bareName(files[from]?.name ?? ''),
      site,
      messages,
      first: day(first),
      last: day(last),
    };
  });
}

/** "folder/东河网格群.csv" → "东河网格群". */
function bareName(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.\w{2,5}$/, '');
}

/** Those who wrote most, where files do not say which messages are the user's; else null. */
export function writersOf({ messages }: History): string[] | null {
  const counts = new Map<string, number>();
  for (const { own, sender } of messages) {
    if (own === null && sender !== '') counts.set(sender, (counts.get(sender) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return sorted.slice(0, WRITERS).map(([name]) => name);
}
