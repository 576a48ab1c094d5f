import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge } from '../../lib/detect/judge';
import { createIndex, type NoticeIndex, remember } from '../../lib/detect/notice-index';
import type { Message, MessageKind } from '../../lib/detect/types';
import { options } from './fixtures';

const FOLDER = resolve(import.meta.dirname, '../../../shared/data/jxnu');
const present = existsSync(resolve(FOLDER, 'pairs.tsv'));
if (!present) console.log('skipped: no real notices beside the project (../shared/data/jxnu)');

type Row = {
  id: string;
  src: string;
  sender?: string;
  ts: string;
  kind: string;
  text: string;
  img?: string;
};
type Pair = { a: string; b: string; label: string };

const lines = (name: string) =>
  readFileSync(resolve(FOLDER, name), 'utf8').split('\n').filter(Boolean);

function readMessage(row: Row): Message {
  const known: MessageKind[] = ['text', 'image'];
  return {
    key: row.id,
    site: 'log',
    chat: row.src,
    sender: row.sender ?? '',
    own: false,
    time: Date.parse(`${row.ts.replace(' ', 'T')}+08:00`),
    kind: known.find((kind) => kind === row.kind) ?? 'placeholder',
    text: row.text,
    ...(row.img && { image: { key: row.img } }),
  };
}

/** An index of the two groups' messages that pass the filter, in the order of their times. */
function indexOf(messages: Message[], filter: (one: Message) => boolean): NoticeIndex {
  const index = createIndex();
  for (const one of messages.filter((one) => one.chat !== 'C' && filter(one))) {
    remember(index, one, judge(index, one, options()));
  }
  return index;
}

describe.skipIf(!present)('real notices', () => {
  const messages = present
    ? lines('messages.jsonl').map((line) => readMessage(JSON.parse(line) as Row))
    : [];
  messages.sort((one, other) => one.time - other.time);
  const byId = new Map(messages.map((one) => [one.key, one]));
  const pairs: Pair[] = (present ? lines('pairs.tsv').slice(1) : []).map((line) => {
    const [a = '', b = '', label = ''] = line.split('\t');
    return { a, b, label };
  });
  const labelled = (...labels: string[]) => pairs.filter((pair) => labels.includes(pair.label));
  const find = (id: string): Message => {
    const one = byId.get(id);
    if (!one) throw new Error(`no message ${id}`);
    return one;
  };

  it('folds re-typed copies and never more than that', () => {
    const everything = indexOf(messages, () => true);
    const results = labelled('dup').map(({ a, b }) => ({
      a,
      b,
      ...judge(everything, find(b), options()),
    }));
    const copies = results.filter((result) => result.relation === 'copy');
    console.log(`re-typed copies: ${copies.length} of ${results.length}`);
    expect(copies.length).toBeGreaterThanOrEqual(35);
  });

  it('folds nothing but copies when the two groups are replayed', () => {
    const index = createIndex();
    const folded: string[] = [];
    for (const one of messages.filter((one) => one.chat !== 'C' && one.kind === 'text')) {
      const verdict = judge(index, one, options());
      remember(index, one, verdict);
      if (verdict.relation === 'copy')
        folded.push(`${one.key} of ${verdict.of}: ${one.text.slice(0, 60)}`);
    }
    expect(folded).toEqual([]);
  });

  it('links updates and corrections and folds none', () => {
    const results = labelled('update', 'correction', 'supplement').map(({ a, b, label }) => {
      const later = find(b);
      const index = indexOf(messages, (one) => one.time < later.time);
      return { a, b, label, ...judge(index, later, options()) };
    });
    const linked = results.filter((result) => result.relation === 'revision');
    console.log(`updates and corrections linked: ${linked.length} of ${results.length}`);
    expect(results.filter((result) => result.relation === 'copy')).toEqual([]);
    expect(results.filter((result) => result.action === 'fold')).toEqual([]);
    expect(linked.length / results.length).toBeGreaterThanOrEqual(0.85);
  }, 60_000);
});
