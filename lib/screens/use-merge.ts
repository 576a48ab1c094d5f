import { useMemo, useState } from 'preact/hooks';
import type { LedgerView } from '../../components/merge/LedgerTables';
import type { MergeProps } from '../../components/merge/MergeScreen';
import type { Settings } from '../default-settings';
import { codeOf, wordKey } from '../export/group-code';
import { ledgerLines } from '../export/ledger-lines';
import { ledgerOf } from '../import/ledger';
import { type Merged, merge, NOTHING_MERGED } from '../import/merge';
import { groupKey } from '../tally/hand-over';
import type { Ledger } from '../tally/merged-ledger';
import { FORMULA_VERSION } from '../tally/score';
import { ledgerWarnings } from './ledger-warnings';
import type { ReadTallies } from './read-tallies';
import { useHandOver } from './use-hand-over';
import { useLedgerFiles } from './use-ledger-files';
import { useSettings } from './use-settings';
import { useTallyReading } from './use-tally-reading';

type State = {
  merged: Merged;
  /** Files that count. */
  read: number;
  ledger: Ledger | null;
  broken: MergeProps['broken'];
  names: ReadonlyMap<string, string>;
};

const NOTHING: State = {
  ...{ merged: NOTHING_MERGED, read: 0, ledger: null, broken: [] },
  names: new Map(),
};

/** Everything that the merge part shows and does. What was merged lives as long as the page. */
export function useMerge(loaded: Settings): MergeProps {
  const handOver = useHandOver(useSettings(loaded).settings);
  const [state, setState] = useState(NOTHING);
  const { reading, stopped, read, stop } = useTallyReading((result) =>
    setState((now) => withMore(now, result)),
  );
  const { ledger, names } = state;
  const view = useMemo(() => ledger && viewOf(ledger, names), [ledger, names]);
  const files = useLedgerFiles(ledger);
  return {
    ...{ handOver, reading, stopped, broken: state.broken, read: state.read },
    ...files,
    ledger: view,
    onFiles: read,
    onStop: stop,
    onClear: () => setState(NOTHING),
    onName: async (word, known) => {
      if (!ledger) return 0;
      const found = await namesFor(ledger, word, known);
      setState((now) => ({ ...now, names: found }));
      return found.size;
    },
  };
}

function withMore(state: State, { merged: more, read, broken }: ReadTallies): State {
  const merged = merge(state.merged, more);
  return {
    ...state,
    merged,
    ledger: merged.size > 0 ? ledgerOf(merged) : null,
    read: state.read + read,
    broken: [...state.broken, ...broken],
  };
}

function viewOf(ledger: Ledger, names: ReadonlyMap<string, string>): LedgerView {
  return {
    ...{ contributors: ledger.contributors, names },
    lines: ledgerLines(ledger),
    isBrokenDown: ledger.groups !== null,
    warnings: ledgerWarnings(ledger),
    formula: FORMULA_VERSION,
  };
}

/** Which of these names the codes of the ledger stand for. */
async function namesFor(
  ledger: Ledger,
  word: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  const key = await wordKey(word);
  const groups = ledger.groups ?? [];
  const known = new Set(groups.map(groupKey));
  const sites = [...new Set(groups.map(({ site }) => site))];
  const found = new Map<string, string>();
  for (const chat of names) {
    for (const site of sites) {
      const group = groupKey({ site, code: await codeOf(key, { site, chat }) });
      if (known.has(group)) found.set(group, chat);
    }
  }
  return found;
}
