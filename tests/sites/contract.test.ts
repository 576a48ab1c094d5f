// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://contract.example/" }
import { describe, expect, it } from 'vitest';
import { sites } from '../../lib/sites/index';
import { contractFaults } from './contract';
import { expectedOf, fixturesOf, pageOf } from './fixtures';

// The same is asked of every adapter in Chromium and in Firefox: tests/e2e/contract.
describe.each(sites.map((site) => ({ site, name: site.id })))('adapter $name', ({ site, name }) => {
  it('has fixtures', () => expect(fixturesOf(name).length).toBeGreaterThan(0));

  it.each(fixturesOf(name))('keeps its contract on %s', (fixture) => {
    const faults = contractFaults(site, pageOf(name, fixture), expectedOf(name, fixture));
    expect(faults).toEqual([]);
  });
});

describe('the contract catches', () => {
  const [site] = sites;
  const page = pageOf('wechat', 'every-kind');
  const expected = expectedOf('wechat', 'every-kind');

  it.each([
    ['a row read wrong', { read: () => null }, /reads every row/],
    ['a page that is changed', { openChat: sullied }, /leaves the page|reads the chat/],
    ['a row that is not found', { rowOf: () => null }, /finds the row/],
    ['a transcript without a scroller', { scroller: () => null }, /scroller/],
  ])('%s', (_, broken, words) => {
    if (!site) throw new Error('no site');
    expect(contractFaults({ ...site, ...broken }, page, expected).join('\n')).toMatch(words);
  });

  function sullied() {
    document.body.dataset.read = 'yes';
    return null;
  }
});
