import { browser } from 'wxt/browser';
import { checkDefinition } from './sites/picked-check';
import type { PickedDefinition } from './sites/picked-definition';

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
  await browser.storage.local.set({ [KEY]: left });
}

/** Calls back on every change, from whatever context. Returns the function that ends it. */
export function watchPicked(callback: (definitions: PickedDefinition[]) => void): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    if (KEY in changes) callback(checkedList(changes[KEY]?.newValue));
  };
  browser.storage.local.onChanged.addListener(onChanged);
  return () => browser.storage.local.onChanged.removeListener(onChanged);
}

function checkedList(stored: unknown): PickedDefinition[] {
  if (!Array.isArray(stored)) return [];
  return stored.map(checkDefinition).flatMap((checked) => (checked.ok ? [checked.definition] : []));
}
