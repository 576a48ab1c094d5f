import { describe, expect, it } from 'vitest';
import { createIndex } from '../../lib/detect/notice-index';
import { bytesOf, message, NOTICE, options, take } from './fixtures';
import { FLOODS } from './floods.ts';

const FLOOD = 1500;
/** Bytes of the index a message of a flood, its words and names included; of names alone it has 500 characters. */
const BYTES = 600;
const NAMES_BYTES = 4000;

describe('a flood in one chat', () => {
  it.each(Object.entries(FLOODS))('of %s', (name, flood) => {
    const index = createIndex();
    const settings = options();
    take(index, message({ chat: '别群', text: NOTICE, time: flood(0).time - 1 }));
    const before = bytesOf(index).length;
    for (let at = 0; at < FLOOD; at++) take(index, flood(at), settings);
    const grown = (bytesOf(index).length - before) / FLOOD;
    expect(grown).toBeLessThan(name.includes('500') ? NAMES_BYTES : BYTES);

    // Behind it another chat's messages are judged as without it.
    const time = flood(FLOOD).time;
    const copy = take(index, message({ chat: '三群', text: NOTICE, time }));
    expect(copy).toMatchObject({ relation: 'copy', action: 'fold' });
    const changed = NOTICE.replace('11月5日', '11月6日');
    const later = take(index, message({ chat: '四群', text: changed, time: time + 1 }));
    expect(later).toMatchObject({ relation: 'revision', action: 'mark' });
  });

  it('of edits of one message leaves one version of each', () => {
    const index = createIndex();
    for (let at = 0; at < FLOOD; at++) {
      take(
        index,
        message({ key: 'test:edited', text: NOTICE.replace('11月5日', `11月${(at % 28) + 1}日`) }),
      );
    }
    expect(index.store.parts.rows.count).toBeLessThan(30);
  });
});

describe('a flood of near-copies of a notice', () => {
  it('neither hides the notice nor a change of it', () => {
    const index = createIndex();
    take(index, message({ chat: '别群', text: NOTICE }));
    for (let at = 0; at < FLOOD; at++) {
      take(index, message({ text: `${NOTICE}第${at}组另报${at * 7919}号。` }));
    }
    expect(take(index, message({ chat: '三群', text: NOTICE })).relation).toBe('copy');
    const changed = NOTICE.replace('11月5日', '11月6日');
    expect(take(index, message({ chat: '四群', text: changed })).action).not.toBe('fold');
  });
});
