import { render } from 'preact';
import { i18n } from '#i18n';
import { type PeriodView, PopupScreen } from '../../components/PopupScreen';
import type { Settings } from '../../lib/default-settings';
import { inTime } from '../../lib/screens/in-time';
import { setLanguage } from '../../lib/screens/set-language';
import { firstView, usePopup } from '../../lib/screens/use-popup';
import { loadSettings } from '../../lib/settings';
import { readingDb } from '../../lib/tally/query';

/** Ms that the first figures may take before the popup is drawn without them: its switches must not wait for long. */
const PATIENCE_MS = 100;

function Popup(props: { loaded: Settings; known: PeriodView | undefined }) {
  return <PopupScreen {...usePopup(props.loaded, props.known)} />;
}

async function open(root: HTMLElement): Promise<void> {
  // Opened beside the settings, so that the first numbers wait for one of the two only.
  void readingDb().open();
  setLanguage(i18n.t('extension_name'));
  const loaded = await loadSettings();
  render(<Popup loaded={loaded} known={await inTime(firstView(loaded), PATIENCE_MS)} />, root);
}

const root = document.getElementById('root');
if (root) void open(root);
