import { useEffect, useRef, useState } from 'preact/hooks';
import type { Reading } from '../../components/merge/FileDrop';
import { type ReadTallies, readTallies } from './read-tallies';

export type TallyReading = {
  reading: Reading | null;
  /** The last reading was stopped. */
  stopped: boolean;
  read(files: readonly File[]): void;
  stop(): void;
};

/** Reads files, one batch at a time, and tells what they came to; nothing when the reader stopped it. */
export function useTallyReading(onRead: (result: ReadTallies) => void): TallyReading {
  const [reading, setReading] = useState<Reading | null>(null);
  const [stopped, setStopped] = useState(false);
  const current = useRef<AbortController | null>(null);
  // Nobody is left to be told of it.
  useEffect(() => () => current.current?.abort(), []);

  const read = async (files: readonly File[]) => {
    if (files.length === 0 || current.current) return;
    const controller = new AbortController();
    current.current = controller;
    setStopped(false);
    const progress = (done: number) => setReading({ done, total: files.length });
    const result = await readTallies(files, { progress, stopped: controller.signal });
    current.current = null;
    setReading(null);
    setStopped(result === null);
    if (result) onRead(result);
  };
  return {
    ...{ reading, stopped },
    read: (files) => void read(files),
    stop: () => current.current?.abort(),
  };
}
