import { putWords, restoreIndex, snapshotOf, wordsFrom } from '../../lib/detect/index-snapshot';
import { judge } from '../../lib/detect/judge';
import { createIndex, type NoticeIndex, remember } from '../../lib/detect/notice-index';
import type { JudgeOptions, Message, Verdict } from '../../lib/detect/types';

/** Monday 2 November 2026, 09:00 in China. */
export const MONDAY = Date.UTC(2026, 10, 2, 1, 0, 0);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

let serial = 0;

/** A message with the given fields; text, chat "群一", Monday 09:00 where not said otherwise. */
export function message(part: Partial<Message> | string = {}): Message {
  const fields = typeof part === 'string' ? { text: part } : part;
  serial++;
  return {
    key: `test:${serial}`,
    site: 'test',
    chat: '群一',
    sender: '王敏',
    own: false,
    time: MONDAY,
    kind: 'text',
    text: '',
    ...fields,
  };
}

/** Options of a user who set nothing. */
export function options(part: Partial<JudgeOptions> = {}): JudgeOptions {
  return {
    windowMs: 14 * DAY,
    myNames: [],
    neverFold: { chats: [], senders: [], keywords: [] },
    notCopies: new Set(),
    alwaysFold: new Set(),
    ...part,
  };
}

/** All that an index knows. */
export function bytesOf(index: NoticeIndex): Uint8Array {
  return new Uint8Array(
    Buffer.concat([snapshotOf(index), ...wordsFrom(index, 0)].map((part) => new Uint8Array(part))),
  );
}

/** The index as it is read again after a start, with all its words. */
export function restarted(index: NoticeIndex): NoticeIndex {
  const again = restoreIndex(structuredClone(snapshotOf(index)));
  for (const [page, words] of wordsFrom(index, 0).entries()) putWords(again, page, words);
  return again;
}

/** Judges a message and remembers it, as the background does. */
export function take(index: NoticeIndex, one: Message, with_ = options()): Verdict {
  const verdict = judge(index, one, with_);
  remember(index, one, verdict);
  return verdict;
}

/** Verdict of the last of two or more messages; an hour lies before it unless it says otherwise. */
export function judgePair(
  earlier: Partial<Message> | string | readonly string[],
  later: Partial<Message> | string,
): Verdict {
  const index = createIndex();
  if (Array.isArray(earlier)) for (const one of earlier) take(index, message(one));
  else take(index, message(earlier as Partial<Message> | string));
  const fields = typeof later === 'string' ? { text: later } : later;
  return judge(index, message({ time: MONDAY + HOUR, ...fields }), options());
}

/** A notice with one fact of every kind. */
export const NOTICE =
  '各位网格员：请于11月5日17:00前将《第三季度安全隐患排查台账》报送至城管科邮箱aqk2026@163.com，逐户填写门牌号、隐患类型和整改时限，纸质版盖章后交到三楼308会议室，联系人陈立，电话13800001234。';
