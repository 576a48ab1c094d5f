import { describe, expect, it } from 'vitest';
import { judgePair, NOTICE } from './fixtures';

const TRUE = `${NOTICE.replace('11月5日', '11月1日')}每村20人，请自带📱，停车场A区、P区开放，十月五日前试填。`;

function changed(from: string, to: string): string {
  expect(TRUE).toContain(from);
  return TRUE.replace(from, to);
}

/** What a reader takes for something else than the letters say, or the letters for something else than a reader: [what, from, to]. */
const READS_OTHERWISE: [string, string, string][] = [
  ['an override that turns 01 into 10', '11月1日', '11月\u202e01\u202c日'],
  ['an isolate that turns figures round', '11月1日', '11月\u206701\u2069日'],
  ['an embedding that turns figures round', '17:00', '\u202b17:00\u202c'],
  ['a mark of direction within a time', '17:00', '17\u200f:00'],
  ['an Arabic mark of direction within a time', '17:00', '17\u061c:00'],
  ['Arabic letters and an override to the right', '陈立', '陈立ب\u202d'],
  ['a figure in circles', '11月1日', '11月⑪日'],
  ['a figure of another script', '11月1日', '11月٢日'],
  ['a figure as wide as a letter', '11月1日', '11月２日'],
  ['a figure of mathematics', '11月1日', '11月𝟐日'],
  ['a figure on a key', '11月1日', '11月2️⃣日'],
  ['a Roman figure', '11月1日', '11月Ⅱ日'],
  ['a raised figure', '11月1日', '11月1²日'],
  ['a sign for a day', '11月1日', '11月㏡'],
  ['a sign for a month', '11月1日', '㋋1日'],
  ['a figure that is hidden by a joiner', '11月1日', '11月1\u200d1日'],
  ['a figure that is hidden by a soft hyphen', '11月1日', '11月1\u00ad1日'],
  ['a figure that is crossed out', '11月1日', '11月1\u0336日'],
  ['a letter like a nought', '17:00', '17:OO'],
  ['a letter like a one', '11月1日', '11月l日'],
  ['a Cyrillic letter', 'aqk2026', 'аqk2026'],
  ['a ring for a nought', '11月1日', '11月1○日'],
  ['a button for a nought', '11月1日', '11月1🔘日'],
  ['the letter of a blood group for a nought', '11月1日', '11月1🅾日'],
  ['a stroke for a one', '20人', '㇑20人'],
  ['a bar for a one', '20人', '|20人'],
  ['a line of a box for a one', '20人', '│20人'],
  ['an old figure for a one', '20人', '〡20人'],
  ['a stroke for "一"', '十月五日', '十㇐月五日'],
  ['an old figure for "五"', '20人', '20〥人'],
  ['a letter of a flag', 'A区', '🇧区'],
  ['a letter in a box', 'P区', '🆎区'],
  ['no telephone', '📱', '📵'],
  ['no smoking', '请自带📱', '🚭请自带📱'],
  ['a blank of no form within a number', '每村20人', '每村2\u31640人'],
  ['the entity of a figure', '11月1日', '11月&#50;日'],
  ['a Katakana like "八"', '三楼', 'ハ楼'],
  ['a radical', '三楼', '⼆楼'],
];

describe('letters that are read otherwise than they are written', () => {
  it.each(READS_OTHERWISE)('%s is no copy of the true notice', (_, from, to) => {
    const verdict = judgePair(TRUE, changed(from, to));
    expect(verdict.relation, JSON.stringify(verdict)).not.toBe('copy');
    expect(verdict.action).not.toBe('fold');
  });

  it.each(READS_OTHERWISE)('%s, posted first, folds the true notice not', (_, from, to) => {
    const verdict = judgePair(changed(from, to), TRUE);
    expect(verdict.relation, JSON.stringify(verdict)).not.toBe('copy');
    expect(verdict.action).not.toBe('fold');
  });
});

/** Dressing that changes nothing of what is read: whoever puts it on dodges nothing. [what, from, to] */
const READS_ALIKE: [string, string, string][] = [
  ['blanks of no width', '城管科', '城\u200b管\u2060科\ufeff'],
  ['a soft hyphen', '城管科', '城\u00ad管科'],
  ['variation selectors', '城管科', '城\ufe00管\u{e0100}科'],
  ['letters of tags', '城管科', '城管科\u{e0041}\u{e0042}'],
  ['a mark of direction from left to right', '17:00', '\u200e17:00\u200e'],
  ['an isolate of its own direction', '陈立', '\u2068陈立\u2069'],
  ['half of a broken character', '城管科', '城管\ud800科'],
  ['figures as wide as letters', '11月1日', '１１月１日'],
  ['figures of mathematics', '11月1日', '𝟏𝟏月𝟏日'],
  ['a figure on a key', '11月1日', '11月1️⃣日'],
  ['a radical that is the same word', '11月1日', '11月1⽇'],
  ['a flag', '城管科', '城管科🇨🇳'],
  ['rows of strokes', '城管科', '━━━━城管科━━━━'],
];

describe('dressing that nobody sees', () => {
  it.each(READS_ALIKE)('%s leave a copy a copy', (_, from, to) => {
    expect(judgePair(TRUE, changed(from, to))).toMatchObject({ relation: 'copy', action: 'fold' });
  });
});

describe('news in the guise of an answer', () => {
  const answer = (quoted: string) => `「王主任：${quoted}」\n- - - - - - - - - - - - - - -\n收到`;

  it.each([
    ['a notice that nobody has had', NOTICE.replace('隐患排查', '用电安全')],
    ['a change of a notice', NOTICE.replace('11月5日', '11月3日')],
    ['a change in a few words', '报送时间改为11月3日'],
    ['a meeting in a few words', '明天上午9点全体到会'],
  ])('%s stands in a quotation: it stays open', (_, quoted) => {
    const verdict = judgePair(NOTICE, answer(quoted));
    expect(verdict.isReply).toBe(true);
    expect(verdict.action).not.toBe('fold');
  });

  it.each([
    ['the notice itself', NOTICE],
    ['words without news', '大家辛苦了，继续加油'],
  ])('%s in a quotation: it folds as any answer', (_, quoted) => {
    expect(judgePair(NOTICE, answer(quoted))).toMatchObject({ isReply: true, action: 'fold' });
  });

  const LIST = '#接龙\n报名参加周六义务植树\n1. 张三';

  it.each([
    ['below a list', `${LIST}\n2. 李四\n\n植树改到11月9日上午，请带铁锹`],
    [
      'in an entry of a list',
      `${LIST}\n2. 李四${'，植树改到11月9日上午在南山脚下集合，请自带铁锹和水桶'.repeat(3)}`,
    ],
    [
      'behind many entries',
      `${LIST}\n${Array.from({ length: 400 }, (_, at) => `${at + 2}. 村民${at}家`).join('\n')}\n植树改到11月9日上午`,
    ],
  ])('%s: it stays open', (_, grown) => {
    const verdict = judgePair(LIST, grown);
    expect(verdict).toMatchObject({ isReply: true, reason: 'relay-update' });
    expect(verdict.action).not.toBe('fold');
  });

  it('a list that has grown folds', () => {
    const grown = `${LIST}\n2. 李四 两人\n3. 石桥村三组王五 13800001234\n`;
    expect(judgePair(LIST, grown)).toMatchObject({ isReply: true, action: 'fold' });
  });
});
