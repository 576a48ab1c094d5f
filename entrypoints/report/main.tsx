import { render } from 'preact';
import { i18n } from '#i18n';
import { ExportScreen } from '../../components/export/ExportScreen';
import { HistoriesScreen } from '../../components/histories/HistoriesScreen';
import { MergeScreen } from '../../components/merge/MergeScreen';
import { CheckupScreen } from '../../components/report/checkup/CheckupScreen';
import { OverviewPart } from '../../components/report/OverviewPart';
import { REPORT_PARTS, ReportFrame, type ReportPart } from '../../components/report/ReportFrame';
import type { Settings } from '../../lib/default-settings';
import { setLanguage } from '../../lib/screens/set-language';
import { useCheckup } from '../../lib/screens/use-checkup';
import { useExport } from '../../lib/screens/use-export';
import { useHistories } from '../../lib/screens/use-histories';
import { useMerge } from '../../lib/screens/use-merge';
import { useOverview } from '../../lib/screens/use-overview';
import { usePart } from '../../lib/screens/use-part';
import { loadSettings } from '../../lib/settings';
import { readingDb } from '../../lib/tally/query';

type PartProps = { loaded: Settings };

const PARTS: Record<ReportPart, (props: PartProps) => preact.JSX.Element> = {
  overview: ({ loaded }) => <OverviewPart {...useOverview(loaded)} />,
  groups: ({ loaded }) => <CheckupScreen {...useCheckup(loaded)} />,
  export: ({ loaded }) => <ExportScreen {...useExport(loaded)} />,
  histories: ({ loaded }) => <HistoriesScreen {...useHistories(loaded)} />,
  merge: ({ loaded }) => <MergeScreen {...useMerge(loaded)} />,
};

function Report({ loaded }: PartProps) {
  const part = usePart(REPORT_PARTS);
  const show = (each: ReportPart) => {
    const Part = PARTS[each];
    return <Part loaded={loaded} />;
  };
  return <ReportFrame part={part} show={show} />;
}

async function open(root: HTMLElement): Promise<void> {
  // Opened beside the settings, so that the first numbers wait for one of the two only.
  void readingDb().open();
  setLanguage(i18n.t('report_title'));
  render(<Report loaded={await loadSettings()} />, root);
}

const root = document.getElementById('root');
if (root) void open(root);
