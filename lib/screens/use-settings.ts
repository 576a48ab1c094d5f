import { useEffect, useState } from 'preact/hooks';
import type { Settings, SettingsChange } from '../default-settings';
import { loadSettings, saveSettings, watchSettings } from '../settings';

/** `saved`: Unix ms of the last saving by this page, null before any, "failed" when the last one failed. */
export type LiveSettings = {
  settings: Settings;
  saved: number | 'failed' | null;
  change(change: SettingsChange): void;
};

/** One saving after the other: two at once would each write the fields that the other has just changed. */
let saving: Promise<unknown> = Promise.resolve();

/**
 * The settings as they are now, whoever changes them; a change shows at once and is saved behind it. One that could not
 * be saved holds nowhere else, so what holds is shown again.
 */
export function useSettings(loaded: Settings): LiveSettings {
  const [settings, setSettings] = useState(loaded);
  const [saved, setSaved] = useState<LiveSettings['saved']>(null);
  useEffect(() => watchSettings((next) => setSettings((before) => onlyChanged(before, next))), []);

  const change = (fields: SettingsChange) => {
    setSettings((before) => ({ ...before, ...fields }));
    saving = saving
      .then(() => saveSettings(fields))
      .then(
        () => setSaved(Date.now()),
        (error: unknown) => {
          console.error(error);
          setSaved('failed');
          return loadSettings().then((kept) => setSettings((shown) => onlyChanged(shown, kept)));
        },
      )
      .catch((error: unknown) => console.error(error));
  };
  return { settings, saved, change };
}

/** The new settings; a field that says the same stays the same object, for what was read by it need not be read again. */
function onlyChanged(before: Settings, next: Settings): Settings {
  const old: Record<string, unknown> = before;
  const fields = Object.entries(next).map(([name, value]) => {
    const isSame = JSON.stringify(value) === JSON.stringify(old[name]);
    return [name, isSame ? old[name] : value] as const;
  });
  return { ...next, ...Object.fromEntries(fields) };
}
