// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { PickedSites } from '../../components/PickedSites';
import { PointOut } from '../../components/PointOut';
import { accessibilityFaults, show } from './screen';
import { LANGUAGES, speak } from './words';

const SITE = {
  id: 'picked-abc1',
  name: '镇工作群',
  hosts: ['chat.example.org'],
  isMarkedOnly: true,
};
const NOTHING = { onDelete: () => {}, onExport: () => {}, onImport: () => {} };

describe.each(LANGUAGES)('pointed out by hand, in %s', (language) => {
  beforeEach(() => speak(language));

  test('the settings list it without accessibility faults, and every button names its site', async () => {
    const onDelete = vi.fn();
    const onExport = vi.fn();
    const root = show(
      <PickedSites sites={[SITE]} result="" {...NOTHING} onDelete={onDelete} onExport={onExport} />,
    );
    expect(await accessibilityFaults(root)).toEqual([]);
    const [send, remove] = root.querySelectorAll('button');
    for (const button of [send, remove])
      expect(button?.getAttribute('aria-label')).toContain(SITE.name);
    send?.click();
    remove?.click();
    expect(onExport).toHaveBeenCalledWith(SITE.id);
    expect(onDelete).toHaveBeenCalledWith(SITE.id);
  });

  test('a file that is chosen is handed over', () => {
    const onImport = vi.fn();
    const root = show(<PickedSites sites={[]} result="" {...NOTHING} onImport={onImport} />);
    const input = root.querySelector('input');
    const file = new File(['{}'], 'a.json');
    Object.defineProperty(input, 'files', { value: [file] });
    input?.dispatchEvent(new Event('change', { bubbles: true }));
    expect(onImport).toHaveBeenCalledWith(file);
  });

  test('the popup says when what was pointed out finds nothing, and offers to do it again', async () => {
    const onPoint = vi.fn();
    const root = show(<PointOut isKnown isLost trouble={null} onPoint={onPoint} />);
    expect(await accessibilityFaults(root)).toEqual([]);
    expect(root.querySelectorAll('.note')[0]?.textContent).not.toBe('');
    root.querySelector('button')?.click();
    expect(onPoint).toHaveBeenCalledOnce();
  });

  test.each(['refused', 'not-a-page'] as const)('what went wrong is said: %s', (trouble) => {
    const root = show(
      <PointOut isKnown={false} isLost={false} trouble={trouble} onPoint={() => {}} />,
    );
    expect(root.querySelector('[role="status"]')?.textContent).not.toBe('');
  });
});
