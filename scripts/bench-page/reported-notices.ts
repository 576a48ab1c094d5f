import type { ObservedMessage } from '../../lib/messages/protocol.ts';
import { contentHash } from '../../lib/sites/content-hash.ts';
import type { Session } from '../../tests/e2e/harness/launch.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.now() - DAY;
/** Messages of one report, as many as a long burst has. */
const TOGETHER = 500;

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

/** So many, told by their numbers: the same number gives the same words under another key. */
export function notices(count: number, from: number): ObservedMessage[] {
  return Array.from({ length: count }, (_, index) => notice(from + index));
}

/** Reports from a page of the extension; returns the milliseconds until the answer. */
export async function reporter(session: Session) {
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

/** Has the background judge and keep so many notices, all inside its window: some minutes for a hundred thousand. */
export async function fillNotices(session: Session, count: number): Promise<void> {
  const report = await reporter(session);
  for (let told = 0; told < count; told += TOGETHER) {
    await report(notices(Math.min(TOGETHER, count - told), told));
  }
}
