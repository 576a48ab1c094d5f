import './style.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { runOverlay } from '../../lib/overlay/run';
import { siteFor, sites } from '../../lib/sites/index';

export default defineContentScript({
  matches: sites.flatMap((site) => [...site.matches]),
  runAt: 'document_end',
  async main(context) {
    const site = siteFor(location.href);
    if (site) await runOverlay(site, context);
  },
});
