import { useEffect, useState } from 'preact/hooks';
import type { Persistence, StorageSafetyProps } from '../../components/StorageSafety';
import type { SafetyState } from '../safety/state';
import { storageByKind } from '../tally/storage-kinds';
import { askToPersist, persistence } from './persistence';
import { useReading } from './use-reading';

/** How safe the tally is from the browser, and what takes the space: counted again when an input changes. */
export function useStorageSafety(
  { snapshot, snapshotFailed }: SafetyState,
  inputs: readonly unknown[],
): StorageSafetyProps {
  const [kept, setKept] = useState<Persistence>('unknown');
  const kinds = useReading(() => storageByKind(), inputs);
  const show = (asked: Promise<Persistence>) => {
    asked.then(setKept, (error: unknown) => console.error(error));
  };
  useEffect(() => show(persistence()), []);
  return {
    ...{ snapshot, snapshotFailed },
    persistence: kept,
    kinds: kinds.value,
    onPersist: () => show(askToPersist()),
  };
}
