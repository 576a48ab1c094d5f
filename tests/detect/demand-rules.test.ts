import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/detect/analysis';
import { demandsOf } from '../../lib/detect/demand';
import { RULES } from '../../lib/detect/demand-rules';
import { message } from './fixtures';

const kindsOf = (text: string) => demandsOf(analyse(message(text))).kinds;

describe('each rule of the tables', () => {
  it.each(RULES.map((rule) => [rule.example, rule.kind] as const))('%s: %s', (example, kind) => {
    expect(kindsOf(example)).toContain(kind);
  });

  it.each(RULES.map((rule) => [rule.counter, rule.kind] as const))('%s: no %s', (counter, kind) => {
    expect(kindsOf(counter)).not.toContain(kind);
  });
});
