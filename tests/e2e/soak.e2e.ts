import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { soak } from '../soak/soak.ts';
import { BROWSER_KINDS } from './harness/launch.ts';

/** The short form of `npm run soak`. */
const MESSAGES = 1_500;
const GROUPS = 8;
const LAST_PAGE = 40;
const SEED = 1;
/** The clock passes the fortnight in this time, ms; about as long as the messages need. */
const LASTS = 15_000;
const LIMIT = 100_000;

test.each(BROWSER_KINDS)(
  'a fortnight with every kind of mishap, in %s: tally, verdicts and page are as planted',
  async (kind) => {
    const folder = mkdtempSync(join(tmpdir(), 'fingerlight-soak-'));
    const told: string[] = [];
    try {
      const result = await soak({
        ...{ kind, seed: SEED, groups: GROUPS, messages: MESSAGES, days: 14, lastPage: LAST_PAGE },
        ...{ limit: LIMIT, lasts: LASTS, isBuilt: false, log: join(folder, 'soak.jsonl') },
        say: (line) => told.push(line),
      });
      expect(result.wrong, told.join('\n')).toEqual([]);
      expect(result.errors).toEqual([]);
      expect(result.isFinished).toBe(true);
      const { figures, counts, reading } = result;
      expect(figures.messages).toBe(MESSAGES);
      expect(figures.killsRunning).toBeGreaterThan(0);
      expect(reading.folded).toBeGreaterThan(100);
      expect(reading.open).toBeGreaterThan(100);
      expect(counts).toMatchObject({ restart: 1, update: 1, reload: 1, recall: 1, edit: 1 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  LIMIT + 40_000,
);
