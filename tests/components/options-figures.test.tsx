// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, NUMBER_BOUNDS } from '../../lib/default-settings';
import { open } from './options-bench';
import { control, type } from './screen';
import { speak } from './words';

beforeEach(() => speak('zh_CN'));

test.each([
  ['比对期限', 'windowDays'],
  ['明细保留', 'retentionDays'],
  ['摘要长度', 'excerptLength'],
  ['每天从几点算起', 'dayStartHour'],
] as const)('the field “%s” takes just what the settings take', (label, name) => {
  const { min, max } = NUMBER_BOUNDS[name];
  const inner = DEFAULT_SETTINGS[name] === min ? max : min;
  for (const [value, expected] of [
    [min - 1, []],
    [max + 1, []],
    [inner, [[{ [name]: inner }]]],
  ] as const) {
    const { root, onChange } = open();
    const field = control<HTMLInputElement>(root, label);
    type(field, String(value));
    field.dispatchEvent(new FocusEvent('blur'));
    expect(onChange.mock.calls).toEqual(expected);
  }
});

test('the start of the day says that what is stored stays, and that notices mean the calendar', () => {
  const field = control<HTMLInputElement>(open().root, '每天从几点算起');
  expect(field.value).toBe('4');
  const hint = document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent;
  for (const words of ['已经记下的日期不变', '仍按日历']) expect(hint).toContain(words);
});

test('an own pace replaces a default; the default again takes it away', () => {
  const { root, onChange } = open({
    settings: { ...DEFAULT_SETTINGS, pace: { secondsPerReply: 4 } },
  });
  for (const [label, value] of [
    ['阅读速度', '300'],
    ['阅读速度', '0'],
    ['翻看一条跟帖', '2'],
  ] as const) {
    const field = control<HTMLInputElement>(root, label);
    type(field, value);
    field.dispatchEvent(new FocusEvent('blur'));
  }
  control(root, '恢复默认值').click();
  expect(onChange.mock.calls).toEqual([
    [{ pace: { secondsPerReply: 4, charactersPerMinute: 300 } }],
    [{ pace: {} }],
    [{ pace: {} }],
  ]);
});

test('every default of the pace is printed with its source or the word assumption', () => {
  const { root } = open();
  const hints = ['阅读速度', '看一眼重复的文件、图片或链接', '翻看一条跟帖'].map((label) => {
    const field = control(root, label);
    return document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent;
  });
  expect(hints[0]).toContain('IReST');
  expect(hints.slice(1)).toEqual(['默认 3（假定值）', '默认 2（假定值）']);
});
