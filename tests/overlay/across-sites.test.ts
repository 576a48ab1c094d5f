import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS } from '../../lib/default-settings';
import type { Verdict } from '../../lib/detect/types';
import type { Claim } from '../../lib/messages/protocol';
import { type Case, decide } from '../../lib/overlay/decide';
import { barWords, sameAsWords, sightingWords } from '../../lib/overlay/words';

const NAME = '街道工作群';
const NOW = new Date(2026, 10, 5, 12).getTime();
const TIME = new Date(2026, 10, 5, 9, 2).getTime();
const HERE = { site: 'wechat', chat: NAME };

function had(site: string, chat = NAME): Claim {
  return { key: `${site}:1`, site, chat, sender: '张三', time: TIME, hash: 'h', partial: false };
}

beforeEach(() => {
  const text = readFileSync('locales/zh_CN.yml', 'utf8');
  const words = new Map(
    text
      .split('\n')
      .map((line) => [...line.split(/: "?/), ''] as const)
      .map(([key, said]) => [key, said?.replace(/"$/, '') ?? '']),
  );
  fakeBrowser.i18n.getMessage = ((key: string) => words.get(key) ?? '') as never;
});

test('a copy of this very group is told from one in a group of the same name elsewhere', () => {
  expect(sameAsWords(had('wechat'), HERE, NOW)).toBe('与本群 9:02 相同');
  expect(sameAsWords(had('feishu'), HERE, NOW)).toBe('与 飞书 街道工作群 9:02 相同');
  expect(sameAsWords(had('wechat', '网格群'), HERE, NOW)).toBe('与 网格群 9:02 相同');
});

test('a list of copies names another platform, one that the user pointed out in general words', () => {
  expect(sightingWords(had('wechat'), HERE, NOW)).toBe('街道工作群 9:02 张三');
  expect(sightingWords(had('telegram-a'), HERE, NOW)).toBe('Telegram A 街道工作群 9:02 张三');
  expect(sightingWords(had('picked-7'), HERE, NOW)).toBe('另一平台 街道工作群 9:02 张三');
});

test('a group of the same name on another platform counts as a further one', () => {
  const verdict = {
    relation: 'copy',
    action: 'fold',
    notice: 'n',
    guards: [],
    demands: [],
    deadline: null,
    title: '通知',
    reason: 'same',
    changed: [],
  };
  const the: Case = {
    judged: {
      key: 'wechat:9',
      hash: 'h',
      rev: 1,
      done: false,
      verdict: verdict as unknown as Verdict,
    },
    chat: NAME,
    sender: '李四',
    notice: {
      notice: 'n',
      rev: 1,
      title: '通知',
      claims: [],
      copies: [had('wechat'), had('feishu')],
      chats: 2,
      supersededBy: null,
    },
    claims: [had('wechat', '网格群')],
    run: { keys: [], names: [] },
    settings: DEFAULT_SETTINGS,
    now: NOW,
    canFold: true,
  };
  const view = decide(the);
  if (view.show !== 'bar') throw new Error(view.show);
  expect(view.bar.alsoIn.map(({ site }) => site)).toEqual(['feishu']);
  expect(barWords(view.bar, HERE, NOW)).toContain('与 网格群 9:02 相同');
});
