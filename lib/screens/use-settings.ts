import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../default-settings';
import { saveSettings, watchSettings } from '../settings';

/** `saved`: Unix ms of the last saving by this page, null before any, "failed" when the last one failed. */
export type LiveSettings = {
  settings: Settings;
  saved: number | 'failed' | null;
  change(change: Partial<Settings>): void;
};

/** One saving after the other: two at once would each write the fields that the other has just changed. */
let saving: Promise<unknown> = Promise.resolve();

/** The settings as they are now, whoever changes them; a change shows at once and is saved behind it. */
export function useSettings(loaded: Settings): LiveSettings {
  const [settings, setSettings] = useState(loaded);
  const [saved, setSaved] = useState<LiveSettings['saved']>(null);
  useEffect(() => watchSettings(setSettings), []);

  const change = (fields: Partial<Settings>) => {
    setSettings((before) => ({ ...before, ...fields }));
    saving = saving
      .then(() => saveSettings(fields))
      .then(
        () => setSaved(Date.now()),
        (error: unknown) => {
          console.error(error);
          setSaved('failed');
        },
      );
  };
  return { settings, saved, change };
}
