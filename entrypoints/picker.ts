import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { loadPicked, pickedFor, savePicked } from '../lib/picked-store';
import { runPicker } from '../lib/picker-ui/picker';
import { offeredSites } from '../lib/sites/offer';

/** Of this extension's scripts in this page. */
const world = globalThis as { fingerlightEndPicker?: () => void };

/** Put into a page when the user asks for it, and never by itself; asked for again, it begins anew. */
export default defineUnlistedScript(async () => {
  const known = pickedFor(await loadPicked(), location.host);
  world.fingerlightEndPicker?.();
  world.fingerlightEndPicker = runPicker({
    known,
    save: savePicked,
    // Adapters come only to pages that the user has allowed.
    isAllowed: () => offeredSites().length > 0,
  });
});
