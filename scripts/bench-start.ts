// npm run bench:start [-- --notices n,m] [-- --starts n]: how long a stopped background takes to answer the next message in
// Chromium, with so many notices kept: from the report to the answer, ms. To keep a hundred thousand takes some minutes first.
// Beside it stands what the browser itself needs to start a worker that only writes a row.
import { parseArgs } from 'node:util';
import { launch, type Session } from '../tests/e2e/harness/launch.ts';
import { changeSettings } from '../tests/e2e/harness/stored.ts';
import { emptyWorker } from './bench/empty-worker.ts';
import { machine } from './bench/machine.ts';
import { quantile } from './bench/spread.ts';
import { markdownTable } from './bench/table.ts';
import { stopIdle } from './bench-page/idle-stop.ts';
import { fillNotices, notices, reporter } from './bench-page/reported-notices.ts';
import { run } from './command.ts';

const { values } = parseArgs({
  options: {
    notices: { type: 'string', default: '1000,100000' },
    starts: { type: 'string', default: '20' },
  },
});
const STARTS = Number(values.starts);
/** Numbers of notices that are told by nobody else. */
const NEW = 20_000_000;

console.log(`${machine(new Date())}\n`);
const { code, output } = await run('wxt', ['build']);
if (code !== 0) throw new Error(output);

const rows = [['notices kept', 'running: p50', 'after a stop: p50', 'p95', 'longest']];
const floor = await launch('chromium', { extension: emptyWorker() });
rows.push(['floor: a worker that only writes a row', ...(await timesOf(floor))]);
for (const kept of values.notices.split(',').map(Number)) {
  const filled = async (session: Session) => {
    await changeSettings(session, { welcomed: true });
    await fillNotices(session, kept);
  };
  rows.push([kept.toLocaleString('en'), ...(await timesOf(await launch('chromium'), filled))]);
}
console.log(markdownTable(rows));

/** Closes the session. */
async function timesOf(
  session: Session,
  prepare?: (session: Session) => Promise<void>,
): Promise<string[]> {
  try {
    await prepare?.(session);
    const report = await reporter(session);
    const running = new Float64Array(STARTS);
    const stopped = new Float64Array(STARTS);
    for (let at = 0; at < STARTS; at++) running[at] = await report(notices(1, NEW + at));
    for (let at = 0; at < STARTS; at++) {
      await stopIdle(session);
      stopped[at] = await report(notices(1, NEW + STARTS + at));
    }
    const figures = [
      quantile(running, 0.5),
      quantile(stopped, 0.5),
      quantile(stopped, 0.95),
      Math.max(...stopped),
    ];
    return figures.map((figure) => figure.toFixed(0));
  } finally {
    await session.close();
  }
}
