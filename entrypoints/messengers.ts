import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { messengerSites } from '../lib/sites/messengers';
import { offerSites } from '../lib/sites/offer';

/** Goes before the overlay on the messengers' own hosts, where the user has added them. */
export default defineUnlistedScript(() => offerSites(messengerSites));
