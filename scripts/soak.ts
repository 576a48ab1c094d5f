// npm run soak: a fortnight in forty groups, in real browsers and with a clock that runs ahead.
// npm run soak -- --browser firefox --messages 20000 --minutes 10 --seed 7
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSER_KINDS, type BrowserKind } from '../tests/e2e/harness/launch.ts';
import { flatnessOf, MOST_GROWN } from '../tests/soak/flatness.ts';
import { type SoakResult, soak } from '../tests/soak/soak.ts';
import { run } from './command.ts';

// Notices are read in China's time and counted on local days.
process.env.TZ = 'Asia/Shanghai';

const GROUPS = 40;
const DAYS = 14;
const LAST_PAGE = 150;
/** Share of the minutes in which the clock passes the fortnight: the rest is for what comes late, and for the end. */
const PACED = 0.6;

/** Most that building before the first message and comparing after the last may take, ms: forty chats are read, at three seconds each. */
const FOR_THE_ENDS = 8 * 60_000;

const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    messages: { type: 'string', default: '100000' },
    minutes: { type: 'string', default: '25' },
    seed: { type: 'string', default: '1' },
  },
});

const kinds = BROWSER_KINDS.filter((kind) => !values.browser || values.browser === kind);
if (kinds.length === 0) throw new Error(`no browser is called ${values.browser}`);
for (const target of kinds) {
  const { code, output } = await run('wxt', [
    'build',
    ...(target === 'firefox' ? ['-b', target] : []),
  ]);
  if (code !== 0) throw new Error(output);
}
for (const kind of kinds) if (!(await ran(kind))) process.exitCode = 1;
process.exit();

async function ran(kind: BrowserKind): Promise<boolean> {
  const [messages, minutes, seed] = [values.messages, values.minutes, values.seed].map(Number);
  if (!messages || !minutes || seed === undefined || Number.isNaN(seed)) {
    throw new Error('--messages, --minutes and --seed take numbers');
  }
  const limit = minutes * 60_000;
  // Whatever it waits for by then does not come.
  const hangs = setTimeout(() => {
    console.log(`${kind}: FAILED, it hangs`);
    process.exit(1);
  }, limit + FOR_THE_ENDS);
  console.log(`${kind}: ${messages} messages, at most ${minutes} minutes, ${cpus().length} cores`);
  const result = await soak({
    ...{
      kind,
      seed,
      messages,
      groups: GROUPS,
      days: DAYS,
      lastPage: LAST_PAGE,
      limit,
      lasts: limit * PACED,
    },
    ...{ isBuilt: true, log: join('.output', 'soak', `${kind}-${seed}.jsonl`) },
    say: (line) => console.log(`${kind}: ${line}`),
  });
  clearTimeout(hangs);
  return isGood(kind, result);
}

function isGood(kind: BrowserKind, result: SoakResult): boolean {
  const { figures, counts, measured, errors, wrong, reading, waits, seconds, isFinished } = result;
  const flatness = flatnessOf(measured);
  const isFlat = flatness === null || Math.max(flatness.page, flatness.background) <= MOST_GROWN;
  console.log(`${kind}: ${JSON.stringify({ ...figures, ...counts })}`);
  console.log(`${kind}: read ${reading.open} open and ${reading.folded} folded rows`);
  console.log(
    `${kind}: folded late ${waits.length} times, at most after ${Math.max(0, ...waits)} ms`,
  );
  for (const each of measured) console.log(`${kind}: memory ${JSON.stringify(each)}`);
  if (flatness) console.log(`${kind}: grown ${JSON.stringify(flatness)}`);
  for (const error of errors) console.log(`${kind}: ERROR ${error}`);
  if (!isFinished) console.log(`${kind}: NOT FINISHED`);
  if (!isFlat) console.log(`${kind}: MEMORY GREW by more than ${MOST_GROWN * 100} %`);
  const good = isFinished && isFlat && errors.length === 0 && wrong.length === 0;
  console.log(`${kind}: ${good ? 'as planted' : 'FAILED'}, ${wrong.length} wrong, ${seconds} s`);
  return good;
}
