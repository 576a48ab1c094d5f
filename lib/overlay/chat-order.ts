/** The order of messages in each chat, as it grows. A `null` is a line that is no message. */
export type ChatOrder = {
  append(sessionId: string, key: string | null): void;
  /** The message was taken back: a line stands in its place. */
  drop(key: string): void;
  /** Knows nothing of any chat any more. */
  clear(): void;
  /**
   * The longest unbroken run around a message in which every message satisfies the condition, oldest first;
   * empty when the message itself does not, or is not known.
   */
  runAround(key: string, belongs: (key: string) => boolean): string[];
};

type Place = { list: (string | null)[]; index: number };

export function createChatOrder(): ChatOrder {
  const lists = new Map<string, (string | null)[]>();
  const places = new Map<string, Place>();

  function append(sessionId: string, key: string | null): void {
    if (key !== null && places.has(key)) return;
    const list = lists.get(sessionId) ?? [];
    lists.set(sessionId, list);
    if (key !== null) places.set(key, { list, index: list.length });
    list.push(key);
  }

  function runAround(key: string, belongs: (key: string) => boolean): string[] {
    const place = places.get(key);
    if (!place || !belongs(key)) return [];
    const { list, index } = place;
    const isIn = (at: number) => {
      const other = list[at];
      return typeof other === 'string' && belongs(other);
    };
    let start = index;
    let end = index;
    while (isIn(start - 1)) start--;
    while (isIn(end + 1)) end++;
    return list.slice(start, end + 1) as string[];
  }

  function drop(key: string): void {
    const place = places.get(key);
    if (place) place.list[place.index] = null;
    places.delete(key);
  }

  function clear(): void {
    lists.clear();
    places.clear();
  }

  return { append, drop, clear, runAround };
}
