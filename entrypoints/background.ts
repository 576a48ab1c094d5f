import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { keepBadge, showBadge, showLost } from '../lib/background/badge';
import { createChatTabs } from '../lib/background/chat-tabs';
import { watchFirstRun } from '../lib/background/first-run';
import { followHosts } from '../lib/background/follow-hosts';
import { followMenus } from '../lib/background/menus';
import { everyNewDay } from '../lib/background/new-day';
import { followOffice } from '../lib/background/office-policy';
import { pageCalls } from '../lib/background/page-calls';
import { lookAfter } from '../lib/background/safety';
import { db, recorderOnDemand, watchReading } from '../lib/background/tally';
import { toggleFolds } from '../lib/background/toggle-folds';
import { serve } from '../lib/messages/serve';
import { reportError } from '../lib/report-error';
import { INSTALLED_PAGES } from '../lib/sites/installed-pages';

/** Wiring only. Every listener is registered at once: a worker that wakes for an event must already have it. */
export default defineBackground(() => {
  const tabs = createChatTabs();
  const recorder = recorderOnDemand(
    (changed, tab) => run('tell tabs', tabs.tell(changed, tab)),
    () => run('retell', tabs.retell()),
  );
  const parePast = async () => (await recorder()).pare();
  const mayRecord = watchReading();
  const refreshBadge = () => run('show badge', showBadge(db));

  serve({
    chat: {
      async report(report, { tab }) {
        run('remember tab', tabs.remember(tab?.id));
        if (!(await mayRecord())) return { verdicts: [], notices: [] };
        const answer = (await recorder()).report(report, tab?.id);
        return report.folded.length > 0 ? answer.finally(refreshBadge) : answer;
      },
      setDone: async (request, { tab }) => (await recorder()).setDone(request, tab?.id),
      teach: async (request, { tab }) => (await recorder()).teach(request, tab?.id),
      lost: ({ isLost }, { tab }) => showLost(tab?.id, isLost),
    },
    page: pageCalls(db, recorder, refreshBadge),
  });

  followHosts(INSTALLED_PAGES, tabs);
  followOffice();
  watchFirstRun();
  followMenus((work) => run('menu', work));
  browser.commands.onCommand.addListener((_, tab) => run('toggle folds', toggleFolds(tab)));
  everyNewDay(() => {
    refreshBadge();
    run('look after tally', recorder().then(lookAfter));
    run('pare', parePast());
  });
  keepBadge(refreshBadge);
});

function run(where: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => reportError(error, where));
}
