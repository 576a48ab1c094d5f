import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { SiteReportProps } from '../../components/SiteReport';
import type { Health } from '../messages/protocol';
import { callTab } from '../messages/send';
import { reportError } from '../report-error';
import { siteReport } from './site-report';

/** The report on the page in the active tab: put on the clipboard, when it is asked for. */
export function useSiteReport(
  health: Health | null | undefined,
  onShowWhere: (() => void) | undefined,
): SiteReportProps {
  const [state, setState] = useState<SiteReportProps['state']>('none');
  const onCopy = () => {
    if (!health) return;
    setState('busy');
    copyReport(health).then(
      () => setState('copied'),
      (error: unknown) => {
        reportError(error, 'copy report');
        setState('failed');
      },
    );
  };
  return { state, onCopy, onShowWhere };
}

async function copyReport(health: Health): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const tree = tab?.id === undefined ? null : await callTab(tab.id, 'sketch', null);
  const { version } = browser.runtime.getManifest();
  const { userAgent } = navigator;
  await navigator.clipboard.writeText(siteReport(health, tree, { version, userAgent }));
}
