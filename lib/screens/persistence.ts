import type { Persistence } from '../../components/StorageSafety';

/** Whether the browser has promised to keep what is stored. */
export async function persistence(): Promise<Persistence> {
  const persisted = await navigator.storage?.persisted?.();
  if (persisted === undefined) return 'unknown';
  return persisted ? 'persistent' : 'best-effort';
}

/**
 * Asks the browser to keep what is stored when space runs out. Firefox may ask the user, so call it when the user has
 * just chosen something; a worker cannot ask at all.
 */
export async function askToPersist(): Promise<Persistence> {
  const granted = await navigator.storage?.persist?.();
  if (granted === undefined) return 'unknown';
  return granted ? 'persistent' : 'refused';
}
