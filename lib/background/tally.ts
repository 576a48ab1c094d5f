import { browser } from 'wxt/browser';
import type { Settings } from '../default-settings';
import type { Answer } from '../messages/protocol';
import { reportError } from '../report-error';
import { loadSettings, watchSettings } from '../settings';
import { tallyDb } from '../tally/db';
import { openRecorder, type Recorder } from '../tally/record';
import { TallyHangs, troubleOf } from '../tally/trouble';
import { engine } from './engine';
import { snapshots, troubles } from './safety';

/**
 * How long the browser has to open the tally before the user is told, ms. In order it takes some 10 ms; the change of a
 * year's tally to another schema may take longer and is told as such. Less than a page waits for its answer (15 s), so that
 * no tab has more than one report waiting here.
 */
const OPENING_PATIENCE_MS = 5_000;

/** The one connection that writes. */
export const db = tallyDb();

/**
 * Opens the recorder when it is first needed, once; after a failure the next call tries again. Where the browser does not
 * answer, calls reject with `TallyHangs` and the opening goes on. The listeners that need it are registered before, so
 * no message is missed while it opens.
 */
export function recorderOnDemand(
  onChange: (changed: Answer, tab: number | undefined) => void,
  onLost: () => void,
): () => Promise<Recorder> {
  let opening: Promise<Recorder> | undefined;
  watchSettings((settings) => {
    void opening?.then((recorder) => recorder.setSettings(judged(settings))).catch(() => undefined);
  });
  return () => {
    opening ??= open(onChange, onLost).then(
      (recorder) => {
        // Nobody may call again for long; also where nobody had to wait, it costs nothing.
        troubles.onRead();
        return recorder;
      },
      (error: unknown) => {
        opening = undefined;
        tell(error);
        throw error;
      },
    );
    return patiently(opening);
  };
}

/** Rejects with `TallyHangs`, and tells the user, where the opening takes too long. */
function patiently<T>(opening: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const error = new TallyHangs('the browser does not open the tally');
      tell(error);
      reject(error);
    }, OPENING_PATIENCE_MS);
    opening.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function tell(error: unknown): void {
  const trouble = troubleOf(error);
  if (trouble !== null) troubles.onTrouble(trouble);
}

async function open(
  onChange: (changed: Answer, tab: number | undefined) => void,
  onLost: () => void,
): Promise<Recorder> {
  const settings = judged(await loadSettings());
  const { version } = browser.runtime.getManifest();
  return openRecorder({
    ...{ db, engine, version, settings, snapshots, onChange, onFailure, ...troubles },
    now: Date.now,
    onLost: () => {
      troubles.onLost();
      onLost();
    },
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
