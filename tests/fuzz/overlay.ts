import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/default-settings';
import type { Report } from '../../lib/messages/protocol';
import { sweep } from '../../lib/overlay/fold';
import { runOverlay } from '../../lib/overlay/run';
import { shownHash } from '../../lib/overlay/shown-hash';
import { ensureHashKey, saveSettings } from '../../lib/settings';
import { type HashOf, shownContent } from '../../lib/sites/content-hash';
import { equipped } from '../../lib/sites/offer';
import { HIDE } from '../../lib/sites/ours';
import type { ReadMessage, Site } from '../../lib/sites/site';
import type { Listener } from '../background/woken';
import {
  leaveBrowser,
  nothingWatched,
  seeAll,
  standInForBrowser,
} from '../overlay/browser-stand-ins';
import type { Traits } from '../sites/fixtures';
import { randomPages } from '../sites/random-pages';
import { FakeBackground, type Judgement, judgement, type Reply, reply } from './fake-background';
import { fuzzTest } from './fuzz-test';
import { type PageChange, PageNodes } from './page-nodes';
import { reported } from './reported-errors';

/** One page that an adapter reads: the inside of the body, its address from the path on, its title. */
export type Page = { html: string; address: string; title: string };

type Step =
  | { do: 'change'; changes: PageChange[] }
  | { do: 'wait'; ms: number }
  | { do: 'look' | 'toggle' | 'scroll' | 'hide' | 'reinstalled' }
  | { do: 'click'; at: number }
  | { do: 'push'; judgements: Judgement[] }
  | { do: 'settings'; change: Partial<Settings> }
  | { do: 'open'; page: number };

type Run = { page: number; steps: Step[]; replies: Reply[] };

const OURS = ['data-fl-row', HIDE, 'data-fl-host', 'data-fl-aside', 'data-fl-held', 'data-fl-ui'];
const MODES = ['fold', 'fold', 'mark', 'off'] as const;
/** What was read in a row while it was drawn so. */
type Noted = { drawn: string; reads: ReadMessage[] };

/** Calls of one run: where each answer led to the next call, nothing else would ever come. */
const MOST_CALLS = 300;

/** Runs that failed once, on every client. */
const KEPT: readonly Run[] = [
  // A notice was shown whole, and the background did not confirm the claim: it was made again with each answer, for ever.
  {
    page: 0,
    steps: [{ do: 'look' }, { do: 'wait', ms: 60 }],
    replies: [
      {
        how: 'now',
        late: 1,
        judgements: [
          {
            ...{ kind: 'copy', isHashWrong: false, isOtherKey: false, rev: 1, notice: 0 },
            ...{ claimed: false, superseded: false },
          },
        ],
      },
    ],
  },
];

function steps(traits: Traits, pages: number): fc.Arbitrary<Step[]> {
  const { mutation } = randomPages(traits);
  const at = fc.nat();
  const change: fc.Arbitrary<PageChange> = fc.oneof(
    { weight: 8, arbitrary: mutation },
    { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('reuse', 'move'), at, to: at }) },
    {
      weight: 1,
      arbitrary: fc.record({
        ...{ do: fc.constant('imitate' as const), at, name: fc.constantFrom(...OURS) },
        value: fc.constantFrom('', 'folded', 'hidden', 'bar', 'style'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        ...{ do: fc.constant('odd' as const), at },
        kind: fc.constantFrom('comment', 'svg', 'shadow', 'huge', 'surrogate', 'bar'),
      }),
    },
  );
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('change' as const),
        changes: fc.array(change, { minLength: 1, maxLength: 4 }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        ms: fc.constantFrom(1, 60, 700, 4_000, 16_000),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom('look', 'look', 'look', 'toggle', 'scroll', 'hide', 'reinstalled'),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('click' as const), at }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('push' as const),
        judgements: fc.array(judgement, { minLength: 1, maxLength: 4 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('settings' as const),
        change: fc.record({ mode: fc.constantFrom(...MODES) }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('open' as const), page: fc.nat(pages - 1) }),
    },
  );
  return fc.array(step, { minLength: 1, maxLength: 14 });
}

/** One page with the overlay in it, or without: then only the page acts. */
class Bench {
  readonly nodes = new PageNodes(document);
  readonly background = new FakeBackground();
  readonly #site: Site;
  /** As the session hashes what is shown. */
  #hashOf: HashOf = shownContent;
  readonly #pages: readonly Page[];
  readonly #replies: Reply[];
  #settings: Settings = { ...DEFAULT_SETTINGS, welcomed: true };
  #listener: Listener | null = null;
  #quit: (() => void)[] = [];
  readonly #readings = new Map<HTMLElement, Noted>();
  #isInvalid = false;
  #calls = 0;

  constructor(site: Site, pages: readonly Page[], replies: readonly Reply[]) {
    const [whole = site] = equipped([site]);
    this.#site = whole;
    this.#pages = pages;
    this.#replies = [...replies];
  }

  open(at: number): void {
    const { html, address, title } = this.#pages[at] ?? { html: '', address: '/', title: '' };
    document.title = title;
    history.replaceState(null, '', address);
    this.nodes.act({ do: 'page', html }, []);
  }

  async start(): Promise<void> {
    fakeBrowser.runtime.sendMessage = ((sent: { name: string; request: unknown }) =>
      this.#answer(sent)) as never;
    const add = vi.spyOn(browser.runtime.onMessage, 'addListener');
    await ensureHashKey();
    const { hashKey } = await saveSettings(this.#settings);
    if (hashKey) this.#hashOf = shownHash(hashKey);
    const life = this;
    await runOverlay(this.#site, {
      get isInvalid() {
        return life.#isInvalid;
      },
      onInvalidated: (quit) => void this.#quit.push(quit),
      setInterval: (act, ms) => {
        const timer = setInterval(act, ms);
        this.#quit.push(() => clearInterval(timer));
      },
    });
    this.#listener = add.mock.calls.at(-1)?.[0] as unknown as Listener;
    await settle();
  }

  end(): void {
    this.#isInvalid = true;
    for (const quit of this.#quit.splice(0)) quit();
  }

  /** What the page itself makes of a step. */
  stepOfPage(step: Step): void {
    if (step.do === 'open') this.open(step.page);
    if (step.do === 'change') {
      for (const change of step.changes) this.nodes.act(change, this.#site.rows(document));
    }
    // The start of a session takes away what an older copy of the script may have left.
    if (step.do === 'reinstalled') this.#isInvalid = true;
    if (step.do === 'settings' && !this.#isInvalid) {
      const wasOff = this.#settings.mode === 'off';
      this.#settings = { ...this.#settings, ...step.change };
      if (wasOff && this.#settings.mode !== 'off') this.swept();
    }
  }

  swept(): void {
    sweep(document);
  }

  async step(step: Step): Promise<void> {
    if (step.do === 'settings') {
      const wasOff = this.#settings.mode === 'off';
      this.#settings = { ...this.#settings, ...step.change };
      if (wasOff) this.background.startOver();
      await saveSettings(step.change);
    } else this.stepOfPage(step);
    if (step.do === 'wait') await vi.advanceTimersByTimeAsync(step.ms);
    if (step.do === 'look') seeAll();
    if (step.do === 'scroll') document.dispatchEvent(new Event('scroll'));
    if (step.do === 'hide') window.dispatchEvent(new Event('pagehide'));
    if (step.do === 'reinstalled') this.end();
    if (step.do === 'click') this.#click(step.at);
    if (step.do === 'toggle') await this.#tell('toggleFolds', null);
    if (step.do === 'push' && !this.#isInvalid) {
      const news = this.background.news(step.judgements, Date.now());
      this.background.delivered(news);
      await this.#tell('changed', news);
    }
    await settle();
  }

  /** No row is folded but one of which that was said which it shows now. */
  expectOnlyFoldable(): void {
    const site = this.#site;
    const rows = site.rows(document);
    for (const row of rows) this.#noted(row);
    for (const piece of document.querySelectorAll(`[${HIDE}]`)) {
      if (this.nodes.isImitated(piece, HIDE)) continue;
      // Which list is the chat's may have become uncertain; then the row is one no more, and says what it said.
      const row = [...rows, ...this.#readings.keys()].find((each) => each.contains(piece));
      const said = `${row ? 'a row' : 'no row'} hides "${(piece.textContent ?? '').slice(0, 40)}"`;
      if (!row || this.#isInvalid || this.#settings.mode !== 'fold') throw new Error(said);
      if (!this.#mayFold(row)) throw new Error(`${said} as ${readOrNull(site, row)?.id}`);
    }
  }

  /**
   * It was said that the row may fold, as it is read now; or as it was read before, when it was drawn as it is now: what
   * stands around it, such as the head of a run, may be gone or another's since, and what it hides is still what was judged.
   */
  #mayFold(row: HTMLElement): boolean {
    const { reads } = this.#noted(row);
    return reads.some((read) => {
      const key = read.id === null ? null : `${this.#site.id}:${read.id}`;
      return this.background.mayFold(key, this.#hashOf(read), Date.now());
    });
  }

  /** What was read in a row since it is drawn as it is now, and what is. */
  #noted(row: HTMLElement): Noted {
    const drawn = this.nodes.drawn(row);
    const before = this.#readings.get(row);
    const noted = before?.drawn === drawn ? before : { drawn, reads: [] };
    const read = readOrNull(this.#site, row);
    if (read && !isDeepStrictEqual(read, noted.reads.at(-1))) noted.reads.push(read);
    this.#readings.set(row, noted);
    return noted;
  }

  #click(at: number): void {
    const hosts = [...document.querySelectorAll('[data-fl-ui]')];
    const buttons = hosts.flatMap((host) => [
      ...(host.shadowRoot?.querySelectorAll('button') ?? []),
    ]);
    buttons[at % Math.max(1, buttons.length)]?.click();
  }

  #tell(name: string, request: unknown): Promise<unknown> {
    const sent = { fingerlight: 'tab', name, request };
    return new Promise((resolve) => {
      const claimed = this.#listener?.(sent, { id: browser.runtime.id }, resolve);
      if (claimed !== true) resolve(null);
    });
  }

  async #answer({ name, request }: { name: string; request: unknown }): Promise<unknown> {
    this.#calls += 1;
    if (this.#calls > MOST_CALLS) {
      stray.push(new Error('calls without end'));
      return new Promise(() => {});
    }
    const how = this.#replies.shift();
    if (how) this.#replies.push(how);
    if (!how || how.how === 'nothing') return undefined;
    if (how.how === 'throws') throw new Error('no receiver');
    if (how.how === 'never') return new Promise(() => {});
    if (how.how === 'refused' || how.how === 'failed') {
      return { ok: false, error: { kind: how.how, message: 'no' } };
    }
    const { session } = this.background;
    const messages = name === 'report' ? (request as Report).messages : [];
    const value =
      name === 'lost' ? null : this.background.answer({ messages }, how.judgements, Date.now());
    if (how.how === 'late') await new Promise((resolve) => setTimeout(resolve, how.late));
    // What comes when the session is over is told to nobody.
    if (value && session === this.background.session) this.background.delivered(value);
    return { ok: true, value };
  }
}

function readOrNull(site: Site, row: HTMLElement): ReadMessage | null {
  try {
    return site.read(row);
  } catch {
    return null;
  }
}

/** Until all that the page's change has set off is done. */
function settle(): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(1);
}

const stray: unknown[] = [];
const noteStray = (error: unknown) => void stray.push(error);
const noteEvent = (event: Event) => void stray.push((event as ErrorEvent).error ?? event);

function prepare(): void {
  standInForBrowser();
  process.on('unhandledRejection', noteStray);
  window.addEventListener('error', noteEvent);
}

function tidy(): void {
  process.off('unhandledRejection', noteStray);
  window.removeEventListener('error', noteEvent);
  leaveBrowser();
}

/** What a row that an adapter does not know throws is told, and is right; anything else is a fault. */
function faults(): unknown[] {
  const isOfRow = (error: unknown) =>
    error instanceof Error && /row-reader/.test(error.stack ?? '');
  const isOfCall = (error: unknown) => (error as Error | null)?.name === 'CallFailed';
  return reported
    .splice(0)
    .filter(({ error }) => !isOfRow(error) && !isOfCall(error))
    .concat(stray.splice(0).map((error) => ({ error, where: 'nobody caught it' })));
}

async function check(site: Site, pages: readonly Page[], { page, steps: list, replies }: Run) {
  nothingWatched();
  faults();
  const twin = new Bench(site, pages, []);
  twin.open(page);
  twin.swept();
  for (const step of list) twin.stepOfPage(step);
  const expected = twin.nodes.snapshot();

  const bench = new Bench(site, pages, replies);
  bench.open(page);
  try {
    await bench.start();
    bench.expectOnlyFoldable();
    for (const step of list) {
      await bench.step(step);
      bench.expectOnlyFoldable();
    }
  } finally {
    bench.end();
  }
  await vi.advanceTimersByTimeAsync(60_000);
  expect(faults()).toEqual([]);
  expect(bench.nodes.remains()).toEqual([]);
  expect(bench.nodes.snapshot()).toBe(expected);
}

/** A site's pages and the words that its adapter looks for. */
export type Client = {
  name: string;
  site: Site;
  pages: readonly Page[];
  traits: Traits;
  kept?: Run[];
};

/**
 * The whole overlay in pages that change as they like, with a background that says what it likes: nothing is thrown, only
 * what was judged foldable folds, and afterwards the page is what it would be without us. `runs`: of the short form.
 */
export function fuzzOverlay(clients: readonly Client[], runs: number): void {
  beforeEach(prepare);
  afterEach(tidy);
  for (const { name, site, pages, traits } of clients) {
    fuzzTest<Run>(`overlay: ${name}`, {
      runs,
      kept: KEPT,
      input: fc.record({
        page: fc.nat(pages.length - 1),
        steps: steps(traits, pages.length),
        replies: fc.array(reply, { minLength: 1, maxLength: 4 }),
      }),
      check: (run) => check(site, pages, run),
    });
  }
}
