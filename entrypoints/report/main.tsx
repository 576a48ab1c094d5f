import { render } from 'preact';
import { i18n } from '#i18n';
import { CheckupScreen } from '../../components/report/checkup/CheckupScreen';
import { REPORT_PARTS, ReportFrame } from '../../components/report/ReportFrame';
import type { Settings } from '../../lib/default-settings';
import { setLanguage } from '../../lib/screens/set-language';
import { useCheckup } from '../../lib/screens/use-checkup';
import { usePart } from '../../lib/screens/use-part';
import { loadSettings } from '../../lib/settings';
import { readingDb } from '../../lib/tally/query';

function Report({ loaded }: { loaded: Settings }) {
  const part = usePart(REPORT_PARTS);
  return <ReportFrame part={part}>{part === 'groups' && <Groups loaded={loaded} />}</ReportFrame>;
}

function Groups(props: { loaded: Settings }) {
  return <CheckupScreen {...useCheckup(props.loaded)} />;
}

async function open(root: HTMLElement): Promise<void> {
  // Opened beside the settings, so that the first numbers wait for one of the two only.
  void readingDb().open();
  setLanguage(i18n.t('report_title'));
  render(<Report loaded={await loadSettings()} />, root);
}

const root = document.getElementById('root');
if (root) void open(root);
