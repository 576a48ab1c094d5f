import type { Verdict } from '../lib/detect/types.ts';
import type { RowLook } from '../tests/e2e/chat-probe.ts';
import type { SimulatedMessage } from '../tests/simulator/wechat/types.ts';
import { labels } from './replay-messages.ts';

/** What became of one message of the log. */
export type Outcome = {
  row: string;
  message: SimulatedMessage;
  /** How it looked on the screen, in order; a reader had it before their eyes if any of them is open. */
  looks: readonly RowLook[];
  /** What our bar or chip says at the end. */
  words: string;
  verdict: Verdict | null;
  /** The row of the log that a key belongs to. */
  rowOf(key: string | null): string;
};

const LOOKS: Readonly<Record<RowLook, string>> = {
  '': 'shown',
  marked: 'marked',
  open: 'opened',
  folded: 'FOLDED',
  hidden: 'FOLDED (run)',
};

/** Characters of a text that are printed. */
const TEXT = 160;

/** Prints every message, then how often what people said met what the page did. */
export function printReplay(outcomes: readonly Outcome[]): void {
  const known = labels();
  const table = new Map<string, Map<string, number>>();
  for (const outcome of outcomes) {
    const said = known.get(outcome.row) ?? [];
    printOne(
      outcome,
      said.map(({ label, of, note }) => `${label} of ${of} (${note})`),
    );
    const kinds = said.length > 0 ? said.map(({ label }) => label) : ['no label'];
    const isText = (outcome.message.kind ?? 'text') === 'text';
    const group = isText ? kinds : [`${outcome.message.kind}`];
    for (const label of group) count(table, label, lookOf(outcome));
  }
  printTable(table);
}

/** What it came to look like. */
function lookOf({ looks }: Outcome): string {
  const last = looks.at(-1);
  return last === undefined ? 'NEVER ON SCREEN' : LOOKS[last];
}

function printOne(outcome: Outcome, said: readonly string[]): void {
  const { row, message, looks, words, verdict, rowOf } = outcome;
  const path = looks.map((look) => LOOKS[look]).join(' → ');
  console.log(`\n${row} ${message.chat} ${path || 'NEVER ON SCREEN'}  ${words}`);
  if (said.length > 0) console.log(`  people: ${said.join('; ')}`);
  if (verdict) {
    const { relation, of, reason, guards, demands, changed, similarity } = verdict;
    const facts = [
      [relation, rowOf(of)].filter(Boolean).join(' of '),
      reason,
      similarity > 0 ? similarity.toFixed(2) : '',
      demands.join(','),
      verdict.deadline ? `until ${new Date(verdict.deadline).toLocaleString('zh-CN')}` : '',
      guards.length > 0 ? `guards ${guards.join(',')}` : '',
      verdict.traceOnly ? 'trace only' : '',
      verdict.isReply ? 'reply' : '',
      verdict.title,
    ];
    console.log(`  judge: ${facts.filter(Boolean).join(' | ')}`);
    for (const { fact, from, to } of changed) console.log(`    ${fact}: “${from}” → “${to}”`);
  }
  const text = message.text ?? message.file?.name ?? '';
  console.log(`  ${text.replace(/\s+/g, ' ').slice(0, TEXT)}`);
}

function count(table: Map<string, Map<string, number>>, label: string, look: string): void {
  const line = table.get(label) ?? new Map<string, number>();
  table.set(label, line.set(look, (line.get(look) ?? 0) + 1));
}

function printTable(table: ReadonlyMap<string, ReadonlyMap<string, number>>): void {
  const looks = [...new Set([...table.values()].flatMap((line) => [...line.keys()]))].sort();
  console.log(
    `\n${['people said'.padEnd(14), ...looks.map((look) => look.padStart(16))].join('')}`,
  );
  for (const [label, line] of [...table].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const cells = looks.map((look) => String(line.get(look) ?? 0).padStart(16));
    console.log(label.padEnd(14) + cells.join(''));
  }
  console.log('Times were moved by whole weeks; the dates inside the texts were not.');
}
