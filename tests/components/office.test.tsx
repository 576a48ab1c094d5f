// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { PopupScreen } from '../../components/PopupScreen';
import { DEFAULT_SETTINGS, NO_OFFICE, type OfficeSettings } from '../../lib/default-settings';
import { open } from './options-bench';
import { HEALTH, POPUP } from './samples';
import { accessibilityFaults, control, show } from './screen';
import { LANGUAGES, speak } from './words';

beforeEach(() => speak('zh_CN'));

const OFFICE = {
  defaultMode: 'mark' as const,
  sitesOff: ['whatsapp', 'https://chat.example.org/*'],
  neverFold: ['防汛'],
};

function optionsWith(office: OfficeSettings): HTMLElement {
  return open({ settings: { ...DEFAULT_SETTINGS, office } }).root;
}

function textOf(root: HTMLElement): string {
  return root.textContent?.replace(/\s+/g, ' ') ?? '';
}

describe.each(LANGUAGES)('what an office has set, in %s', (language) => {
  beforeEach(() => speak(language));

  test('is told without accessibility faults', async () => {
    const popup = {
      ...POPUP,
      office: OFFICE,
      health: { ...HEALTH, status: 'off' as const },
      missingAccess: { hosts: ['wx.qq.com'], isRefused: true, onAllow() {} },
    };
    expect(await accessibilityFaults(show(<PopupScreen {...popup} />))).toEqual([]);
    expect(await accessibilityFaults(optionsWith(OFFICE))).toEqual([]);
  });
});

describe('the settings', () => {
  test('show everything that an office has set, and offer no way to change it', () => {
    const part = optionsWith(OFFICE).querySelector<HTMLElement>('.office');
    for (const words of ['只标记', 'WhatsApp', 'https://chat.example.org/*', '防汛']) {
      expect(part && textOf(part)).toContain(words);
    }
    expect(part?.querySelectorAll('input, textarea, button, select')).toHaveLength(0);
  });

  test('have no such part where nothing is set', () => {
    expect(optionsWith(NO_OFFICE).querySelector('.office')).toBeNull();
  });
});

describe('the popup', () => {
  const mode = '这是单位设的初始方式';

  test('says that the mode is the office’s for as long as it is', () => {
    expect(textOf(show(<PopupScreen {...POPUP} office={OFFICE} />))).toContain(mode);
    const chosen = { ...OFFICE, defaultMode: null };
    expect(textOf(show(<PopupScreen {...POPUP} office={chosen} />))).not.toContain(mode);
  });

  test('says where the office has switched a site off, and offers nothing there', () => {
    const health = { ...HEALTH, status: 'off' as const };
    const pointOut = { isKnown: false, isLost: false, trouble: null, onPoint() {} };
    const root = show(<PopupScreen {...POPUP} health={health} pointOut={pointOut} />);
    expect(textOf(root)).toContain('单位已关闭对这个平台的处理');
    expect(root.querySelector('.point-out')).toBeNull();
  });

  test('says which pages the browser withholds, and asks within the click', () => {
    const onAllow = vi.fn();
    const missingAccess = { hosts: ['wx.qq.com', 'feishu.cn'], isRefused: false, onAllow };
    const root = show(<PopupScreen {...POPUP} missingAccess={missingAccess} />);
    expect(textOf(root)).toContain('wx.qq.com、feishu.cn');
    control(root, '允许读取').click();
    expect(onAllow).toHaveBeenCalledOnce();
    expect(textOf(show(<PopupScreen {...POPUP} />))).not.toContain('没有允许指轻读取');
  });
});
