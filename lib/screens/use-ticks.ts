import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { call } from '../messages/send';
import type { DigestEntry } from '../tally/digest';
import { failureWords } from './failure-words';

export type Ticks = {
  /** The entries with the ticks just made, which the tally may not have told of yet. */
  entries: DigestEntry[] | undefined;
  /** Entries ticked since the last `settle`, with the tick that they had before: they stay in their places. */
  placed: ReadonlyMap<string, boolean>;
  tick(entry: DigestEntry, done: boolean): void;
  /** Lets ticked entries go where they belong. */
  settle(): void;
};

/** Ticking entries off: shown at once, taken back with a word when it could not be kept. */
export function useTicks(
  told: readonly DigestEntry[] | undefined,
  fail: (words: string) => void,
): Ticks {
  const [placed, setPlaced] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [made, setMade] = useState<ReadonlyMap<string, boolean>>(new Map());
  useEffect(() => {
    const kept = (told ?? []).filter(({ id, done }) => made.get(id) === done);
    if (kept.length > 0) setMade((before) => without(before, kept));
  }, [told, made]);

  const tick = (entry: DigestEntry, done: boolean) => {
    const { id } = entry;
    setPlaced((before) => (before.has(id) ? before : new Map(before).set(id, entry.done)));
    setMade((before) => new Map(before).set(id, done));
    keep(entry, done).catch((error: unknown) => {
      console.error(error);
      setMade((before) => without(before, [entry]));
      fail(i18n.t('digest_tick_failed', { reason: failureWords(error) }));
    });
  };
  const entries = useMemo(() => told?.map((entry) => ticked(entry, made)), [told, made]);
  return { entries, placed, tick, settle: () => setPlaced(new Map()) };
}

function ticked(entry: DigestEntry, made: ReadonlyMap<string, boolean>): DigestEntry {
  const done = made.get(entry.id) ?? entry.done;
  return done === entry.done ? entry : { ...entry, done };
}

/** One tick is enough; but each that stands for the entry has to be taken off. */
async function keep({ ticks }: DigestEntry, done: boolean): Promise<void> {
  const keys = done ? ticks.slice(0, 1) : ticks;
  const answers = await Promise.all(keys.map((key) => call('setDone', { key, done })));
  if (answers.every(({ verdicts }) => verdicts.length === 0)) {
    throw new Error(i18n.t('digest_gone'));
  }
}

function without(
  before: ReadonlyMap<string, boolean>,
  entries: readonly DigestEntry[],
): ReadonlyMap<string, boolean> {
  const rest = new Map(before);
  for (const { id } of entries) rest.delete(id);
  return rest;
}
