// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://contract.example/" }
import { afterEach, describe, expect, it } from 'vitest';
import { whatsapp } from '../../lib/sites/whatsapp';
import { clockIn } from '../../lib/sites/whatsapp-time';
import { openPage, readOrError } from './contract';
import { expectedOf, pageOf } from './fixtures';

const ROOT = document.documentElement;

function rowOf(which: number, page = 'every-kind', change = (html: string) => html): HTMLElement {
  openPage(change(pageOf('whatsapp', page)), expectedOf('whatsapp', page));
  const row = whatsapp.rows(document)[which];
  if (!row) throw new Error('no row');
  return row;
}

afterEach(() => {
  ROOT.removeAttribute('lang');
  ROOT.removeAttribute('dir');
});

describe('the hour', () => {
  it.each([
    ['12:00 AM', '0:00'],
    ['12:59 a.m.', '0:59'],
    ['12:00\u202fPM', '12:00'],
    ['\u200e9:02\u00a0pm', '21:02'],
    ['上午12:05', '0:05'],
    ['下午 12:05', '12:05'],
    ['0:05', '0:05'],
    ['23.59', '23:59'],
    ['24:00', null],
    ['9:60', null],
    ['凌晨1:05', null],
    ['晚上9:05', null],
    ['오후 9:02', null],
    ['已编辑', null],
    ['', null],
  ])('%s', (shown, clock) => expect(clockIn(shown)).toBe(clock));
});

describe('a day that can be read in two ways', () => {
  const isTold = (stamp: string) => {
    const row = rowOf(1, 'every-kind', (html) =>
      html.replaceAll('2026/11/5', stamp).replace('2026年11月5日', '某天'),
    );
    const { time, clock } = whatsapp.read(row) ?? {};
    expect(clock).toBe('21:02');
    return time === undefined ? null : new Date(time).getMonth() + 1;
  };

  it.each([
    ['', null],
    ['en', null],
    ['en-US', null],
    ['es', null],
    ['pt', 11],
    ['pt-BR', 11],
    ['pta', null],
    ['it', 11],
  ])('in a page of the language "%s"', (language, month) => {
    ROOT.lang = language;
    expect(isTold('5/11/2026')).toBe(month);
  });

  it.each([
    ['31/02/2026', null],
    ['5/11/1448', null],
    ['15/13/2026', null],
    ['2026/13/5', null],
    ['11-5-26', null],
  ])('%s is no day', (stamp, month) => expect(isTold(stamp)).toBe(month));
});

describe('whose it is', () => {
  it('is not told by tails where a page is written from the right', () => {
    const bare = (html: string) => html.replaceAll(' x1cy8zhl', '').replaceAll(' xuk3077', '');
    expect(whatsapp.read(rowOf(1, 'every-kind', bare))?.own).toBe(false);
    ROOT.dir = 'rtl';
    expect(readOrError(whatsapp, rowOf(1, 'every-kind', bare))).toBe('error');
    expect(whatsapp.read(rowOf(10, 'every-kind', bare))?.own).toBe(true);
  });

  it('is not told by marks that differ', () => {
    const row = rowOf(1, 'every-kind', (html) => html.replaceAll('tail-in', 'tail-out'));
    expect(readOrError(whatsapp, row)).toBe('error');
  });
});

describe('the chat', () => {
  const openWith = (change: (html: string) => string) => {
    openPage(change(pageOf('whatsapp', 'one-to-one')), expectedOf('whatsapp', 'one-to-one'));
    return whatsapp.openChat(document);
  };

  it('is none without a name, and none of two', () => {
    expect(openWith((html) => html.replace(/(header-chat-title">)李四/, '$1'))).toBeNull();
    const second = '<div data-testid="conversation-panel-messages"></div><footer';
    expect(openWith((html) => html.replace('<footer', second))).toBeNull();
    expect(whatsapp.rows(document)).toEqual([]);
  });

  it('of two is no group for what is said of the other', () => {
    for (const said of [
      '昨天, 21:02',
      '最后上线于5.11.2026, 21.02',
      '在线',
      '李四, ',
      '正在输入…',
      '',
    ]) {
      const chat = openWith((html) => html.replaceAll('今天下午9:01在线', said));
      expect(chat?.name).toBe('李四');
      if (said !== '李四, ') expect(chat?.isGroup).toBe(false);
    }
  });
});
