import { browser } from 'wxt/browser';
import { type Mode, NO_OFFICE, type OfficeSettings } from '../default-settings';
import { reportError } from '../report-error';
import { OFFICE_KEY } from '../settings';

/** So many entries of a list are taken, and entries of at most so many characters: more is a mistake or mischief. */
const MAX_ENTRIES = 500;
const MAX_LENGTH = 200;

const MODES: ReadonlySet<unknown> = new Set<Mode>(['fold', 'mark', 'off']);

/** The id of a site ("wechat"), or a match pattern of pages. */
const SITE = /^([a-z][a-z0-9-]*|https?:\/\/(\*|(\*\.)?[^/*]+)\/.*)$/;

/**
 * Keeps a checked copy of the office's settings where pages find it together with the user's. Listens at once, so that a
 * change of the policy wakes the background; looks once itself.
 */
export function followOffice(): void {
  const follow = () =>
    void copyOffice().catch((error: unknown) => reportError(error, 'follow office'));
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') follow();
  });
  follow();
}

/** Writes nothing where nothing has changed. */
async function copyOffice(): Promise<void> {
  const office = officeFrom(await managed());
  const { [OFFICE_KEY]: before } = await browser.storage.local.get(OFFICE_KEY);
  if (JSON.stringify(before ?? NO_OFFICE) === JSON.stringify(office)) return;
  await browser.storage.local.set({ [OFFICE_KEY]: office });
}

/** Firefox refuses where nobody has set anything, Chromium answers with nothing. */
async function managed(): Promise<unknown> {
  try {
    return await browser.storage.managed.get();
  } catch {
    return {};
  }
}

/** What may be taken of a policy; whatever else it says, and every value of a wrong kind, is passed over one by one. */
export function officeFrom(policy: unknown): OfficeSettings {
  const { defaultMode, sitesOff, neverFold } = (policy ?? {}) as Record<string, unknown>;
  return {
    defaultMode: MODES.has(defaultMode) ? (defaultMode as Mode) : null,
    sitesOff: entriesOf(sitesOff).filter((entry) => SITE.test(entry)),
    neverFold: entriesOf(neverFold),
  };
}

function entriesOf(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  const texts = list.filter((entry) => typeof entry === 'string').map((text) => text.trim());
  const fitting = texts.filter((text) => text !== '' && text.length <= MAX_LENGTH);
  return [...new Set(fitting)].slice(0, MAX_ENTRIES);
}
