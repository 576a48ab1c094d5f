import { render } from 'preact';
import { i18n } from '#i18n';
import { DigestScreen } from '../../components/digest/DigestScreen';
import { setLanguage } from '../../lib/screens/set-language';
import { useDigest } from '../../lib/screens/use-digest';

function Digest() {
  return <DigestScreen {...useDigest()} />;
}

setLanguage(i18n.t('digest_title'));
const root = document.getElementById('root');
if (root) render(<Digest />, root);
