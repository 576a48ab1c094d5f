import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installedSites } from '../lib/sites/installed';
import { offerSites } from '../lib/sites/offer';

/** Goes before the overlay on the pages that the manifest names; see wxt.config. */
export default defineUnlistedScript(() => offerSites(installedSites));
