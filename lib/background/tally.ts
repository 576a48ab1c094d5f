import { browser } from 'wxt/browser';
import type { Settings } from '../default-settings';
import type { Answer } from '../messages/protocol';
import { reportError } from '../report-error';
import { loadSettings, watchSettings } from '../settings';
import { tallyDb } from '../tally/db';
import { openRecorder, type Recorder } from '../tally/record';
import { troubleOf } from '../tally/trouble';
import { engine } from './engine';
import { snapshots, troubles } from './safety';

/** The one connection that writes. */
export const db = tallyDb();

/**
 * Opens the recorder when it is first needed, once; after a failure the next call tries again. The listeners that
 * need it are registered before, so no message is missed while it opens.
 */
export function recorderOnDemand(
  onChange: (changed: Answer, tab: number | undefined) => void,
): () => Promise<Recorder> {
  let opening: Promise<Recorder> | undefined;
  watchSettings((settings) => {
    void opening?.then((recorder) => recorder.setSettings(judged(settings))).catch(() => undefined);
  });
  return () => {
    opening ??= open(onChange).catch((error: unknown) => {
      opening = undefined;
      const trouble = troubleOf(error);
      if (trouble !== null) troubles.onTrouble(trouble);
      throw error;
    });
    return opening;
  };
}

async function open(
  onChange: (changed: Answer, tab: number | undefined) => void,
): Promise<Recorder> {
  const settings = judged(await loadSettings());
  const { version } = browser.runtime.getManifest();
  return openRecorder({
    ...{ db, engine, version, settings, snapshots, onChange, onFailure, ...troubles },
    now: Date.now,
  });
}

/** The settings by which is judged: the office's words beside the user's own. */
function judged(settings: Settings): Settings {
  const { neverFold, office } = settings;
  const keywords = [...new Set([...neverFold.keywords, ...office.neverFold])];
  return { ...settings, neverFold: { ...neverFold, keywords } };
}

/**
 * Says whether pages may be read and counted at all. "Yes" is remembered, as every report asks; "no" is read from the
 * storage each time, because news of a change may reach a page before it reaches this context.
 */
export function watchReading(): () => Promise<boolean> {
  let news: Settings | undefined;
  let stored: Settings | undefined;
  watchSettings((settings) => {
    news = settings;
  });
  return async () => {
    const known = news ?? stored;
    if (known && isReading(known)) return true;
    stored = await loadSettings();
    return isReading(stored);
  };
}

function isReading({ mode, welcomed }: Settings): boolean {
  return welcomed && mode !== 'off';
}

/** Reports a failure of the judge without the error's own words, which may quote a message. */
function onFailure(error: unknown): void {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error();
  const bare = new Error(name);
  bare.stack = message === '' ? stack : stack.replaceAll(message, '');
  reportError(bare, 'judge message');
}
