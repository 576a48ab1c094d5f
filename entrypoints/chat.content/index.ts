import './style.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { runOverlay } from '../../lib/overlay/run';
import { installedSites, siteFor } from '../../lib/sites/installed';

export default defineContentScript({
  matches: installedSites.flatMap((site) => [...site.matches]),
  runAt: 'document_end',
  async main(context) {
    const site = siteFor(location.href);
    if (site) await runOverlay(site, context);
  },
});
