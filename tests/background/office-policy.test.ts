import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followOffice, officeFrom } from '../../lib/background/office-policy';
import { NO_OFFICE } from '../../lib/default-settings';
import { loadSettings, OFFICE_KEY, saveSettings, watchSettings } from '../../lib/settings';

const managed = vi.fn<() => Promise<unknown>>();

beforeEach(() => {
  fakeBrowser.reset();
  managed.mockReset().mockResolvedValue({});
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(managed as never);
});

const SET = { defaultMode: 'mark', sitesOff: ['wechat'], neverFold: ['防汛'] };

async function copied(): Promise<unknown> {
  return (await fakeBrowser.storage.local.get(OFFICE_KEY))[OFFICE_KEY];
}

describe('of a policy', () => {
  test('three things are taken', () => {
    expect(officeFrom(SET)).toEqual(SET);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'fold'],
    ['a list', ['fold']],
    ['other names', { mode: 'off', upload: 'https://example.org', collect: true }],
    ['a mode that is none', { defaultMode: 'delete' }],
    ['a mode of another kind', { defaultMode: ['off'] }],
    ['an object for a list', { sitesOff: { 0: 'wechat' }, neverFold: { 0: '防汛' } }],
    ['entries that are no texts', { sitesOff: [1, null, {}], neverFold: [1, null, ['防汛']] }],
    ['empty and endless words', { neverFold: ['', '  ', '长'.repeat(201)] }],
    ['what is no site', { sitesOff: ['*', '<all_urls>', 'WeChat!', 'ftp://a/*', 'https://a'] }],
    ['names of every object', JSON.parse('{"__proto__": {"defaultMode": "off"}}')],
  ])('%s changes nothing', (_, policy) => {
    expect(officeFrom(policy)).toEqual(NO_OFFICE);
  });

  test('one wrong value takes no other with it', () => {
    expect(officeFrom({ ...SET, defaultMode: 7 })).toEqual({ ...SET, defaultMode: null });
    expect(officeFrom({ ...SET, sitesOff: ['wechat', 7] })).toEqual(SET);
    expect(officeFrom({ ...SET, neverFold: ['防汛', '防汛', ' 防汛 '] })).toEqual(SET);
  });

  test('no more than 500 entries of a list are taken', () => {
    const neverFold = Array.from({ length: 600 }, (_, at) => `词${at}`);
    expect(officeFrom({ neverFold }).neverFold).toHaveLength(500);
  });
});

describe('the copy that pages read', () => {
  test('is made when the background starts, and again when the policy changes', async () => {
    managed.mockResolvedValue(SET);
    const listeners: ((changes: object, area: string) => void)[] = [];
    vi.spyOn(fakeBrowser.storage.onChanged, 'addListener').mockImplementation(
      ((listener: (changes: object, area: string) => void) =>
        void listeners.push(listener)) as never,
    );
    followOffice();
    await vi.waitFor(async () => expect(await copied()).toEqual(SET));
    managed.mockResolvedValue({});
    for (const listener of listeners) listener({ defaultMode: {} }, 'managed');
    await vi.waitFor(async () => expect(await copied()).toEqual(NO_OFFICE));
  });

  test('is not made where there is no policy, as Firefox says by refusing', async () => {
    managed.mockRejectedValue(new Error('Managed storage manifest not found'));
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    followOffice();
    await vi.waitFor(() => expect(managed).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve));
    expect(set).not.toHaveBeenCalled();
    expect((await loadSettings()).office).toEqual(NO_OFFICE);
  });
});

describe('with an office', () => {
  const office = (fields: object) =>
    fakeBrowser.storage.local.set({ [OFFICE_KEY]: { ...NO_OFFICE, ...fields } });

  test('its mode holds until the user has chosen one, whatever else they change', async () => {
    await office({ defaultMode: 'off' });
    await saveSettings({ windowDays: 7, welcomed: true });
    expect(await loadSettings()).toMatchObject({ mode: 'off', office: { defaultMode: 'off' } });
    await saveSettings({ mode: 'fold' });
    expect(await loadSettings()).toMatchObject({ mode: 'fold', office: { defaultMode: null } });
    await office({ defaultMode: 'mark' });
    expect((await loadSettings()).mode).toBe('fold');
  });

  test('its words are nowhere among the user’s own, so nothing that is saved keeps them', async () => {
    await office({ neverFold: ['防汛'], sitesOff: ['wechat'] });
    await saveSettings({ neverFold: { chats: [], senders: [], keywords: ['会议'] } });
    const settings = await loadSettings();
    expect(settings.neverFold.keywords).toEqual(['会议']);
    expect(settings.office).toMatchObject({ neverFold: ['防汛'], sitesOff: ['wechat'] });
    const stored = await fakeBrowser.storage.local.get('settings');
    expect(JSON.stringify(stored)).not.toContain('防汛');
  });

  test('a change of it is told to who watches the settings', async () => {
    const heard = vi.fn();
    watchSettings(heard);
    await office({ sitesOff: ['feishu'] });
    await vi.waitFor(() =>
      expect(heard).toHaveBeenLastCalledWith(
        expect.objectContaining({ office: expect.objectContaining({ sitesOff: ['feishu'] }) }),
      ),
    );
  });
});
