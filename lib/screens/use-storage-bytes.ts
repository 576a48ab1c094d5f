import { useReading } from './use-reading';

/**
 * Bytes on disk of everything that the extension keeps, asked of the browser once and again when an input changes;
 * null before and where it does not say.
 */
export function useStorageBytes(inputs: readonly unknown[]): number | null {
  const { value } = useReading(async () => navigator.storage?.estimate?.(), inputs);
  return value?.usage ?? null;
}
