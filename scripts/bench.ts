// npm run bench -- [--messages n] [--scan-messages n] [--seed n] [--only method,…] [--growth] [--markdown]
// The judge beside other methods on one generated stream, each in a process of its own, one after the other.
// --growth instead: the judge at 10,000, 100,000 and 1,000,000 messages (--messages n: up to n), some minutes.
import { parseArgs } from 'node:util';
import type { Grown } from './bench/growth.ts';
import { machine } from './bench/machine.ts';
import type { Measured } from './bench/measure.ts';
import { isMethodName, METHODS, type MethodName } from './bench/methods.ts';
import { inOwnProcess } from './bench/own-process.ts';
import { growthRows, methodRows, remarks } from './bench/rows.ts';
import { markdownTable, plainTable, type Table } from './bench/table.ts';

const GROWTH_STOPS = [10_000, 100_000, 1_000_000];

const { values } = parseArgs({
  options: {
    messages: { type: 'string' },
    'scan-messages': { type: 'string', default: '1000' },
    seed: { type: 'string', default: '7' },
    only: { type: 'string' },
    growth: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
  },
});
const seed = wholeNumber('seed', values.seed);
const messages = values.messages && wholeNumber('messages', values.messages);
const where = machine(new Date());

if (values.growth) {
  const stops = GROWTH_STOPS.filter((stop) => stop <= (messages || Number.POSITIVE_INFINITY));
  if (stops.length === 0 && messages) stops.push(messages);
  const grown = await inOwnProcess<Grown[]>('measure-growth.ts', seed, ...stops);
  print(growthRows(grown), []);
} else {
  const all = messages || 20_000;
  const few = wholeNumber('scan-messages', values['scan-messages']);
  const measured = await compared(all, few);
  const reading = await inOwnProcess<number>('measure-reading.ts', all, seed);
  print(methodRows(measured), remarks(measured, reading));
}

/** All methods on the whole stream; those that scan, and the judge again, on its beginning. */
async function compared(all: number, few: number): Promise<Measured[]> {
  const names = chosen();
  const whole = names.filter((name) => !METHODS[name].scans);
  const scans = names.filter((name) => METHODS[name].scans);
  const runs = [
    ...whole.map((name) => [name, all] as const),
    ...(scans.length > 0 && names.includes('judge') ? [['judge', few] as const] : []),
    ...scans.map((name) => [name, few] as const),
  ];
  const measured: Measured[] = [];
  for (const [name, count] of runs) {
    measured.push(await inOwnProcess<Measured>('measure-method.ts', name, count, seed));
  }
  return measured;
}

function chosen(): MethodName[] {
  const words = values.only?.split(',') ?? Object.keys(METHODS);
  return words.map((word) => {
    if (!isMethodName(word)) {
      throw new Error(`no method "${word}"; there are ${Object.keys(METHODS).join(', ')}`);
    }
    return word;
  });
}

function wholeNumber(name: string, word: string): number {
  const number = Number(word);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new Error(`--${name} must be a whole number above 0`);
}

function print(table: Table, more: readonly string[]): void {
  console.log(values.markdown ? markdownTable(table) : plainTable(table));
  console.log(`\n${where}; seed ${seed}.`);
  if (more.length > 0)
    console.log(values.markdown ? more.map((line) => `\n${line}`).join('\n') : more.join('\n'));
}
