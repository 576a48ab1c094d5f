import '../../lib/overlay/page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { recognised } from '../../lib/overlay/recognise';
import { runOverlay } from '../../lib/overlay/run';
import { elsewhereSites } from '../../lib/sites/index';

/** Registered by the background for the addresses that the user has added. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  runAt: 'document_end',
  async main(context) {
    await runOverlay(await recognised(elsewhereSites, document, context), context);
  },
});
