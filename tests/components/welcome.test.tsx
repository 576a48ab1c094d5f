// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { WelcomeScreen } from '../../components/WelcomeScreen';
import { accessibilityFaults, control, show } from './screen';
import { LANGUAGES, speak } from './words';

const nothing = () => {};

beforeEach(() => speak('zh_CN'));

test.each(LANGUAGES)('the first-run page in %s has no accessibility faults', async (language) => {
  await speak(language);
  const warn = vi.spyOn(console, 'warn');
  const root = show(
    <WelcomeScreen
      office={null}
      saveFailed={false}
      started={null}
      onStart={nothing}
      onOpenOptions={nothing}
    />,
  );
  expect(await accessibilityFaults(root)).toEqual([]);
  expect(warn).not.toHaveBeenCalled();
});

test('it says what is read, kept and never done before anything can be started', () => {
  const root = show(
    <WelcomeScreen
      office={null}
      saveFailed={false}
      started={null}
      onStart={nothing}
      onOpenOptions={nothing}
    />,
  );
  const text = root.textContent ?? '';
  const start = text.indexOf('选一种方式开始');
  for (const words of [
    '读什么',
    '留什么',
    '绝不做什么',
    '不联网',
    '不给人排名',
    '随时可以导出或清除',
  ]) {
    expect(text.slice(0, start)).toContain(words);
  }
  expect(text).toContain('在您选择之前，不读取任何消息');
});

test('either way can be chosen, and it says that it has started', () => {
  const onStart = vi.fn();
  const root = show(
    <WelcomeScreen
      office={null}
      saveFailed={false}
      started={null}
      onStart={onStart}
      onOpenOptions={nothing}
    />,
  );
  control(root, '只标记').click();
  control(root, '折叠').click();
  expect(onStart.mock.calls).toEqual([['mark'], ['fold']]);

  const after = show(
    <WelcomeScreen
      office={null}
      saveFailed={false}
      started="mark"
      onStart={onStart}
      onOpenOptions={nothing}
    />,
  );
  expect(after.querySelector('[role=status]')?.textContent).toContain('已开始');
  expect(control(after, '只标记').getAttribute('aria-pressed')).toBe('true');
  expect(control(after, '折叠').getAttribute('aria-pressed')).toBe('false');
});

test('where the office has set a mode to begin with, that is a way to start, too', () => {
  const onStart = vi.fn();
  const root = show(
    <WelcomeScreen
      office="mark"
      saveFailed={false}
      started={null}
      onStart={onStart}
      onOpenOptions={nothing}
    />,
  );
  control(root, '按单位设置开始（只标记）').click();
  expect(onStart).toHaveBeenCalledWith('office');
});

test('a choice that could not be saved says so and that nothing has begun', () => {
  const root = show(
    <WelcomeScreen
      office={null}
      started={null}
      saveFailed={true}
      onStart={nothing}
      onOpenOptions={nothing}
    />,
  );
  expect(root.querySelector('[role=status]')?.textContent).toContain('没有保存：');
});
