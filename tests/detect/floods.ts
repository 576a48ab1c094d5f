import type { Message } from '../../lib/detect/types.ts';

const START = Date.UTC(2026, 10, 2, 1);
const PLACES = ['东河', '西沟', '石桥', '柳树', '新集', '上庄', '大营', '南湾', '杨家', '北关'];
const WORKS = ['保洁', '绿化', '巡护', '改造', '普查', '排查', '登记', '换领', '清运', '宣讲'];

const pick = (from: readonly string[], by: number): string => from[by % from.length] ?? '';

function notice(at: number): string {
  return `关于开展${pick(PLACES, at)}片区${pick(WORKS, at >> 3)}工作的通知：请各网格逐户完成${pick(WORKS, at >> 5)}，台账由专人核对后报送，共${(at % 97) + 2}户。`;
}

function message(at: number, part: Partial<Message>): Message {
  const told = { site: 'test', sender: '甲', own: false, kind: 'text' as const };
  return { ...told, key: `test:${at}`, chat: '群一', time: START + at * 50, text: '', ...part };
}

/** What a member could post to fill up memory, message by message. */
export const FLOODS: Record<string, (at: number) => Message> = {
  'near-copies of one notice': (at) =>
    message(at, { text: `${notice(0)}编号${at * 7919}，第${at}组。` }),
  'different notices': (at) => message(at, { text: `${notice(at)}编号${at * 7919}。` }),
  'notices in a chat each, with names of 500 characters': (at) =>
    message(at, { text: `${notice(at)}编号${at}。`, chat: `${at}${'群'.repeat(490)}` }),
  'notices of a sender each, with names of 500 characters': (at) =>
    message(at, { text: `${notice(at)}编号${at}。`, sender: `${at}${'名'.repeat(490)}` }),
  'requests for a photo in a chat each': (at) =>
    message(at, { text: `请大家拍照打卡第${at}天`, chat: `群${at}` }),
  'lists to be continued': (at) => message(at, { text: `#接龙\n第${at}次义务植树报名\n1. 张三` }),
  answers: (at) => message(at, { text: '收到', sender: `人${at % 500}` }),
};
