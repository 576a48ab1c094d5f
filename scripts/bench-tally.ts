// node scripts/bench-tally.ts [notices]: how long the background takes to record what a page reports, in Chromium.

import type { ObservedMessage } from '../lib/messages/protocol.ts';
import { launch } from '../tests/e2e/harness/launch.ts';
import { changeSettings } from '../tests/e2e/harness/stored.ts';
import { quantile } from './bench/spread.ts';
import { notices, reporter } from './bench-page/reported-notices.ts';

const NOTICES = Number(process.argv[2] ?? 20_000);
const BURST = 500;
const ROUNDS = 7;

function print(what: string, times: readonly number[]): void {
  const at = (share: number) => Math.round(quantile(Float64Array.from(times), share));
  console.log(`${what}: median ${at(0.5)} ms, most ${at(1)} ms (${times.length})`);
}

async function repeated(round: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let done = 0; done < ROUNDS; done++) times.push(await round());
  return times;
}

const session = await launch('chromium', { lang: 'zh-CN' });
try {
  await changeSettings(session, { welcomed: true });
  const report = await reporter(session);
  let told = 0;
  const fresh = (count: number) => {
    told += count;
    return notices(count, told - count);
  };
  print('burst of 500 new notices', await repeated(() => report(fresh(BURST))));
  while (told < NOTICES) await report(fresh(BURST));
  console.log(`with ${told} notices kept:`);
  print('burst of 500 new notices', await repeated(() => report(fresh(BURST))));
  print('burst of 500 copies', await repeated(() => report(notices(BURST, 0))));
  const known = notices(BURST, 0);
  await report(known);
  print('burst of 500 known messages', await repeated(() => report(known)));
  print('one new notice', await repeated(() => report(fresh(1))));
  const woken = (messages: () => ObservedMessage[]) =>
    repeated(async () => {
      await session.stopBackground();
      return report(messages());
    });
  print('one new notice to a stopped worker', await woken(() => fresh(1)));
  print('one known message to a stopped worker', await woken(() => known.slice(0, 1)));
} finally {
  await session.close();
}
