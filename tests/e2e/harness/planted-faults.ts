import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from './launch.ts';
import { temporaryCopy } from './one-language.ts';
import { insideExtension } from './stored.ts';
import { waitUntil } from './wait-until.ts';

/** What goes wrong in a copy of the build from `withPlantedFaults`. Nothing does while none is set. */
export type Faults = {
  /** The tally's database fails to open, as a damaged one does. */
  open?: 'refuse';
  /** The so-manieth row written in one transaction: the disk is full at it, or the transaction is taken back there. */
  write?: { nth: number; how: 'quota' | 'abort' };
  /** `storage.local` takes nothing: these keys, or with "*" any. */
  local?: string;
  /** Ms that the clock of the background and of the extension's pages is ahead; behind when negative. */
  clock?: number;
  /** Reports are kept from the background ("before"), or recorded and never answered ("after"). */
  answer?: 'before' | 'after';
};

/** What the copy has noticed since it was started. */
export type Noticed = {
  /** Lines that the background wrote to its console as errors or warnings, over all its lives. */
  complaints: string[];
  /** Reports that were held back by `answer`. */
  held: number;
  /** The most reports that one life of the background had taken and not answered yet. */
  mostOpen: number;
};

const FILE = 'planted-faults.js';

/** A copy of a build whose background and pages fail as `plant` says; the product itself knows nothing of that. */
export function withPlantedFaults(extension: string): string {
  const folder = temporaryCopy(extension);
  const prelude = `(${prelaid.toString()})();\n`;
  const background = join(folder, 'background.js');
  writeFileSync(background, prelude + readFileSync(background, 'utf8'));
  writeFileSync(join(folder, FILE), prelude);
  for (const page of ['popup', 'options', 'welcome']) {
    const path = join(folder, `${page}.html`);
    const html = readFileSync(path, 'utf8');
    writeFileSync(path, html.replace('<head>', `<head><script src="/${FILE}"></script>`));
  }
  return folder;
}

/** Sets what goes wrong from now on, in the background and in pages that are opened from now on; returns when it holds. */
export async function plant(session: Session, faults: Faults): Promise<void> {
  const wanted = { ...faults, at: performance.now() };
  await insideExtension(session, setFaults, wanted);
  await waitUntil('the background to have the faults', async () => {
    const seen = await insideExtension(session, readSession, 'plantedSeen');
    return seen === wanted.at;
  });
}

export async function noticed(session: Session): Promise<Noticed> {
  const none: Noticed = { complaints: [], held: 0, mostOpen: 0 };
  const stored = await insideExtension(session, readSession, 'plantedNoticed');
  return { ...none, ...(stored as Partial<Noticed> | undefined) };
}

type Areas = Record<
  'local' | 'session',
  {
    get(key: string): Promise<Record<string, unknown>>;
    set(items: object): Promise<void>;
  }
>;

/** Runs in the page. Pages of the extension read it from `localStorage`, for they cannot wait; the background cannot. */
async function setFaults(faults: object): Promise<void> {
  const { storage } = (globalThis as unknown as { chrome: { storage: Areas } }).chrome;
  localStorage.setItem('planted', JSON.stringify(faults));
  await storage.session.set({ planted: faults });
}

/** Runs in the page. */
async function readSession(key: string): Promise<unknown> {
  const { storage } = (globalThis as unknown as { chrome: { storage: Areas } }).chrome;
  return (await storage.session.get(key))[key];
}

/** Runs before anything else of the background and of the pages, so it must not use anything around it. */
function prelaid(): void {
  // biome-ignore lint/suspicious/noExplicitAny: what is replaced here belongs to the browser.
  type Any = any;
  const scope = globalThis as Any;
  const apis = [scope.chrome, scope.browser].filter((api) => api?.storage);
  const { storage } = apis[0];
  const isBackground =
    scope.document === undefined ||
    !'popup|options|welcome'.split('|').some((name) => scope.location.pathname === `/${name}.html`);
  let faults: Faults & { at?: number } = {};
  const notes: Noticed = { complaints: [], held: 0, mostOpen: 0 };
  const note = () => void storage.session.set({ plantedNoticed: notes });

  // The state is known before the first answer of the storage, on which everything of ours waits.
  const known: Promise<unknown> = isBackground
    ? storage.session.get(['planted', 'plantedNoticed']).then((stored: Any) => {
        Object.assign(notes, stored.plantedNoticed);
        take(stored.planted ?? {});
      })
    : Promise.resolve(take(JSON.parse(localStorage.getItem('planted') ?? '{}')));
  if (isBackground) {
    storage.session.onChanged.addListener((changes: Any) => {
      if (changes.planted) take(changes.planted.newValue ?? {});
    });
  }
  function take(next: Faults & { at?: number }): void {
    faults = next;
    if (isBackground && faults.at) void storage.session.set({ plantedSeen: faults.at });
  }

  for (const { local } of apis.map((api) => api.storage)) {
    const [get, set] = [local.get.bind(local), local.set.bind(local)];
    const isFull = (items: object) =>
      faults.local === '*' || Object.keys(items).some((key) => key === faults.local);
    local.get = (...asked: Any) => known.then(() => get(...asked));
    local.set = (items: object) =>
      isFull(items)
        ? Promise.reject(new Error('Resource::kQuotaBytes quota exceeded'))
        : set(items);
  }

  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (this: IDBFactory, ...asked: [string, number?]) {
    if (faults.open === undefined || asked[0] !== 'fingerlight') return open.apply(this, asked);
    return refused();
  } as Any;
  function refused(): Any {
    const request = new EventTarget() as Any;
    request.error = new DOMException('Internal error opening backing store.', 'UnknownError');
    request.addEventListener('error', (event: Event) => request.onerror?.(event));
    setTimeout(() => request.dispatchEvent(new Event('error', { cancelable: true })));
    return request;
  }

  const rows = new WeakMap<IDBTransaction, number>();
  for (const name of ['put', 'add'] as const) {
    const write = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...row: Any) {
      const { transaction } = this;
      const count = (rows.get(transaction) ?? 0) + 1;
      rows.set(transaction, count);
      const request = (write as Any).apply(this, row);
      if (faults.write && transaction.db.name === 'fingerlight' && count === faults.write.nth) {
        if (faults.write.how === 'abort') transaction.abort();
        else throw new DOMException('The disk is full.', 'QuotaExceededError');
      }
      return request;
    } as Any;
  }

  const RealDate = Date;
  const now = () => RealDate.now() + (faults.clock ?? 0);
  scope.Date = class extends RealDate {
    constructor(...given: Any) {
      super(...((given.length === 0 ? [now()] : given) as [number]));
    }
    static override now = now;
  };

  // Firefox has the same object under both names.
  for (const alarms of new Set(apis.map((api) => api.alarms))) {
    if (!alarms) continue;
    const [create, get] = [alarms.create.bind(alarms), alarms.get.bind(alarms)];
    // The browser's own clock goes right; in life it would be as wrong as ours.
    const ahead = () => faults.clock ?? 0;
    alarms.create = (name: string, { when }: { when: number }) =>
      create(name, { when: when - ahead() });
    alarms.get = async (name: string) => {
      const alarm = await get(name);
      return alarm && { ...alarm, scheduledTime: alarm.scheduledTime + ahead() };
    };
  }

  if (!isBackground) return;
  for (const kind of ['error', 'warn'] as const) {
    const say = console[kind].bind(console);
    console[kind] = (...words: unknown[]) => {
      say(...words);
      notes.complaints.push(words.map(String).join(' '));
      note();
    };
  }
  let unanswered = 0;
  for (const { onMessage } of apis.map((api) => api.runtime)) {
    const add = onMessage.addListener.bind(onMessage);
    onMessage.addListener = (listener: Any) =>
      add((message: Any, sender: Any, respond: Any) => {
        if (message?.name !== 'report') return listener(message, sender, respond);
        unanswered += 1;
        if (unanswered > notes.mostOpen) {
          notes.mostOpen = unanswered;
          note();
        }
        const hold = () => {
          notes.held += 1;
          note();
        };
        if (faults.answer === 'before') {
          hold();
          return true;
        }
        const isMute = faults.answer === 'after';
        return listener(message, sender, (result: unknown) => {
          unanswered -= 1;
          if (isMute) hold();
          else respond(result);
        });
      });
  }
}
