import type { Settings } from '../default-settings';
import type { HashKey } from '../detect/keyed-hash';
import type { Answer, Health } from '../messages/protocol';
import { call } from '../messages/send';
import { reportError } from '../report-error';
import type { Site } from '../sites/site';
import type { Actions } from './bar';
import { checkBars } from './bar-check';
import { type Touched, touchedBy } from './change-need';
import { createFolder, sweep } from './fold';
import { createJump } from './jump';
import { createLooks } from './looks';
import { createMemory } from './memory';
import { createOpenings } from './openings';
import { createOutbox } from './outbox';
import { watchChanges } from './page-changes';
import { createPainter } from './painter';
import { createRowReader } from './row-reader';
import { createShadowTrees } from './shadow-trees';
import { watchShown } from './shown';
import { shownHash } from './shown-hash';
import { watchSite } from './site-watch';
import { createTranscript } from './transcript';
import { untilAnswered } from './until-answered';
import { createViews } from './views';

/** One run of the overlay in one page, from switch-on to switch-off. */
export type Session = {
  setSettings(settings: Settings): void;
  takeAnswer(answer: Answer): void;
  toggleFolds(): void;
  health(): Health;
  /** Looks at everything again: a pause may have ended, a deadline come near. */
  refresh(): void;
  /** Ends it and leaves the page as the site made it. */
  stop(): void;
};

/**
 * `isGone` says whether the extension was updated or removed under the page; asking may end the session. `key`: of this
 * installation (see shown-hash).
 */
export function startSession(
  site: Site,
  first: Settings,
  isGone: () => boolean,
  key: HashKey,
): Session {
  let settings = first;
  const hashOf = shownHash(key);
  let isReading = false;
  const ended = new AbortController();
  sweep(document);

  const memory = createMemory();
  const openings = createOpenings();
  const reader = createRowReader(site, (error) => reportError(error, `read ${site.id}`), hashOf);
  const outbox = createOutbox({
    send: (report) => call('report', report),
    onFree: () => changes.bringForward(),
    onAnswer: (answer, { claims }) => {
      memory.take(answer);
      for (const { key } of claims) memory.dropClaim(key);
      update();
    },
    onGone: () => {
      isGone();
      stop();
    },
  });
  const feed = site.openFeed?.(
    {
      messages: (entries) => {
        transcript.hear(entries);
        if (!isReading) update();
      },
      recalled: (ids) => {
        transcript.recall(ids);
        update();
      },
      located: (id, top) => jump.located(id, top),
    },
    ended.signal,
  );
  const transcript = createTranscript({
    site,
    memory,
    outbox,
    reader,
    scanFeed: () => feed?.scan(),
    hashOf,
  });
  const jump = createJump(site, transcript, feed);
  const actions: Actions = {
    toggle: (barId) => {
      openings.toggle(barId);
      paint(transcript.rows().find(({ key }) => key === barId)?.element);
      update();
    },
    setDone: (key, done) => ask(() => call('setDone', { key, done })),
    teach: (key, lesson) => ask(() => call('teach', { key, lesson })),
    jump: jump.to,
  };
  const views = createViews({
    ...{ site, memory, transcript, openings, outbox, feed },
    mayFold: () => !bars.isHiding(),
  });
  // Our own writes are no news; what the page does in answer to them is, and comes after.
  const folder = createFolder(actions);
  const painter = createPainter(site, folder, feed, () => changes.disown());
  const quietly = (act: () => void) => {
    changes.catchUp();
    act();
    changes.disown();
  };
  const bars = checkBars(transcript.elements, folder, quietly, () => {
    painter.restore();
    update();
  });
  const shown = watchShown(
    document,
    () => site.scroller(document),
    folder.isFolded,
    update,
    ended.signal,
  );
  const looks = createLooks(site, transcript.seeLook, ended.signal);
  const watch = watchSite({
    site,
    ...{ mounted: transcript.mounted, reader, signal: ended.signal },
    onTurn,
  });
  const changes = watchChanges({
    site,
    onChange: painter.dropRest,
    read: readRows,
    onRead: update,
    touchedBy: touched,
    isJudging: outbox.isSending,
    isFew: transcript.isFew,
    isPart: transcript.isPart,
    mayRead: () => {
      if (isGone()) return false;
      watch.soon();
      return !isLost();
    },
  });
  const known = { site, ...folder, ...changes, ...transcript };
  const trees = createShadowTrees(site, (root) => {
    changes.watch(root);
    shown.follow(root);
  });

  const isFed = () => feed?.isAlive() ?? false;
  const isLost = () => watch.reason() !== null;
  const isAllRead = () => !transcript.isBehind() && !changes.isLate();

  function touched(records: readonly MutationRecord[]): Touched {
    try {
      if (!isLost()) return touchedBy(records, known);
    } catch {
      // Reading all of it says what is wrong.
    }
    transcript.forget();
    return { rows: new Set(transcript.elements()), need: 'now' };
  }

  function readRows(touched: ReadonlySet<HTMLElement>): boolean {
    const before = transcript.elements();
    // The feed may answer at once with what it knows; that waits until the rows are read.
    isReading = true;
    try {
      transcript.refresh(touched);
      trees.follow();
    } catch (error) {
      reportError(error, `read ${site.id}`);
      watch.lose();
      return true;
    } finally {
      isReading = false;
    }
    const now = new Set(transcript.elements());
    for (const row of before) if (!now.has(row)) shown.unwatch(row);
    // What was changed has not been shown yet.
    for (const row of touched) shown.unwatch(row);
    for (const row of now) shown.watch(row);
    looks.watch(transcript.rows());
    watch.check();
    return !transcript.isBehind();
  }

  /** Everything on the page follows from what is known; so any news leads here. */
  function update(): void {
    if (ended.signal.aborted) return;
    // What the feed tells is counted also when the page itself is not understood.
    if (isLost()) {
      outbox.flush();
      return;
    }
    // What the page did in this very task: our writes would otherwise take these records away unread.
    changes.catchUp();
    paint();
    // What a row shows that is not read yet is not what it was read as.
    if (isAllRead() && views.claim(shown.whole(), settings)) paint();
    shown.look();
    bars.look();
    outbox.flush();
  }

  function paint(clicked?: HTMLElement): void {
    if (isLost()) return;
    painter.paint(views.wanted(settings), isAllRead(), clicked);
  }

  function takeAnswer(answer: Answer): void {
    memory.take(answer);
    update();
  }

  /** What the reader asked for is sent until it is done: a stopped worker drops calls. */
  function ask(send: () => Promise<Answer>): void {
    untilAnswered(send, ended.signal).then(takeAnswer, (error: unknown) =>
      reportError(error, 'ask'),
    );
  }

  /** The adapter no longer understands the page, then everything is shown again; or it does again. Badge and popup say so. */
  function onTurn(): void {
    if (isLost()) painter.restore();
    else {
      reader.startOver();
      changes.again(site.rows(document));
    }
    untilAnswered(() => call('lost', { isLost: isLost() }), ended.signal).catch(() => {});
  }

  function stop(): void {
    if (ended.signal.aborted) return;
    ended.abort();
    outbox.stop();
    shown.stop();
    changes.stop();
    painter.restore();
    trees.stop();
    feed?.stop();
  }

  changes.start();
  // Of a transcript that holds very many rows, those near the view are read.
  const follow = () => {
    if (transcript.isPart()) changes.again([]);
  };
  document.addEventListener('scroll', follow, {
    ...{ signal: ended.signal, capture: true, passive: true },
  });
  addEventListener('pagehide', outbox.flushAll, { signal: ended.signal });
  feed?.start();
  changes.again([]);

  return {
    setSettings(next) {
      settings = next;
      update();
    },
    takeAnswer,
    toggleFolds() {
      openings.toggleAll();
      update();
    },
    health: () => ({
      site: site.id,
      chat: transcript.openChat()?.name ?? null,
      status: isLost() ? 'stopped' : reader.reads() > 0 ? 'ok' : 'waiting',
      reason: watch.reason(),
      read: reader.reads(),
      errors: reader.errors(),
      feed: isFed(),
      marksOnly: (site.rememberedHeights && !isFed()) || bars.isHiding(),
      folded: views.foldedCount(),
      lastMessageAt: transcript.lastMessageAt(),
    }),
    refresh() {
      watch.soon();
      update();
    },
    stop,
  };
}
