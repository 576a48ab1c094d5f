/** Errors already told, by their text and place: one that comes with every message is told once. */
const told = new Set<string>();

/** Most different errors that are remembered, so that a page open for weeks does not collect them. */
const REMEMBERED = 100;

/**
 * The one place where unexpected errors go: the console of the context that they happened in, once each.
 * `where` names the piece of work, for example "read message". Never hand in message text.
 */
export function reportError(error: unknown, where: string): void {
  const text =
    error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
  const name = `${where}\n${text}`;
  if (told.has(name)) return;
  if (told.size >= REMEMBERED) told.clear();
  told.add(name);
  console.error(`[fingerlight] ${where}:`, error);
}
