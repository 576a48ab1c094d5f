// node scripts/bench-tally.ts [notices]: how long the background takes to record what a page reports, in Chromium.

import type { ObservedMessage } from '../lib/messages/protocol.ts';
import { contentHash } from '../lib/sites/content-hash.ts';
import { launch, type Session } from '../tests/e2e/harness/launch.ts';
import { changeSettings } from '../tests/e2e/harness/stored.ts';
import { quantile } from './bench/spread.ts';

const NOTICES = Number(process.argv[2] ?? 20_000);
const BURST = 500;
const ROUNDS = 7;
const DAY = 24 * 60 * 60 * 1000;
const START = Date.now() - DAY;

const PLACES = ['东河', '西沟', '石桥', '柳树', '新集', '上庄', '大营', '南湾', '杨家', '北关'];
const WORKS = ['保洁', '绿化', '巡护', '改造', '普查', '排查', '登记', '换领', '清运', '宣讲'];
const THINGS = ['森林', '校园', '养老', '河道', '电梯', '燃气', '道路', '仓储', '水库', '食堂'];

type Api = { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> } };

let made = 0;

/** Notices that differ in more than a number, as those of thirty groups do. */
function notice(words: number): ObservedMessage {
  made += 1;
  const pick = (from: readonly string[], by: number) => from[Math.floor(words / by) % 10] ?? '';
  const what = `${pick(PLACES, 1)}${pick(THINGS, 10)}${pick(WORKS, 100)}`;
  const text = `关于开展${what}工作第${words}批的通知：请${pick(PLACES, 1000)}片区各网格于${(words % 27) + 1}日前逐户完成${what}，台账编号${words * 7919}，由专人核对后报送，共${words % 97}户，联系人第${words % 53}组。`;
  const told = { site: 'wechat', sender: `张${words % 40}`, own: false, kind: 'text' as const };
  const message = { key: `wechat:${made}`, chat: `第${made % 30}工作群`, time: START + made, text };
  return { ...message, ...told, hash: contentHash({ kind: 'text', text }), via: 'feed' };
}

function notices(count: number, from: number): ObservedMessage[] {
  return Array.from({ length: count }, (_, index) => notice(from + index));
}

/** Reports from a page of the extension; returns the milliseconds until the answer. */
async function reporter(session: Session) {
  const page = await session.extensionPage('manifest.json');
  return (messages: ObservedMessage[]) =>
    page.evaluate(async (told) => {
      const { runtime } = (globalThis as unknown as { chrome: Api }).chrome;
      const request = { messages: told, claims: [], recalls: [], folded: [] };
      const start = performance.now();
      const { ok } = await runtime.sendMessage({
        fingerlight: 'background',
        name: 'report',
        request,
      });
      if (!ok) throw new Error('the report failed');
      return performance.now() - start;
    }, messages);
}

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
