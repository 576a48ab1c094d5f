import { render } from 'preact';
import { i18n } from '#i18n';
import { MergeScreen } from '../../components/merge/MergeScreen';
import { REPORT_PARTS, ReportFrame } from '../../components/report/ReportFrame';
import type { Settings } from '../../lib/default-settings';
import { setLanguage } from '../../lib/screens/set-language';
import { useMerge } from '../../lib/screens/use-merge';
import { usePart } from '../../lib/screens/use-part';
import { loadSettings } from '../../lib/settings';
import { readingDb } from '../../lib/tally/query';

function Report(_props: { loaded: Settings }) {
  const part = usePart(REPORT_PARTS);
  return <ReportFrame part={part}>{part === 'merge' && <Merge />}</ReportFrame>;
}

function Merge() {
  return <MergeScreen {...useMerge()} />;
}

async function open(root: HTMLElement): Promise<void> {
  // Opened beside the settings, so that the first numbers wait for one of the two only.
  void readingDb().open();
  setLanguage(i18n.t('report_title'));
  render(<Report loaded={await loadSettings()} />, root);
}

const root = document.getElementById('root');
if (root) void open(root);
