import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerSites } from '../lib/sites/offer';
import { selfHostedSites } from '../lib/sites/self-hosted';

/** Goes before the overlay on addresses that the user has added. */
export default defineUnlistedScript(() => offerSites(selfHostedSites));
