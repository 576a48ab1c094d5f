import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge } from '../../lib/detect/judge';
import { createIndex } from '../../lib/detect/notice-index';
import { judgePair, MONDAY, message, options, take } from './fixtures';

const FOLDER = resolve(import.meta.dirname, '../../../shared/data');
const PAIRS = resolve(FOLDER, 'pairs/PAWS-X_dev_2k.tsv');
const NOTICES = resolve(FOLDER, 'gdut/notices.jsonl');
const hasPairs = existsSync(PAIRS);
const hasNotices = existsSync(NOTICES);
if (!hasPairs) console.log('skipped: no sentence pairs beside the project (../shared/data/pairs)');
if (!hasNotices) console.log('skipped: no public notices beside the project (../shared/data/gdut)');

describe.skipIf(!hasPairs)('sentences of the same words and another meaning', () => {
  it('are no copies', () => {
    const rows = readFileSync(PAIRS, 'utf8').split('\n').slice(1);
    const copies: string[] = [];
    let different = 0;
    for (const row of rows) {
      const [, one = '', other = '', label] = row.split('\t');
      if (label !== '0' || one === other) continue;
      different++;
      if (judgePair(one, { text: other, time: MONDAY }).relation === 'copy')
        copies.push(`${one}\n${other}`);
    }
    console.log(`different meaning taken for copies: ${copies.length} of ${different}`);
    for (const pair of copies) console.log(pair);
    expect(different).toBeGreaterThan(500);
    expect(copies.length / different).toBeLessThan(0.01);
  }, 60_000);
});

type Notice = { title: string; date: string; url: string; content: string };

function readNotices(): Notice[] {
  return readFileSync(NOTICES, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Notice);
}

describe.skipIf(!hasNotices)('public notices', () => {
  it('are copies of nothing but themselves', () => {
    const notices = readNotices();
    const index = createIndex();
    const wrong: string[] = [];
    let copies = 0;
    let traces = 0;
    for (const notice of notices) {
      const one = message({
        text: `${notice.title}\n${notice.content}`,
        time: Date.parse(`${notice.date}T09:00:00+08:00`),
      });
      const verdict = judge(index, one, options());
      take(index, one);
      if (verdict.traceOnly || verdict.isReply) traces++;
      if (verdict.relation !== 'copy') continue;
      copies++;
      const first = notices.find((other) => other.title === notice.title);
      if (first === notice) wrong.push(notice.title);
    }
    console.log(
      `public notices: ${copies} copies in ${notices.length}, wrong: ${wrong.length}, taken for traces: ${traces}`,
    );
    expect(wrong).toEqual([]);
    expect(traces).toBe(0);
  }, 60_000);

  it('that share most of their letter pairs are told as copies or changes', () => {
    const notices = readNotices();
    const index = createIndex();
    const known: Set<string>[] = [];
    let [alike, told] = [0, 0];
    for (const [at, { content }] of notices.entries()) {
      const one = message({ text: content, time: MONDAY + at * 60_000 });
      const { relation } = judge(index, one, options());
      take(index, one);
      const pairs = pairsOf(content);
      if (pairs.size > 20 && known.some((other) => jaccard(pairs, other) >= 0.8)) {
        alike++;
        if (relation === 'copy' || relation === 'revision') told++;
      }
      known.push(pairs);
    }
    console.log(`natural duplicates: ${told} of ${alike} told`);
    expect(alike).toBeGreaterThan(10);
    // One is the same notice of another year, which is rightly another matter.
    expect(alike - told).toBeLessThanOrEqual(1);
  }, 60_000);
});

function pairsOf(text: string): Set<string> {
  const letters = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)));
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared++;
  return shared / (one.size + other.size - shared);
}
