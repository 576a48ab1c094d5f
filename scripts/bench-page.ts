// npm run bench:page [-- options]: what the extension costs in the page of every client, beside an empty content script and two
// well-known libraries of the same kind, and how long a row stands there before it is folded. Ends with 1 where a budget is broken.
//   --client id       one client only
//   --messages n,m    counts of messages, multiples of 200; 2000,10000
//   --variant a,b     of without, floor, ours, dark-reader, pangu
//   --runs n          replays of each; three where the share of the page's time is judged, else one
//   --quick           2,000 messages only
//   --part costs|folds
import { parseArgs } from 'node:util';
import { machine } from './bench/machine.ts';
import { markdownTable } from './bench/table.ts';
import { broken, figuresOf, pageFigure } from './bench-page/budgets.ts';
import type { BenchedClient } from './bench-page/chat-page.ts';
import { benchedClients } from './bench-page/clients.ts';
import { addedBy, type Measured } from './bench-page/comparison.ts';
import { type Latencies, latencies } from './bench-page/latencies.ts';
import type { PageCosts } from './bench-page/page-costs.ts';
import { replaysOf, secondsOf, type Wish } from './bench-page/plan.ts';
import { replay } from './bench-page/replay.ts';
import { replayedStream } from './bench-page/stream.ts';
import { costTable, distanceToFloor, foldTable } from './bench-page/tables.ts';
import { VARIANTS, type Variant } from './bench-page/variants.ts';
import { run } from './command.ts';

const { values } = parseArgs({
  options: {
    client: { type: 'string' },
    messages: { type: 'string', default: '2000,10000' },
    variant: { type: 'string', default: VARIANTS.join() },
    runs: { type: 'string' },
    quick: { type: 'boolean', default: false },
    part: { type: 'string' },
  },
});
const wish: Wish = {
  counts: values.quick ? [2000] : values.messages.split(',').map(countOf),
  variants: values.variant.split(',').map(variantOf),
  runs: values.runs ? Number(values.runs) : null,
  withCosts: values.part !== 'folds',
  withFolds: values.part !== 'costs',
};
const clients = await benchedClients(values.client);
const seconds = clients.reduce((sum, client) => sum + secondsOf(client, wish), 15);
console.log(`${machine(new Date())}; some ${Math.ceil(seconds / 60)} minutes\n`);

const { code, output } = await run('wxt', ['build']);
if (code !== 0) throw new Error(output);
const faults: string[] = [];
const folds = new Map<string, Latencies>();
for (const client of clients) {
  try {
    await compare(client);
    if (wish.withFolds) folds.set(client.id, await foldsOf(client));
  } catch (error) {
    // One client must not cost the figures of an hour.
    console.error(error);
    note(client, ['not measured']);
  }
}
if (folds.size > 0) console.log(`${markdownTable(foldTable(folds))}\n`);
for (const fault of faults) console.log(`OVER: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

async function compare(client: BenchedClient): Promise<void> {
  const costs = new Map(wish.counts.map((count) => [count, new Map<Variant, PageCosts[]>()]));
  for (const { variant, counts } of replaysOf(client, wish)) {
    const stream = replayedStream(Math.max(...counts));
    for (const { messages, costs: read } of await replay(client, variant, stream, counts)) {
      const of = costs.get(messages);
      of?.set(variant, [...(of.get(variant) ?? []), read]);
    }
  }
  for (const [messages, of] of costs) if (of.size > 0) print(client, { messages, costs: of });
  const [first] = costs;
  if (!first) return;
  const added = addedBy('ours', { messages: first[0], costs: first[1] });
  note(client, broken(pageFigure(added, client.isLifelike)));
}

function print(client: BenchedClient, measured: Measured): void {
  console.log(
    `${client.id}, ${measured.messages} messages\n\n${markdownTable(costTable(measured))}\n`,
  );
  const distance = distanceToFloor(measured);
  if (distance) console.log(`${distance}\n`);
}

async function foldsOf(client: BenchedClient): Promise<Latencies> {
  const measured = await latencies(client, client.isLifelike);
  note(client, broken(figuresOf(measured)));
  return measured;
}

function note(client: BenchedClient, lines: readonly string[]): void {
  faults.push(...lines.map((line) => `${client.id}: ${line}`));
}

function countOf(text: string): number {
  const count = Number(text);
  if (!(count > 0 && count % 200 === 0)) throw new Error(`"${text}" is no count of messages`);
  return count;
}

function variantOf(text: string): Variant {
  const found = VARIANTS.find((each) => each === text);
  if (!found) throw new Error(`"${text}" is none of ${VARIANTS}`);
  return found;
}
