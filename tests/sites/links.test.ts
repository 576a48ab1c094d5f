// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://contract.example/" }
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../lib/sites/content-hash';
import { sites } from '../../lib/sites/index';
import { onlyLink, type TextLink, textWithLinks } from '../../lib/sites/links';
import type { ReadMessage } from '../../lib/sites/site';
import { judgePair } from '../detect/fixtures';
import { openPage } from './contract';
import { expectedOf, fixturesOf, pageOf } from './fixtures';

const SHEET = 'https://files.example.org/a/sheet.xlsx';

function link(part: Partial<TextLink> = {}): TextLink {
  return { words: '报名表', written: SHEET, url: SHEET, ...part };
}

describe('a text with links', () => {
  it('is a link with its words where they do not show the address', () => {
    expect(textWithLinks('请填写报名表', [link()])).toEqual({
      kind: 'link',
      text: '请填写报名表',
      link: { title: '报名表', url: SHEET },
    });
  });

  it.each([
    ['the address itself', `请看 ${SHEET}`, link()],
    [
      'it without its last slash',
      '请看 https://example.org',
      link({ written: 'https://example.org/' }),
    ],
    [
      'it with letters for signs',
      '请看 https://example.org/台账',
      link({ written: 'https://example.org/%E5%8F%B0%E8%B4%A6' }),
    ],
    ['a place in the page', '见上文', link({ written: '#narrow/near/7' })],
    ['nothing', '见上文', link({ written: '' })],
    ['no web address', '来信', link({ url: 'mailto:a@example.org' })],
  ])('is a text where there is %s', (_, text, one) => {
    expect(textWithLinks(text, [one])).toEqual({ kind: 'text', text });
  });

  it('keeps all of several addresses', () => {
    const other = link({ url: `${SHEET}?2` });
    expect(textWithLinks('两份表', [link(), other]).link?.url).toBe(`${SHEET} ${SHEET}?2`);
  });

  it('is nothing but a link when it says no more', () => {
    expect(onlyLink('报名表', [link()])).not.toBeNull();
    expect(onlyLink('报名表请填', [link()])).toBeNull();
    expect(onlyLink('报名表', [link(), link()])).toBeNull();
  });
});

/** A plain text of one row, long enough to be a notice, that stands once in a fixture of the site. */
function plainText(site: string): {
  page: string;
  expected: ReturnType<typeof expectedOf>;
  words: string;
} {
  for (const name of fixturesOf(site)) {
    const page = pageOf(site, name);
    const expected = expectedOf(site, name);
    for (const row of expected.rows) {
      const read = row as Partial<ReadMessage> | 'error' | null;
      if (read === null || read === 'error' || read.kind !== 'text' || read.own) continue;
      const words = read.text ?? '';
      if (/^[\p{Script=Han}，。]{3,}$/u.test(words) && page.split(`>${words}<`).length === 2)
        return { page, expected, words };
    }
  }
  throw new Error(`no plain text on ${site}`);
}

// Web WeChat draws no words over an address of another.
describe.each(sites.map(({ id }) => id).filter((id) => id !== 'wechat'))('on %s', (id) => {
  const site = sites.find((each) => each.id === id);
  const { page, expected, words } = plainText(id);

  const said = (address: string) => {
    openPage(page.replace(`>${words}<`, `>请填写<a href="${address}">这份表</a>后报送<`), expected);
    const row = site?.rows(document).find((each) => each.textContent?.includes('这份表'));
    const read = row ? site?.read(row) : null;
    if (!read?.text.includes('这份表')) throw new Error('the row was not read');
    return read;
  };

  it('another address behind the same words is not the same message', () => {
    const [one, other] = [said(SHEET), said(`${SHEET}?version=2`)];
    expect(contentHash(one)).not.toBe(contentHash(other));
    expect(contentHash(said(SHEET))).toBe(contentHash(one));
  });
});

describe('a notice with another form behind the same words', () => {
  const TEXT =
    '各社区：请于11月30日17:00前填写报名表并报送街道综合办，逾期不再受理，请务必按时完成。';
  const posted = (url: string) => ({ ...textWithLinks(TEXT, [link({ url })]) });

  it('is no copy, and is read like any other', () => {
    const other = judgePair(posted(SHEET), posted(`${SHEET}?2`));
    expect(other.relation).not.toBe('copy');
    expect(other.deadline).toBe(judgePair(TEXT, TEXT).deadline);
    expect(other.demands).toEqual(judgePair(TEXT, TEXT).demands);
    expect(judgePair(posted(SHEET), posted(SHEET)).relation).toBe('copy');
  });
});
