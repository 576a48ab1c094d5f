import { browser } from 'wxt/browser';
import type { Settings } from '../default-settings';
import type { Health } from '../messages/protocol';
import { serveTab } from '../messages/serve';
import { loadSettings, watchSettings } from '../settings';
import { isMatch } from '../sites/match-pattern';
import type { Site } from '../sites/site';
import type { ScriptLife } from './script-life';
import { type Session, startSession } from './session';

/**
 * Asked of whoever is at work in the page before a session starts: another installation made of this code answers by
 * preventing it. Two would draw on the same rows and take each other's marks away.
 */
const IS_HERE = 'fingerlight:is-here';

/** How often a page that nothing happens in looks whether it is still wanted, ms. */
const HEARTBEAT = 20_000;

/** Runs the overlay in this page for as long as the extension lives, on and off as the settings say. */
export async function runOverlay(site: Site, life: ScriptLife): Promise<void> {
  let session: Session | null = null;
  let isSwitchedOff = false;
  let latest: Settings | undefined;

  const answer = (event: Event) => {
    if (session && !life.isInvalid) event.preventDefault();
  };
  const isAlone = () => document.dispatchEvent(new Event(IS_HERE, { cancelable: true }));
  document.addEventListener(IS_HERE, answer);

  const follow = (settings: Settings) => {
    latest = settings;
    isSwitchedOff = settings.office.sitesOff.some(
      (each) => each === site.id || isMatch(each, location),
    );
    const { welcomed, mode, hashKey: key } = settings;
    const isWanted = welcomed && mode !== 'off' && !isSwitchedOff;
    if (!isWanted || !key || life.isInvalid) {
      session?.stop();
      session = null;
    } else if (session) session.setSettings(settings);
    else if (isAlone()) session = startSession(site, settings, () => life.isInvalid, key);
  };
  const end = () => {
    session?.stop();
    session = null;
  };

  const endServing = serveTab({
    changed: (answer) => {
      session?.takeAnswer(answer);
      return null;
    },
    toggleFolds: () => {
      session?.toggleFolds();
      return null;
    },
    retell: () => {
      end();
      if (latest) follow(latest);
      return null;
    },
    health: () => session?.health() ?? idleHealth(site, isSwitchedOff, !isAlone()),
    sketch: () => {
      const stage = site.stage(document);
      return stage && (site.sketch?.(stage) ?? null);
    },
    leave: (origins) => {
      if (origins.some((origin) => isMatch(origin, location))) quit();
      return null;
    },
  });
  const endWatching = watchSettings(follow);
  const quit = () => {
    end();
    // After an update nothing is heard any more, and the browser throws at whoever asks to be told no more.
    if (!browser.runtime?.id) return;
    endServing();
    endWatching();
    document.removeEventListener(IS_HERE, answer);
  };
  life.onInvalidated(quit);
  // After an update the old script is told nothing: it has to look.
  life.setInterval(() => {
    if (life.isInvalid) return;
    if (session) session.refresh();
    // The other installation may have left the page by now.
    else if (latest) follow(latest);
  }, HEARTBEAT);
  follow(await loadSettings());
}

function idleHealth(site: Site, isSwitchedOff: boolean, isOther: boolean): Health {
  return {
    site: site.id,
    chat: null,
    status: isSwitchedOff ? 'off' : isOther ? 'stopped' : 'waiting',
    reason: isOther ? 'other-copy' : null,
    read: 0,
    errors: 0,
    feed: false,
    marksOnly: site.rememberedHeights,
    folded: 0,
    lastMessageAt: null,
  };
}
