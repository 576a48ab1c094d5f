import '../lib/overlay/page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { recognised } from '../lib/overlay/recognise';
import { runOverlay } from '../lib/overlay/run';
import { installedSites } from '../lib/sites/installed';
import { INSTALLED_PAGES } from '../lib/sites/installed-pages';
import { equipped, offeredSites } from '../lib/sites/offer';

/** While developing, content scripts are registered one by one, without what goes before them. */
const offered = import.meta.env.COMMAND === 'serve' ? () => equipped(installedSites) : offeredSites;

/** The same on every chat page; adapters come in scripts before it. Also registered for the addresses that the user adds. */
export default defineContentScript({
  matches: [...INSTALLED_PAGES],
  runAt: 'document_end',
  async main(context) {
    await runOverlay(await recognised(offered, document, context), context);
  },
});
