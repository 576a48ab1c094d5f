// npm run bench:start [-- --notices n,m] [-- --starts n]: how long a stopped background takes to answer the next message in
// Chromium, with so many notices kept: from the report to the answer, ms. To keep a hundred thousand takes some minutes first.
import { parseArgs } from 'node:util';
import { launch } from '../tests/e2e/harness/launch.ts';
import { changeSettings } from '../tests/e2e/harness/stored.ts';
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

const rows = [['notices kept', 'warm: p50', 'after a stop: p50', 'p95', 'longest']];
for (const kept of values.notices.split(',').map(Number)) rows.push(await rowOf(kept));
console.log(markdownTable(rows));

async function rowOf(kept: number): Promise<string[]> {
  const session = await launch('chromium');
  try {
    await changeSettings(session, { welcomed: true });
    await fillNotices(session, kept);
    const report = await reporter(session);
    const warm = new Float64Array(STARTS);
    const cold = new Float64Array(STARTS);
    for (let at = 0; at < STARTS; at++) warm[at] = await report(notices(1, NEW + at));
    for (let at = 0; at < STARTS; at++) {
      await stopIdle(session);
      cold[at] = await report(notices(1, NEW + STARTS + at));
    }
    const figures = [
      quantile(warm, 0.5),
      quantile(cold, 0.5),
      quantile(cold, 0.95),
      Math.max(...cold),
    ];
    return [kept.toLocaleString('en'), ...figures.map((figure) => figure.toFixed(0))];
  } finally {
    await session.close();
  }
}
