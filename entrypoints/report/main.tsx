import { render } from 'preact';
import { i18n } from '#i18n';
import { ExportScreen } from '../../components/export/ExportScreen';
import { REPORT_PARTS, ReportFrame } from '../../components/report/ReportFrame';
import type { Settings } from '../../lib/default-settings';
import { setLanguage } from '../../lib/screens/set-language';
import { useExport } from '../../lib/screens/use-export';
import { usePart } from '../../lib/screens/use-part';
import { loadSettings } from '../../lib/settings';
import { readingDb } from '../../lib/tally/query';

function Report(props: { loaded: Settings }) {
  const part = usePart(REPORT_PARTS);
  return <ReportFrame part={part}>{part === 'export' && <Export {...props} />}</ReportFrame>;
}

function Export(props: { loaded: Settings }) {
  return <ExportScreen {...useExport(props.loaded)} />;
}

async function open(root: HTMLElement): Promise<void> {
  // Opened beside the settings, so that the first numbers wait for one of the two only.
  void readingDb().open();
  setLanguage(i18n.t('report_title'));
  render(<Report loaded={await loadSettings()} />, root);
}

const root = document.getElementById('root');
if (root) void open(root);
