// npm run --silent judge < messages.ndjson > verdicts.ndjson
// npm run --silent judge -- --history chat.json --history other.csv > verdicts.ndjson
// The judge of the extension as a command: one JSON object a line in, one verdict a line out, in order; or exported chats
// in, in any format that the extension imports, in order of time.
import { parseArgs } from 'node:util';
import { DAY_MS } from '../lib/detect/calendar.ts';
import { expire } from '../lib/detect/expire.ts';
import { judge } from '../lib/detect/judge.ts';
import { createIndex, remember, settled, settledAtEnd } from '../lib/detect/notice-index.ts';
import type { Message, Verdict } from '../lib/detect/types.ts';
import { REMEMBERED_WINDOWS } from '../lib/tally/remembered-windows.ts';
import { createHeldVerdicts } from './held-verdicts.ts';
import { linesOf } from './input-lines.ts';
import { historyMessages } from './judge-history.ts';
import { chatOf, LineError, readLine, writeLine } from './judge-line.ts';
import { DEFAULT_OPTIONS, readOptions } from './judge-options.ts';
import { createStats, type Stats } from './judge-stats.ts';

const USAGE =
  'usage: judge [--options file.json] [--stats] [--history file]… [< messages.ndjson] > verdicts.ndjson';

/** Lines between two words of progress on a terminal. */
const PROGRESS_EVERY = 5000;

const asked = settings();
if (asked) await run(asked);

type Asked = { options: typeof DEFAULT_OPTIONS; withStats: boolean; histories: string[] };

function settings(): Asked | null {
  try {
    const { values } = parseArgs({
      options: {
        options: { type: 'string' },
        stats: { type: 'boolean' },
        history: { type: 'string', multiple: true },
        help: { type: 'boolean' },
      },
    });
    if (values.help) console.error(USAGE);
    else {
      const options = values.options ? readOptions(values.options) : DEFAULT_OPTIONS;
      return { options, withStats: values.stats === true, histories: values.history ?? [] };
    }
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    process.exitCode = 2;
  }
  return null;
}

async function run({ options, withStats, histories }: Asked): Promise<void> {
  process.stdout.on('error', stopWhenNobodyReads);
  const stats = createStats();
  const start = performance.now();
  const output = createOutput(options, stats);
  if (histories.length > 0) await judgeHistories(histories, options, output);
  else await judgeLines(output);
  await written(output.end());
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  if (withStats) console.error(stats.table((performance.now() - start) / 1000));
}

async function judgeHistories(
  paths: readonly string[],
  { myNames }: Asked['options'],
  output: Output,
): Promise<void> {
  const { messages, skipped, broken } = await historyMessages(paths, myNames);
  for (const problem of broken) console.error(problem);
  if (broken.length > 0) process.exitCode = 1;
  if (skipped > 0) console.error(`${skipped} lines are no messages, or have no time`);
  for (let from = 0; from < messages.length; from += PROGRESS_EVERY) {
    const piece = messages.slice(from, from + PROGRESS_EVERY);
    await written(piece.map((message) => output.take(message)).join(''));
  }
}

async function judgeLines(output: Output): Promise<void> {
  let number = 0;
  for await (const lines of linesOf(process.stdin)) {
    let out = '';
    for (const line of lines) {
      number++;
      if (line.trim() !== '') out += output.after(line, number);
      if (process.stderr.isTTY && number % PROGRESS_EVERY === 0) {
        process.stderr.write(`\r${number} lines`);
      }
    }
    if (out !== '') await written(out);
  }
}

type Output = ReturnType<typeof createOutput>;

/** Lines of output: each is there once its verdict, and those before it, are final. */
function createOutput(options: Asked['options'], stats: Stats) {
  const memory = createMemory(options);
  const held = createHeldVerdicts(memory.isSameAtEnd);
  const text = (final: ReturnType<typeof held.finish>) => {
    let out = '';
    for (const one of final) {
      if ('note' in one) out += `${one.note}\n`;
      else {
        stats.count(chatOf(one.message), one.verdict);
        out += `${writeLine(one.message, one.verdict)}\n`;
      }
    }
    return out;
  };
  const take = (message: Message) => {
    const told = memory.settled(message);
    return text(held.push(message, memory.judged(message), told));
  };
  return {
    take,
    after(line: string, number: number): string {
      try {
        return take(readLine(line, memory.time()));
      } catch (error) {
        if (!(error instanceof LineError)) throw error;
        stats.bad();
        process.exitCode = 1;
        console.error(`line ${number}: ${error.message}`);
        return text(held.pass(JSON.stringify({ line: number, error: error.message })));
      }
    },
    end: () => text(held.finish()),
  };
}

/** The index, kept as the extension keeps it: what is older than a few windows is let go of once a day. */
function createMemory(options: Asked['options']) {
  const index = createIndex();
  let newest = 0;
  let tidied = 0;
  return {
    time: () => newest,
    settled: (message: Message) => settled(index, message),
    isSameAtEnd: (message: Message, end: number) => settledAtEnd(index, message, end),
    judged(message: Message): Verdict {
      newest = Math.max(newest, message.time);
      if (newest - tidied >= DAY_MS) {
        expire(index, newest - REMEMBERED_WINDOWS * options.windowMs);
        tidied = newest;
      }
      const verdict = judge(index, message, options);
      remember(index, message, verdict);
      return verdict;
    },
  };
}

async function written(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** "judge | head": there is nothing left to do. */
function stopWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
