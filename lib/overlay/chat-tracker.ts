import type { OpenChat } from '../sites/site';

/** Says whether the mounted rows belong to the chat that the title names. */
export type ChatTracker = {
  /** Call with every change of the page: the chat that the title names now, and the rows mounted now. */
  update(open: OpenChat | null, mounted: readonly HTMLElement[]): void;
  /** The chat that these rows may be booked under; null while that is uncertain. */
  settled(): OpenChat | null;
  named(): OpenChat | null;
};

/**
 * On a switch the title changes first and the old chat's rows stay under it, for seconds if a picture is slow.
 * So rows count only once none of those that stood there when the title changed is left.
 */
export function createChatTracker(): ChatTracker {
  let chat: OpenChat | null = null;
  let before: readonly HTMLElement[] = [];
  let leftovers = new Set<HTMLElement>();

  return {
    update(open, mounted) {
      if (open?.sessionId !== chat?.sessionId) leftovers = new Set([...leftovers, ...before]);
      chat = open;
      const still = new Set(mounted);
      for (const row of leftovers) if (!still.has(row)) leftovers.delete(row);
      before = mounted;
    },
    settled: () => (leftovers.size === 0 ? chat : null),
    named: () => chat,
  };
}
