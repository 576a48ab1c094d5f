import { judge } from '../../lib/detect/judge.ts';
import { createIndex, remember } from '../../lib/detect/notice-index.ts';
import { DEFAULT_OPTIONS } from '../judge-options.ts';
import type { Matcher } from './matcher.ts';

/** The judge of the extension. */
export function judgeMatcher(): Matcher {
  const index = createIndex();
  return (message) => {
    const verdict = judge(index, message, DEFAULT_OPTIONS);
    remember(index, message, verdict);
    const nearest = verdict.of === null ? null : { key: verdict.of, similarity: 1 };
    return { nearest, copyOf: verdict.relation === 'copy' ? nearest : null };
  };
}
