import type { Verdict } from '../lib/detect/types.ts';

/** Counts of what was judged, for the summary at the end. */
export type Stats = {
  count(chat: string, verdict: Verdict): void;
  bad(): void;
  /** A table for a terminal. */
  table(seconds: number): string;
};

/** Counters that start at zero. */
export function createStats(): Stats {
  const counts = new Map<string, Map<string, number>>();
  const chats = new Set<string>();
  let messages = 0;
  let bad = 0;
  const add = (group: string, name: string) => {
    const names = counts.get(group) ?? new Map<string, number>();
    names.set(name, (names.get(name) ?? 0) + 1);
    counts.set(group, names);
  };
  return {
    count(chat, verdict) {
      messages++;
      chats.add(chat);
      add('relation', verdict.relation);
      add('action', verdict.action);
      for (const { fact } of verdict.changed) add('changed', fact);
      for (const kind of verdict.demands) add('demand', kind);
      for (const guard of verdict.guards) add('guard', guard);
      if (verdict.isReply) add('reply', 'reply');
    },
    bad: () => {
      bad++;
    },
    table(seconds) {
      const lines = [row('messages', '', messages), row('chats', '', chats.size)];
      if (bad > 0) lines.push(row('bad lines', '', bad));
      for (const [group, names] of counts) {
        for (const [name, count] of [...names].sort((one, other) => other[1] - one[1])) {
          lines.push(row(group, name, count, messages));
        }
      }
      lines.push(
        `${seconds.toFixed(1)} s, ${Math.round(messages / Math.max(seconds, 0.001))} messages/s`,
      );
      return lines.join('\n');
    },
  };
}

function row(group: string, name: string, count: number, of?: number): string {
  const share = of ? `${((100 * count) / of).toFixed(1).padStart(6)} %` : '';
  return `${group.padEnd(10)} ${name.padEnd(16)} ${String(count).padStart(9)} ${share}`.trimEnd();
}
