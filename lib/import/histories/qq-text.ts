import type { HistoryBuilder } from './builder.ts';
import { linesOf } from './file-lines.ts';
import type { Source, Watch } from './history.ts';
import { isRecallLine, markedContent } from './told-kind.ts';
import { timeOf } from './told-time.ts';

/** "2026-11-05 9:02:13 张三(10001)"; some clients write 上午 before the hour. */
const HEAD =
  /^(\d{4}-\d{1,2}-\d{1,2}\s+(?:上午|下午|凌晨|中午|晚上)?\s*\d{1,2}:\d{2}:\d{2})(?:\s+(.*))?$/;

/** Whether text is a "消息记录" of QQ or TIM. */
export function isQqText(head: string): boolean {
  const text = head.slice(0, 20_000);
  return /^消息(?:记录|对象|分组)/m.test(text) && /^\d{4}-\d{1,2}-\d{1,2}\s/m.test(text);
}

type Open = { time: number; sender: string; id: string; lines: string[] };

/** The text that QQ's message manager exports: of one chat or of all, which follow one another. */
export async function readQqText(
  { blob }: Source,
  builder: HistoryBuilder,
  watch: Watch,
): Promise<void> {
  let group = '';
  let place: number | null = null;
  let open: Open | null = null;
  const close = () => {
    if (open) {
      place ??= builder.chat({ site: 'qq', name: null, isPrivate: false });
      addQq(place, { ...open, text: open.lines.join('\n') }, builder);
    }
    open = null;
  };
  for await (const { lines } of linesOf(blob, watch)) {
    for (const line of lines) {
      const head = HEAD.exec(line);
      const title = /^消息(分组|对象)[:：](.*)$/.exec(line);
      if (title) {
        close();
        if (title[1] === '分组') group = title[2] ?? '';
        else
          place = builder.chat({ site: 'qq', name: title[2] ?? null, isPrivate: !isGroup(group) });
      } else if (head) {
        close();
        open = { time: timeOf(head[1] ?? ''), ...senderOf(head[2] ?? ''), lines: [] };
      } else if (!/^={20,}$/.test(line)) open?.lines.push(line);
    }
  }
  close();
}

/** Groups lie in folders of these names; friends in others, which the user named. A file without says nothing. */
export function isGroup(folder: string): boolean {
  return folder === '' || /群|多人聊天|讨论组/.test(folder);
}

/** "【管理员】张三(10001)" or "张三<mail@example.com>": the name without rank and number. */
export function senderOf(written: string): { sender: string; id: string } {
  const [, name = '', id = ''] = /^(.*?)(?:\((\d{4,})\)|<[^<>]*>)?$/.exec(written.trim()) ?? [];
  const sender = name.replace(/^【[^】]{1,12}】/, '').trim();
  return { sender: sender || id, id };
}

/** One message as QQ writes it, in text or table. */
export function addQq(
  place: number,
  { time, sender, id, text }: { time: number; sender: string; id: string; text: string },
  builder: HistoryBuilder,
): void {
  const words = text.trim();
  if (isRecallLine(words)) {
    builder.skip('recalled');
    return;
  }
  if (id === '10000' || sender === '系统消息') {
    builder.skip('system');
    return;
  }
  builder.add(place, { time, sender, own: null, ...markedContent(words) });
}
