import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import style from '../lib/overlay/page.css?inline';
import { loadPicked, pickedFor, watchPicked } from '../lib/picked-store';
import { offerSites } from '../lib/sites/offer';
import { pickedSite } from '../lib/sites/picked';
import type { PickedDefinition } from '../lib/sites/picked-definition';

/** Goes before the overlay on addresses that the user has added: what they pointed out there, also a moment ago. */
export default defineUnlistedScript(async () => {
  const offer = (definitions: PickedDefinition[]) =>
    offerSites(
      pickedFor(definitions, location.host).map((each) => ({
        ...pickedSite(each),
        shadowStyle: style,
      })),
    );
  watchPicked(offer);
  offer(await loadPicked());
});
