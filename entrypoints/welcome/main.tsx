import { render } from 'preact';
import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { type StartMode, WelcomeScreen } from '../../components/WelcomeScreen';
import type { Settings } from '../../lib/default-settings';
import { askToPersist } from '../../lib/screens/persistence';
import { setLanguage } from '../../lib/screens/set-language';
import { loadSettings, saveSettings } from '../../lib/settings';

function startedAs({ welcomed, mode, office }: Settings): StartMode | 'office' | null {
  if (!welcomed || mode === 'off') return null;
  return office.defaultMode === null ? mode : 'office';
}

function Welcome(props: { settings: Settings }) {
  const { office } = props.settings;
  const [started, setStarted] = useState<StartMode | 'office' | null>(startedAs(props.settings));
  const [saveFailed, setSaveFailed] = useState(false);
  const start = async (chosen: StartMode | 'office') => {
    // First, while the click still counts as the user's.
    askToPersist().catch((error: unknown) => console.error(error));
    try {
      await saveSettings({ ...(chosen === 'office' ? {} : { mode: chosen }), welcomed: true });
      setStarted(chosen);
      setSaveFailed(false);
    } catch (error) {
      console.error(error);
      setSaveFailed(true);
    }
  };
  return (
    <WelcomeScreen
      started={started}
      office={office.defaultMode === 'off' ? null : office.defaultMode}
      saveFailed={saveFailed}
      onStart={(chosen) => void start(chosen)}
      onOpenOptions={() => void browser.runtime.openOptionsPage()}
    />
  );
}

async function open(root: HTMLElement): Promise<void> {
  setLanguage(i18n.t('welcome_title'));
  render(<Welcome settings={await loadSettings()} />, root);
}

const root = document.getElementById('root');
if (root) void open(root);
