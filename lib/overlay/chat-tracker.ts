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
 * So rows count only while none stands there that was mounted under another title.
 */
export function createChatTracker(): ChatTracker {
  let chat: OpenChat | null = null;
  let wasNamed = false;
  let before: readonly HTMLElement[] = [];
  /** Rows that outlived a change of the title, with the chat that they belong to; "" where that was uncertain. */
  const leftovers = new Map<HTMLElement, string>();
  const settled = () =>
    [...leftovers.values()].every((id) => id === chat?.sessionId) ? chat : null;

  return {
    update(open, mounted) {
      if (wasNamed && open?.sessionId !== chat?.sessionId) {
        const from = settled()?.sessionId ?? '';
        for (const row of before) if (!leftovers.has(row)) leftovers.set(row, from);
      }
      // The first title may come later than its rows: no chat was left for it.
      wasNamed ||= Boolean(open?.sessionId);
      chat = open;
      if (leftovers.size > 0) {
        const still = new Set(mounted);
        for (const row of leftovers.keys()) if (!still.has(row)) leftovers.delete(row);
      }
      before = mounted;
    },
    settled,
    named: () => chat,
  };
}
