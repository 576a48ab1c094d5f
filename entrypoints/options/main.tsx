import { render } from 'preact';
import { i18n } from '#i18n';
import { OptionsScreen } from '../../components/OptionsScreen';
import type { Settings } from '../../lib/default-settings';
import { setLanguage } from '../../lib/screens/set-language';
import { useOptions } from '../../lib/screens/use-options';
import { loadSettings } from '../../lib/settings';

function Options(props: { loaded: Settings }) {
  return <OptionsScreen {...useOptions(props.loaded)} />;
}

async function open(root: HTMLElement): Promise<void> {
  setLanguage(i18n.t('options_title'));
  render(<Options loaded={await loadSettings()} />, root);
}

const root = document.getElementById('root');
if (root) void open(root);
