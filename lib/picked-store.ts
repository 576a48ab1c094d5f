import { browser } from 'wxt/browser';
import { checkDefinition } from './sites/picked-check';
import type { PickedDefinition } from './sites/picked-definition';
import { MAX_SEEN, type SeenId } from './sites/picked-trust';

/** Where they stand in `storage.local`. */
const KEY = 'picked';
/** Most that are kept. */
const MAX_KEPT = 100;

/** The definitions that the user made or read in; a damaged one is left out. */
export async function loadPicked(): Promise<PickedDefinition[]> {
  const stored = await browser.storage.local.get(KEY);
  return checkedList(stored[KEY]);
}

/** Those for one host. */
export function pickedFor(
  definitions: readonly PickedDefinition[],
  host: string,
): PickedDefinition[] {
  return definitions.filter(({ hosts }) => hosts.includes(host));
}

/** Keeps a definition; one of the same id is replaced. The newest comes first. */
export async function savePicked(definition: PickedDefinition): Promise<void> {
  const others = (await loadPicked()).filter(({ id }) => id !== definition.id);
  await browser.storage.local.set({ [KEY]: [definition, ...others].slice(0, MAX_KEPT) });
}

export async function deletePicked(id: string): Promise<void> {
  const left = (await loadPicked()).filter((definition) => definition.id !== id);
  const { [id]: _gone, ...seen } = await loadSeenIds();
  await browser.storage.local.set({ [KEY]: left, [SEEN_KEY]: seen });
}

/** Calls back on every change, from whatever context. Returns the function that ends it. */
export function watchPicked(callback: (definitions: PickedDefinition[]) => void): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    if (KEY in changes) callback(checkedList(changes[KEY]?.newValue));
  };
  browser.storage.local.onChanged.addListener(onChanged);
  return () => browser.storage.local.onChanged.removeListener(onChanged);
}

/** Where the ids stand that pages showed on earlier visits. Never exported. */
const SEEN_KEY = 'pickedSeen';

/** By definition: what its pages showed before. */
export async function loadSeenIds(): Promise<Record<string, SeenId[]>> {
  const stored = (await browser.storage.local.get(SEEN_KEY))[SEEN_KEY];
  return typeof stored === 'object' && stored !== null ? (stored as Record<string, SeenId[]>) : {};
}

/** Keeps what a page shows now, the newest first; what was said before in other words is kept, too. */
export async function noteSeenIds(id: string, now: readonly SeenId[]): Promise<void> {
  const all = await loadSeenIds();
  const contents = new Set(now.map(([content]) => content));
  const older = (all[id] ?? []).filter(([content]) => !contents.has(content));
  await browser.storage.local.set({
    [SEEN_KEY]: { ...all, [id]: [...now, ...older].slice(0, MAX_SEEN) },
  });
}

function checkedList(stored: unknown): PickedDefinition[] {
  if (!Array.isArray(stored)) return [];
  return stored.map(checkDefinition).flatMap((checked) => (checked.ok ? [checked.definition] : []));
}
