import '../../lib/overlay/page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { runOverlay } from '../../lib/overlay/run';
import { INSTALLED_PAGES, siteFor } from '../../lib/sites/installed';

export default defineContentScript({
  matches: [...INSTALLED_PAGES],
  runAt: 'document_end',
  async main(context) {
    const site = siteFor(location.href);
    if (site) await runOverlay(site, context);
  },
});
