import { judge } from '../../../lib/detect/judge.ts';
import { createIndex, remember, settled, settledAtEnd } from '../../../lib/detect/notice-index.ts';
import type { Message, Verdict } from '../../../lib/detect/types.ts';
import { createHeldVerdicts } from '../../../scripts/held-verdicts.ts';
import { DEFAULT_OPTIONS } from '../../../scripts/judge-options.ts';

/** Judges messages one after the other, by an index that knows nothing else. */
export function judged(messages: readonly Message[]): Verdict[] {
  const index = createIndex();
  const held = createHeldVerdicts((message, end) => settledAtEnd(index, message, end));
  const final = messages.flatMap((message) => {
    const told = settled(index, message);
    const verdict = judge(index, message, DEFAULT_OPTIONS);
    remember(index, message, verdict);
    return held.push(message, verdict, told);
  });
  return [...final, ...held.finish()].flatMap((one) => ('note' in one ? [] : one.verdict));
}
