// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { WordPacks } from '../../components/WordPacks';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/default-settings';
import { useWordPacks } from '../../lib/screens/use-word-packs';
import { accessibilityFaults, control, show } from '../components/screen';
import { LANGUAGES, speak } from '../components/words';

const PACK = {
  format: 'fingerlight-words',
  version: 1,
  name: '街道办常用',
  keywords: ['防汛', '抗旱'],
  senders: ['王主任'],
};

let settings: Settings;

function Screen() {
  const [now, setNow] = useState<Settings>({
    ...DEFAULT_SETTINGS,
    neverFold: { chats: [], keywords: ['防汛'], senders: [] },
  });
  settings = now;
  return <WordPacks {...useWordPacks(now, (change) => setNow((old) => ({ ...old, ...change })))} />;
}

async function choose(root: HTMLElement, text: string): Promise<void> {
  const input = control<HTMLInputElement>(root, '读入词表文件');
  Object.defineProperty(input, 'files', {
    value: [new File([text], 'pack.json')],
    configurable: true,
  });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await Promise.resolve();
  });
}

beforeEach(() => speak('zh_CN'));

test('what a pack adds is shown before it is taken; taken out, everything is as it was', async () => {
  const root = show(<Screen />);
  const before = settings;
  await choose(root, JSON.stringify(PACK));
  await vi.waitFor(() => expect(root.textContent).toContain('词表包“街道办常用”会增加'));
  expect(root.textContent).toContain('不折叠的词语 1 个抗旱');
  expect(root.textContent).toContain('另有 1 个原来就有');
  expect(settings).toBe(before);

  act(() => control(root, '采用').click());
  expect(settings.neverFold).toEqual({
    chats: [],
    keywords: ['防汛', '抗旱'],
    senders: ['王主任'],
  });
  expect(root.querySelector('[role=status]')?.textContent).toContain('已采用');

  act(() => control(root, '移除').click());
  expect(settings).toEqual(before);
});

test('a bad file is told as what it is, and changes nothing', async () => {
  const root = show(<Screen />);
  const before = settings;
  for (const [text, words] of [
    ['{', '不是 JSON'],
    [JSON.stringify({ ...PACK, selectors: {} }), '不认识的内容（selectors）'],
    [JSON.stringify({ ...PACK, version: 9 }), '版本（9）'],
    ['x'.repeat(300_000), '文件太大'],
  ] as const) {
    await choose(root, text);
    await vi.waitFor(() =>
      expect(root.querySelector('[role=status]')?.textContent).toContain(words),
    );
  }
  expect(settings).toBe(before);
  expect(root.textContent).not.toContain('采用');
});

test.each(LANGUAGES)('has no accessibility faults in %s', async (language) => {
  await speak(language);
  const pack = {
    name: '甲',
    keywords: ['防汛'],
    senders: [],
    added: { keywords: [], senders: [] },
  };
  const nothing = () => {};
  const root = show(
    <WordPacks
      packs={[pack]}
      offered={{ name: '乙', keywords: ['抗旱'], senders: [], known: 2 }}
      result={{ ok: false, words: 'x' }}
      {...{ onFile: nothing, onTake: nothing, onDecline: nothing, onDrop: nothing }}
    />,
  );
  expect(await accessibilityFaults(root)).toEqual([]);
});
