import { describe, expect, it } from 'vitest';
import { createIndex } from '../../lib/detect/notice-index';
import { message, take } from './fixtures';

const NOTICE =
  '各网格：请于11月12日17:00前将冬季取暖安全排查台账报街道安监办，逐户写明炉具、烟道和报警器情况，联系人周敏，电话6621234。';
const CHANGED = NOTICE.replace('12日', '15日');
const quoted = (text: string, remark: string) =>
  `「王敏：${text}」\n- - - - - - - - - - - - - - -\n${remark}`;

describe('a change that is first seen in a quotation', () => {
  it.each(['转过来了，都看看', '这个不错'])('is told, whatever is said about it: %s', (remark) => {
    const index = createIndex();
    const first = take(index, message({ text: NOTICE, chat: '群一' }));
    const verdict = take(index, message({ text: quoted(CHANGED, remark), chat: '群一' }));
    expect(verdict).toMatchObject({ relation: 'revision', of: first.notice, action: 'mark' });
    expect(verdict.changed).toMatchObject([{ fact: 'date' }]);
  });

  it('is what its own copies repeat', () => {
    const index = createIndex();
    take(index, message({ text: NOTICE }));
    const told = take(index, message({ text: quoted(CHANGED, '转过来了，都看看'), chat: '群二' }));
    const copy = take(index, message({ text: `【转发】${CHANGED}`, chat: '群三' }));
    expect([copy.relation, copy.notice, copy.changed]).toEqual(['copy', told.notice, []]);
    const next = take(index, message({ text: NOTICE.replace('12日', '16日'), chat: '群三' }));
    expect(next).toMatchObject({ relation: 'revision', of: told.notice });
  });

  it('is not what repeats the remark', () => {
    const index = createIndex();
    take(index, message({ text: NOTICE }));
    take(
      index,
      message({ text: quoted(CHANGED, '转过来了，都看看，今天下午三点之前一定要弄完交给我') }),
    );
    const other = take(index, message('转过来了，都看看，今天下午三点之前一定要弄完交给我'));
    expect(other.relation).not.toBe('copy');
  });

  it('quoted in its own chat, a known notice is a conversation', () => {
    const index = createIndex();
    take(index, message({ text: NOTICE }));
    expect(take(index, message(quoted(NOTICE, '几点截止？'))).relation).toBe('none');
  });
});
