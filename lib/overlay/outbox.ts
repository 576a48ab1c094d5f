import type { Answer, ObservedMessage, Report } from '../messages/protocol';
import { CallFailed } from '../messages/send';
import { reportError } from '../report-error';

/** Waits before a report is sent again, ms. A stopped worker is back in 27–50 ms. */
const RETRY_AFTER = [50, 200, 1000, 3000, 10_000];
/** A worker that is killed half-way may never answer. */
const GIVE_UP_AFTER = 15_000;
/**
 * Nobody waits for word of a fold: it goes with the next message, or alone after this, ms. A write of its own
 * (15 ms, half of it the disk's) would stand in the way of the message that arrives next.
 */
const FOLDS_WAIT = 500;
const MAX_MESSAGES = 500;
/**
 * Most messages that wait: a heavy day is 2,000. What comes while so many wait is left as the page shows it, and is
 * read again when its row is looked at again.
 */
const MOST_WAITING = 20_000;

/** What is still to be told to the background. Kept until it is acknowledged; sent again until then. */
export type Outbox = {
  addMessage(message: ObservedMessage): void;
  addClaim(key: string, hash: string): void;
  addRecall(key: string): void;
  addFolded(key: string): void;
  /** A message with this content is on its way. */
  holds(key: string, hash: string): boolean;
  isSending(): boolean;
  flush(): void;
  /** As `flush`, and folds do not wait: the page is about to go. */
  flushAll(): void;
  stop(): void;
};

type Connection = {
  send(report: Report): Promise<Answer>;
  /** The way is free: what is still to be told goes out together. */
  onFree?(): void;
  /** `report` is what was answered. */
  onAnswer(answer: Answer, report: Report): void;
  /** The extension was updated or removed under this page. */
  onGone(): void;
};

export function createOutbox({ send, onFree, onAnswer, onGone }: Connection): Outbox {
  let waiting = emptyDraft();
  let sending: Draft | null = null;
  let failures = 0;
  let isStopped = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let foldsWait: ReturnType<typeof setTimeout> | undefined;

  async function transmit(draft: Draft): Promise<void> {
    const report = reportOf(draft);
    let answer: Answer;
    try {
      answer = await withTimeout(send(report), GIVE_UP_AFTER);
    } catch (error) {
      sending = null;
      if (!isStopped) failed(draft, error);
      return;
    }
    sending = null;
    failures = 0;
    if (isStopped) return;
    onFree?.();
    // The next report is judged while what was answered is drawn.
    if (!hasOnlyFolds(waiting)) flushAll();
    onAnswer(answer, report);
    flush();
  }

  function failed(draft: Draft, error: unknown): void {
    const kind = error instanceof CallFailed ? error.kind : 'failed';
    if (kind === 'invalidated') {
      onGone();
      return;
    }
    // A report that is refused would be refused again: it is dropped, and its messages stay as they are.
    if (kind !== 'refused') waiting = merged(draft, waiting);
    const wait = RETRY_AFTER[Math.min(failures++, RETRY_AFTER.length - 1)];
    clearTimeout(retry);
    retry = setTimeout(flush, wait);
  }

  function flush(): void {
    if (isEmpty(waiting)) return;
    if (!hasOnlyFolds(waiting)) flushAll();
    else foldsWait ??= setTimeout(foldsWaited, FOLDS_WAIT);
  }

  function foldsWaited(): void {
    foldsWait = undefined;
    flushAll();
  }

  function flushAll(): void {
    if (isStopped || sending || isEmpty(waiting)) return;
    [sending, waiting] = split(waiting);
    transmit(sending).catch((error: unknown) => reportError(error, 'answer'));
  }

  return {
    addMessage(message) {
      const { messages } = waiting;
      if (messages.size < MOST_WAITING || messages.has(message.key))
        messages.set(message.key, message);
    },
    addClaim: (key, hash) => waiting.claims.set(key, hash),
    addRecall: (key) => waiting.recalls.add(key),
    addFolded: (key) => waiting.folded.add(key),
    holds: (key, hash) =>
      waiting.messages.get(key)?.hash === hash || sending?.messages.get(key)?.hash === hash,
    isSending: () => sending !== null,
    flush,
    flushAll,
    stop() {
      isStopped = true;
      clearTimeout(retry);
      clearTimeout(foldsWait);
    },
  };
}

type Draft = {
  messages: Map<string, ObservedMessage>;
  claims: Map<string, string>;
  recalls: Set<string>;
  folded: Set<string>;
};

function emptyDraft(): Draft {
  return { messages: new Map(), claims: new Map(), recalls: new Set(), folded: new Set() };
}

function isEmpty(draft: Draft): boolean {
  return hasOnlyFolds(draft) && draft.folded.size === 0;
}

function hasOnlyFolds({ messages, claims, recalls }: Draft): boolean {
  return messages.size + claims.size + recalls.size === 0;
}

/** What is sent now and what stays: a claim or recall goes with or after its message, never before. */
function split(draft: Draft): [now: Draft, later: Draft] {
  if (draft.messages.size <= MAX_MESSAGES) return [draft, emptyDraft()];
  const messages = [...draft.messages];
  const later = { ...draft, messages: new Map(messages.slice(MAX_MESSAGES)) };
  return [{ ...emptyDraft(), messages: new Map(messages.slice(0, MAX_MESSAGES)) }, later];
}

function merged(older: Draft, newer: Draft): Draft {
  return {
    messages: new Map([...older.messages, ...newer.messages]),
    claims: new Map([...older.claims, ...newer.claims]),
    recalls: new Set([...older.recalls, ...newer.recalls]),
    folded: new Set([...older.folded, ...newer.folded]),
  };
}

function reportOf(draft: Draft): Report {
  return {
    messages: [...draft.messages.values()],
    claims: [...draft.claims].map(([key, hash]) => ({ key, hash })),
    recalls: [...draft.recalls],
    folded: [...draft.folded],
  };
}

function withTimeout<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new CallFailed('no-answer', 'timed out')), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
