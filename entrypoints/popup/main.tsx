import { render } from 'preact';
import { i18n } from '#i18n';
import { PopupScreen } from '../../components/PopupScreen';
import type { Settings } from '../../lib/default-settings';
import { setLanguage } from '../../lib/screens/set-language';
import { usePopup } from '../../lib/screens/use-popup';
import { loadSettings } from '../../lib/settings';
import { readingDb } from '../../lib/tally/query';

function Popup(props: { loaded: Settings }) {
  return <PopupScreen {...usePopup(props.loaded)} />;
}

async function open(root: HTMLElement): Promise<void> {
  // Opened beside the settings, so that the first numbers wait for one of the two only.
  void readingDb().open();
  setLanguage(i18n.t('extension_name'));
  render(<Popup loaded={await loadSettings()} />, root);
}

const root = document.getElementById('root');
if (root) void open(root);
