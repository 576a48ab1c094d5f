import { describe, expect, it } from 'vitest';
import { attachmentKey, type Settled } from '../../lib/detect/burst';
import { judge, withAttachments } from '../../lib/detect/judge';
import { createIndex, type NoticeIndex, remember, settled } from '../../lib/detect/notice-index';
import type { Message, Verdict } from '../../lib/detect/types';
import { HOUR, MONDAY, message, options } from './fixtures';

const TEXT =
  '各支部：党员信息采集表见附件，请用黑色签字笔填写，出生年月与身份证一致，收齐后统一交到镇党建办。';
const SECOND = 1000;
const FORM = { name: '党员信息采集表.docx', size: 31_000, exact: true };

/** Judges and remembers; returns the verdict and what the message settled. */
function post(index: NoticeIndex, one: Message): { verdict: Verdict; told: Settled[] } {
  const told = settled(index, one);
  const verdict = judge(index, one, options());
  remember(index, one, verdict);
  return { verdict, told };
}

function text(chat: string, after = 0): Message {
  return message({ chat, sender: `${chat}主任`, text: TEXT, time: MONDAY + after });
}

function file(chat: string, after: number, size = FORM.size): Message {
  return message({
    chat,
    sender: `${chat}主任`,
    kind: 'file',
    file: { ...FORM, size },
    time: MONDAY + after,
  });
}

/** An index that knows the text with its form. */
function withForm(): NoticeIndex {
  const index = createIndex();
  post(index, text('甲'));
  post(index, file('甲', 15 * SECOND));
  return index;
}

describe('a notice with what is attached to it', () => {
  it('is no copy to fold before its file has come, and is one after', () => {
    const index = withForm();
    const copy = text('乙', HOUR);
    const { verdict } = post(index, copy);
    expect(verdict).toMatchObject({ relation: 'copy', guards: ['attachment'], action: 'mark' });
    const { told } = post(index, file('乙', HOUR + 10 * SECOND));
    expect(told).toEqual([{ id: copy.key, sameAttachments: true }]);
    expect(withAttachments(verdict, true)).toMatchObject({ guards: [], action: 'fold' });
  });

  it('stays open when another file comes', () => {
    const index = withForm();
    const copy = text('乙', HOUR);
    const { verdict } = post(index, copy);
    const { told } = post(index, file('乙', HOUR + 10 * SECOND, 32_000));
    expect(told).toEqual([{ id: copy.key, sameAttachments: false }]);
    expect(withAttachments(verdict, false)).toBe(verdict);
  });

  it('stays open when another file came before it', () => {
    const index = withForm();
    post(index, file('乙', HOUR, 32_000));
    const copy = text('乙', HOUR + 10 * SECOND);
    expect(post(index, copy).verdict.action).toBe('mark');
    const later = message({ chat: '乙', time: MONDAY + 2 * HOUR, text: '好' });
    expect(settled(index, later)).toEqual([{ id: copy.key, sameAttachments: false }]);
  });

  it('folds when nothing comes with it within the minute: it says no more than the notice', () => {
    const index = withForm();
    const copy = text('乙', HOUR);
    post(index, copy);
    const soon = message({ chat: '乙', time: MONDAY + HOUR + 30 * SECOND, text: '好' });
    expect(settled(index, soon)).toEqual([]);
    const later = message({ chat: '乙', time: MONDAY + HOUR + 61 * SECOND, text: '好' });
    expect(settled(index, later)).toEqual([{ id: copy.key, sameAttachments: true }]);
  });

  it('is not held open for what another person posts', () => {
    const index = withForm();
    post(index, text('乙', HOUR));
    const other = { ...file('乙', HOUR + 10 * SECOND, 32_000), sender: '路人' };
    expect(settled(index, other)).toEqual([]);
  });

  it('without anything attached is a copy at once', () => {
    const index = createIndex();
    post(index, text('甲'));
    expect(post(index, text('乙', HOUR)).verdict.action).toBe('fold');
  });

  it('tells attachments by name and size, address, or the picture’s own key', () => {
    const key = (part: Partial<Message>) => attachmentKey(message(part));
    expect(key({ file: FORM })).toBe(key({ file: { ...FORM, name: '党员信息采集表(1).docx' } }));
    expect(key({ file: FORM })).not.toBe(key({ file: { ...FORM, size: 90_000 } }));
    expect(key({ kind: 'image', image: { key: 'a' } })).toBe(
      key({ kind: 'image', image: { key: 'a', look: '00ff3c18e7c3811c 200x150' } }),
    );
    expect(key({ kind: 'image' })).not.toBe(key({ kind: 'image' }));
    expect(key({ text: '请看图' })).toBeNull();
  });
});
