import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerSites } from '../lib/sites/offer';
import { officeMessengerSites } from '../lib/sites/office-messengers';

/** Goes before the overlay on the hosts of the messengers that offices pay for, where the user has added them. */
export default defineUnlistedScript(() => offerSites(officeMessengerSites));
