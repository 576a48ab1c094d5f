import { render } from 'preact';
import { i18n } from '#i18n';
import { DigestScreen } from '../../components/digest/DigestScreen';
import type { Settings } from '../../lib/default-settings';
import { setLanguage } from '../../lib/screens/set-language';
import { useDigest } from '../../lib/screens/use-digest';
import { useSettings } from '../../lib/screens/use-settings';
import { loadSettings } from '../../lib/settings';

function Digest(props: { loaded: Settings }) {
  return <DigestScreen {...useDigest(useSettings(props.loaded).settings)} />;
}

async function open(root: HTMLElement): Promise<void> {
  setLanguage(i18n.t('digest_title'));
  render(<Digest loaded={await loadSettings()} />, root);
}

const root = document.getElementById('root');
if (root) void open(root);
