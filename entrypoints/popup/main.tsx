import { render } from 'preact';
import { i18n } from '#i18n';
import { PopupScreen } from '../../components/PopupScreen';
import type { Settings } from '../../lib/default-settings';
import { inTime } from '../../lib/screens/in-time';
import type { PeriodSums } from '../../lib/screens/period-view';
import { setLanguage } from '../../lib/screens/set-language';
import { firstSums, usePopup } from '../../lib/screens/use-popup';
import { loadSettings } from '../../lib/settings';

/** Ms that the first figures may take before the popup is drawn without them: its switches must not wait for long. */
const PATIENCE_MS = 100;

function Popup(props: { loaded: Settings; known: PeriodSums | undefined }) {
  return <PopupScreen {...usePopup(props.loaded, props.known)} />;
}

async function open(root: HTMLElement): Promise<void> {
  const loading = loadSettings();
  const known = inTime(firstSums(loading), PATIENCE_MS);
  setLanguage(i18n.t('extension_name'));
  render(<Popup loaded={await loading} known={await known} />, root);
}

const root = document.getElementById('root');
if (root) void open(root);
