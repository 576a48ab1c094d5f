import { useEffect, useRef, useState } from 'preact/hooks';
import type {
  FoundChat,
  HistoriesProps,
  HistoryOutcome,
} from '../../components/histories/histories-props';
import type { Reading } from '../../components/merge/FileDrop';
import type { Settings } from '../default-settings';
import type { Source } from '../import/histories/history';
import type { ReadFiles } from '../import/histories/read-files';
import { knownChats } from '../tally/known-chats';
import { failureWords } from './failure-words';
import type { FileCorrections } from './history-files';
import { useSettings } from './use-settings';

type Read = ReadFiles & {
  chats: FoundChat[];
  writers: string[] | null;
};

type State = {
  sources: readonly Source[];
  corrections: FileCorrections;
  read: Read | null;
  ownNames: readonly string[];
  known: readonly string[];
};

const NO_CORRECTIONS: FileCorrections = { formats: new Map(), tables: new Map() };
const NOTHING: State = {
  ...{ sources: [], corrections: NO_CORRECTIONS, read: null, ownNames: [], known: [] },
};

/** The readers of formats are loaded when files are chosen: who looks at figures does not need them. */
const files = () => import('./history-files');

/** Everything that the part for exported chats shows and does. What was read lives as long as the page. */
export function useHistories(loaded: Settings): HistoriesProps {
  const { settings } = useSettings(loaded);
  const [state, setState] = useState(NOTHING);
  const [reading, setReading] = useState<Reading | null>(null);
  const [importing, setImporting] = useState<Reading | null>(null);
  const [outcome, setOutcome] = useState<HistoryOutcome | null>(null);
  const current = useRef<AbortController | null>(null);
  // A page that is closed sends no further piece; what was counted is whole days.
  useEffect(() => () => current.current?.abort(), []);

  const work = async (task: (stopped: AbortSignal) => Promise<void>) => {
    if (current.current) return;
    const controller = new AbortController();
    current.current = controller;
    setOutcome(null);
    try {
      await task(controller.signal);
    } catch (error) {
      console.error(error);
      setOutcome({ kind: 'failed', reason: failureWords(error) });
    } finally {
      current.current = null;
      setReading(null);
      setImporting(null);
    }
  };

  const readAll = (sources: readonly Source[], corrections: FileCorrections) =>
    work(async (stopped) => {
      const progress = (done: number, total: number) => setReading({ done, total });
      progress(0, 1);
      const { readHistoryFiles, foundChats, writersOf } = await files();
      const found = await readHistoryFiles(sources, corrections, { progress, stopped });
      if (!found) return setOutcome({ kind: 'reading-stopped' });
      const chats = foundChats(found.history, settings.dayStartHour, Date.now());
      const read = { ...found, chats, writers: writersOf(found.history) };
      const known = (await knownChats()).map(({ chat }) => chat);
      setState((before) => ({
        ...{ sources, corrections, read, known },
        ownNames: before.ownNames.length > 0 ? before.ownNames : settings.myNames,
      }));
    });

  const importAll = ({ history, chats }: Read) =>
    work(async (stopped) => {
      setImporting({ done: 0, total: 1 });
      const { sendHistory } = await import('./send-history');
      const choices = {
        names: chats.map(({ name }) => name.trim()),
        sites: chats.map(({ site }) => site),
        ownNames: state.ownNames,
      };
      const counts = await sendHistory(history, choices, {
        dayStartHour: settings.dayStartHour,
        now: Date.now(),
        progress: (done, total) => setImporting({ done, total }),
        stopped,
      });
      const kind = counts.isWhole ? 'done' : 'stopped';
      setOutcome({ kind, counts, skipped: history.skipped });
      // Counted, and out of the way; who stopped may go on.
      if (counts.isWhole) setState(NOTHING);
    });

  const correct = (change: Partial<FileCorrections>) => {
    void readAll(state.sources, { ...state.corrections, ...change });
  };
  const { read, corrections } = state;
  return {
    ...{ reading, importing, outcome },
    ...viewOf(state),
    onFiles: (chosen) => {
      if (chosen.length === 0) return;
      void files().then(({ sourceOf }) => readAll(chosen.map(sourceOf), NO_CORRECTIONS));
    },
    onStop: () => current.current?.abort(),
    onImport: () => read && void importAll(read),
    onClear: () => {
      setState(NOTHING);
      setOutcome(null);
    },
    onFormat: (path, format) =>
      correct({ formats: new Map(corrections.formats).set(path, format) }),
    onTable: (path, choice) => correct({ tables: new Map(corrections.tables).set(path, choice) }),
    onChat: (at, change) =>
      setState((before) => ({ ...before, read: before.read && withChat(before.read, at, change) })),
    onOwnNames: (ownNames) => setState((before) => ({ ...before, ownNames })),
  };
}

function withChat(read: Read, at: number, change: Partial<FoundChat>): Read {
  const chats = read.chats.map((chat, place) => (place === at ? { ...chat, ...change } : chat));
  return { ...read, chats };
}

function viewOf({
  read,
  corrections,
  ownNames,
  known,
}: State): Pick<HistoriesProps, 'found' | 'tables' | 'broken'> {
  if (!read) return { found: null, tables: [], broken: [] };
  const { history, chats, writers, broken, tables } = read;
  const named = chats.filter(({ name, messages }) => name.trim() !== '' && messages > 0);
  const days = named.flatMap(({ first, last }) => [first, last]).sort();
  return {
    found: {
      files: history.files.map(({ name, format, messages }) => ({ path: name, format, messages })),
      chats,
      messages: named.reduce((sum, { messages }) => sum + messages, 0),
      ...{ first: days.at(0) ?? '', last: days.at(-1) ?? '' },
      skipped: history.skipped,
      ...{ writers, ownNames, knownChats: known },
    },
    tables: tables.map(({ name, look }) => ({
      ...{ path: name, look },
      choice: corrections.tables.get(name) ?? { ...look, site: 'other' },
    })),
    broken: broken.map(({ name, error }) => ({ name, problem: error.code, line: error.line })),
  };
}
