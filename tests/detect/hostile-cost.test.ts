import { describe, expect, it } from 'vitest';
import { isLead } from '../../lib/detect/lead-words.ts';
import { hostileText, pieceTexts } from './hostile-texts.ts';
import { costOf } from './judging-cost.ts';

const CHARACTERS = 10_000;
/** Processor time, ms. */
const MOST = 50;
/** Of a search over more (`npm run attack:judge`) each run of the tests sees these. */
const SEEDS = 60;

describe('a text made to hold up the judge', () => {
  it(`of ${CHARACTERS} characters is judged in ${MOST} ms`, () => {
    // What is compiled by now costs less.
    for (let seed = 1; seed < 20; seed++) costOf(hostileText(seed, 2000), 1);
    const texts = [
      ...pieceTexts(CHARACTERS),
      ...Array.from({ length: SEEDS }, (_, at) => hostileText(at + 1, CHARACTERS)),
    ];
    const slow = texts.filter((text) => costOf(text, 1) > MOST && costOf(text, 8) > MOST);
    expect(slow.map((text) => text.slice(0, 40))).toEqual([]);
  });

  // Found by the search: as one pattern it was tried in more ways than could ever be told.
  it('that could be parted in very many ways is read in one', () => {
    const parts = `${'改为'.repeat(100)}${'['.repeat(200)}${'#接龙\n1. 张三\n'.repeat(30)}`;
    expect(costOf(parts, 3)).toBeLessThan(MOST);
    const start = process.cpuUsage();
    expect(isLead(`${'用'.repeat(60)}${'['.repeat(20)}`)).toBe(false);
    expect(isLead(`${'用手机'.repeat(5)}现场`)).toBe(true);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(MOST);
  });

  it.each([100_000, 1_000_000])('of %d characters costs no more than one at the cap', (length) => {
    for (const text of [' ', '1', '年月日', '（', '@a ', '收到\n'].map((piece) =>
      piece.repeat(length),
    )) {
      expect(costOf(text.slice(0, length), 8)).toBeLessThan(MOST);
    }
  });
});
