import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import style from '../lib/overlay/page.css?inline';
import {
  loadPicked,
  loadSeenIds,
  noteSeenIds,
  pickedFor,
  savePicked,
  watchPicked,
} from '../lib/picked-store';
import { reportError } from '../lib/report-error';
import { offerSites } from '../lib/sites/offer';
import type { PickedDefinition } from '../lib/sites/picked-definition';
import { trustedSites } from '../lib/sites/picked-trust';

/** Goes before the overlay on addresses that the user has added: what they pointed out there, also a moment ago. */
export default defineUnlistedScript(async () => {
  const run = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => reportError(error, 'picked'));

  async function offer(definitions: readonly PickedDefinition[]): Promise<void> {
    const seen = await loadSeenIds();
    const sites = pickedFor(definitions, location.host).flatMap((definition) => {
      const { messageId: _id, ...withoutIds } = definition;
      return trustedSites(definition, seen[definition.id] ?? [], (now, isTrusted) =>
        run(isTrusted ? noteSeenIds(definition.id, now) : savePicked(withoutIds)),
      );
    });
    offerSites(sites.map((site) => ({ ...site, shadowStyle: style })));
  }

  watchPicked((definitions) => run(offer(definitions)));
  await offer(await loadPicked());
});
