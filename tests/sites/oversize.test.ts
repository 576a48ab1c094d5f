// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://contract.example/" }
import { describe, expect, it } from 'vitest';
import { sites } from '../../lib/sites/index';
import { pageOf } from './fixtures';

/** Words that are the whole text of one row of a fixture. */
const PLACES = [
  { site: 'wechat', fixture: 'measuring', words: '这个群的话', row: 0 },
  { site: 'converse', fixture: 'corrections-and-retractions', words: '收到', row: 2 },
  { site: 'feishu', fixture: 'panel-beside', words: '群里的一条', row: 0 },
  { site: 'lark', fixture: 'panel-beside', words: '群里的一条', row: 0 },
  { site: 'teams', fixture: 'thread-beside', words: '群里的一条', row: 0 },
];

describe.each(PLACES)('a long text on $site', ({ site, fixture, words, row }) => {
  const read = (length: number) => {
    const adapter = sites.find(({ id }) => id === site);
    document.body.innerHTML = pageOf(site, fixture).replace(
      `>${words}<`,
      `>${'字'.repeat(length)}<`,
    );
    const element = adapter?.rows(document)[row];
    return element ? adapter?.read(element) : undefined;
  };

  it('is read whole, as long as it may be', () => {
    const message = read(20_000);
    expect(message?.text).toHaveLength(20_000);
    expect(message?.oversize).toBeUndefined();
  });

  it('is cut when it is longer, and says so: it is never folded', () => {
    const message = read(20_001);
    expect(message?.text).toHaveLength(20_000);
    expect(message?.oversize).toBe(true);
  });
});
