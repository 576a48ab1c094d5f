import { describe, expect, it } from 'vitest';
import { expire } from '../../lib/detect/expire';
import { judge, withAttachments } from '../../lib/detect/judge';
import { isAlike, isLook } from '../../lib/detect/look';
import { createIndex, forget, type NoticeIndex, settled } from '../../lib/detect/notice-index';
import { withLook } from '../../lib/detect/picture-memory';
import type { Message } from '../../lib/detect/types';
import { DAY, HOUR, MONDAY, message, options, restarted, take } from './fixtures';

const SECOND = 1000;
const FORM = '00ff3c18e7c3811c 200x150';
/** Five bits away: the form with another date in one line. */
const FORM_CHANGED = '00ff3c18e7c38103 200x150';
/** Seven bits away. */
const FORM_REPLACED = '00ff3c18e7c3fe1c 200x150';
const PHOTO = 'ff00c3e7183c7ee3 200x150';
const TEXT = '各社区：冬季防火检查安排见下图，请按图中时间提前备好台账，检查组不再另行通知各单位。';

function picture(image: Message['image'], part: Partial<Message> = {}): Message {
  return message({ kind: 'image', sender: '张三', ...(image && { image }), ...part });
}

const far = { chat: '群二', sender: '李四', time: MONDAY + HOUR };

describe('looks', () => {
  it.each<[string, string, string, boolean]>([
    ['the same', FORM, FORM, true],
    ['a few bits apart', FORM, FORM_CHANGED, true],
    ['more bits apart', FORM, FORM_REPLACED, false],
    ['another picture', FORM, PHOTO, false],
    ['scaled', FORM, FORM.replace('200x150', '120x90'), true],
    ['scaled, a side rounded', FORM, FORM.replace('200x150', '133x99'), true],
    ['of another shape', FORM, FORM.replace('200x150', '150x200'), false],
    ['of almost its shape', FORM, FORM.replace('200x150', '200x156'), false],
    ['malformed', FORM, 'x', false],
    ['without a size', FORM.replace('200x150', '0x0'), FORM.replace('200x150', '0x0'), false],
  ])('%s', (_, one, other, expected) => {
    expect(isAlike(one, other)).toBe(expected);
    expect(isAlike(other, one)).toBe(expected);
  });

  it('are told from other texts', () => {
    expect([FORM, PHOTO].every(isLook)).toBe(true);
    expect(['', FORM.slice(1), `${FORM}0000`, FORM.toUpperCase()].some(isLook)).toBe(false);
  });
});

describe('a picture by itself', () => {
  const known = (image: Message['image']) => {
    const index = createIndex();
    take(index, picture(image));
    return index;
  };

  it('of the same key is the same, whatever is known of its look', () => {
    for (const image of [
      { key: 'a' },
      { key: 'a', look: FORM },
      { key: 'a', look: FORM_CHANGED },
    ]) {
      const verdict = judge(known({ key: 'a', look: FORM }), picture(image, far), options());
      expect(verdict).toMatchObject({ relation: 'copy', action: 'fold', title: '[图片]' });
    }
  });

  it('of the same key that looks otherwise is never folded: the key is not believed', () => {
    const copy = picture({ key: 'a', look: PHOTO }, far);
    const verdict = judge(known({ key: 'a', look: FORM }), copy, options());
    expect(verdict).toMatchObject({ relation: 'copy', guards: ['attachment'], action: 'mark' });
  });

  it.each<[string, Message['image'], Message['image'], string]>([
    ['no keys', { look: FORM }, { look: FORM }, 'none'],
    ['no keys, one line changed', { look: FORM }, { look: FORM_CHANGED }, 'none'],
    ['a key on one side', { key: 'a', look: FORM }, { look: FORM }, 'none'],
    ['a key on the other side', { look: FORM }, { key: 'a', look: FORM }, 'new'],
    ['other keys', { key: 'a', look: FORM }, { key: 'b', look: FORM }, 'new'],
  ])('that only looks the same is called similar and stays: %s', (_, first, second, relation) => {
    const verdict = judge(known(first), picture(second, far), options());
    expect(verdict).toMatchObject({
      relation,
      of: null,
      reason: 'similar-picture',
      action: 'show',
    });
  });

  it('that looks otherwise is called nothing', () => {
    for (const image of [
      { look: PHOTO },
      { key: 'b', look: PHOTO },
      {},
      undefined,
      { look: 'x' },
    ]) {
      const verdict = judge(known({ key: 'a', look: FORM }), picture(image, far), options());
      expect([verdict.reason, verdict.action]).not.toContain('similar-picture');
      expect(verdict.action).toBe('show');
    }
  });

  it('is not similar to itself, told again', () => {
    const index = createIndex();
    const one = picture({ look: FORM });
    const verdict = take(index, one);
    expect(judge(index, one, options()).reason).toBe('placeholder');
    expect(withLook(index.pictures, one, verdict)).toBe(verdict);
  });
});

describe('a text with a picture', () => {
  /** The text and its picture in one group, then in another; the verdict on the second text when all has come. */
  function forwarded(first: Message['image'], second: Message['image'], restart = same) {
    const before = createIndex();
    take(before, message({ text: TEXT, sender: '张三' }));
    take(before, picture(first, { time: MONDAY + 5 * SECOND }));
    const index = restart(before);
    const copy = message({ ...far, text: TEXT });
    const verdict = take(index, copy);
    const followed = picture(second, { ...far, time: far.time + 5 * SECOND });
    const told = settled(index, followed).find(({ id }) => id === copy.key);
    take(index, followed);
    return told ? withAttachments(verdict, told.sameAttachments) : verdict;
  }

  const same = (index: NoticeIndex) => index;

  it.each([
    ['in one run', same],
    ['over a restart', restarted],
  ])('folds with the same picture only, %s', (_, restart) => {
    const cases: [Message['image'], Message['image'], string][] = [
      [{ key: 'a', look: FORM }, { key: 'a', look: FORM }, 'fold'],
      [{ key: 'a' }, { key: 'a' }, 'fold'],
      [{ key: 'a', look: FORM }, { key: 'b', look: FORM_CHANGED }, 'mark'],
      [{ look: FORM }, { look: FORM }, 'mark'],
      [{ look: FORM }, { look: FORM_CHANGED }, 'mark'],
      [{ look: FORM }, { look: PHOTO }, 'mark'],
      [{ key: 'a', look: FORM }, { look: FORM }, 'mark'],
      [undefined, undefined, 'mark'],
    ];
    for (const [first, second, action] of cases) {
      expect([first, second, forwarded(first, second, restart).action]).toEqual([
        first,
        second,
        action,
      ]);
    }
  });

  it('in one message is no copy of that text with what only looks like its picture', () => {
    for (const second of [{ look: FORM }, { key: 'b', look: FORM }, undefined]) {
      const index = createIndex();
      take(index, message({ text: TEXT, image: { look: FORM } }));
      const later = message({ ...far, text: TEXT, ...(second && { image: second }) });
      expect(judge(index, later, options()).action).not.toBe('fold');
    }
  });
});

describe('what is remembered of looks', () => {
  const reasonOf = (index: NoticeIndex) =>
    judge(index, picture({ look: FORM }, far), options()).reason;

  it('outlives a snapshot', () => {
    const index = createIndex();
    take(index, picture({ look: FORM }));
    expect(reasonOf(restarted(index))).toBe('similar-picture');
  });

  it('is nothing in a snapshot of before looks were kept', () => {
    const index = createIndex();
    Reflect.deleteProperty(index, 'pictures');
    expect(reasonOf(restarted(index))).toBe('placeholder');
  });

  it('goes with its message, and with time', () => {
    const one = picture({ look: FORM });
    const index = createIndex();
    take(index, one);
    expire(index, MONDAY - DAY);
    expect(reasonOf(index)).toBe('similar-picture');
    forget(index, one.key);
    expect(reasonOf(index)).toBe('placeholder');
    take(index, one);
    expire(index, MONDAY + DAY);
    expect(reasonOf(index)).toBe('placeholder');
  });

  it('is no more than the pictures of about a day', () => {
    const index = createIndex();
    for (let count = 0; count < 500; count++) take(index, picture({ look: PHOTO }));
    expect(index.pictures.length).toBeLessThan(500);
  });
});
