import { judge } from '../../../lib/detect/judge.ts';
import { createIndex, remember } from '../../../lib/detect/notice-index.ts';
import type { Message, Verdict } from '../../../lib/detect/types.ts';
import { DEFAULT_OPTIONS } from '../../../scripts/judge-options.ts';

/** Judges messages one after the other, by an index that knows nothing else. */
export function judged(messages: readonly Message[]): Verdict[] {
  const index = createIndex();
  return messages.map((message) => {
    const verdict = judge(index, message, DEFAULT_OPTIONS);
    remember(index, message, verdict);
    return verdict;
  });
}
