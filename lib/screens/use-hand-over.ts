import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { HandOverPreview, HandOverProps } from '../../components/merge/HandOver';
import type { Settings } from '../default-settings';
import { isLongEnough, plainWord } from '../export/group-code';
import { handedTally, tallyJson } from '../export/tally-json';
import { parseTally } from '../import/tally';
import { type HandedTally, isHandedPeriod } from '../tally/hand-over';
import { addDays } from '../tally/local-day';
import { readingDb } from '../tally/query';
import type { Day } from '../tally/rows';
import { groupDayRows } from '../tally/work-groups';
import { failureWords } from './failure-words';
import { nextIdentity } from './hand-over-identity';
import { saveFile } from './save-file';
import { useToday } from './use-today';

/** A year: what a supervisor asks for at most, and what the form offers first. */
const OFFERED_DAYS = 365;

/** Lines of the file that the preview shows. */
const SHOWN_LINES = 6;

type Made = HandOverPreview & { json: string; name: string };

/** Makes one's own tally file: first a preview, then just what was shown. */
export function useHandOver({ dayStartHour }: Pick<Settings, 'dayStartHour'>): HandOverProps {
  const today = useToday(dayStartHour);
  const [from, setFrom] = useState(addDays(today, 1 - OFFERED_DAYS));
  const [to, setTo] = useState(today);
  const [word, setWord] = useState('');
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const [result, setResult] = useState<HandOverProps['result']>(null);

  const make = async () => {
    setBusy(true);
    setResult(null);
    try {
      setMade(await makeFile(word, from, to));
    } catch (error) {
      console.error(error);
      setResult({ ok: false, words: i18n.t('merge_failed', { reason: failureWords(error) }) });
    }
    setBusy(false);
  };
  const change = (set: (text: string) => void) => (text: string) => {
    // The preview is of what was asked before.
    setMade(null);
    setResult(null);
    set(text);
  };
  return {
    ...{ from, to, word, today, busy, result, preview: made },
    problem: problemOf(word, from, to, today),
    onFrom: change(setFrom),
    onTo: change(setTo),
    onWord: change(setWord),
    onPreview: () => void make(),
    onCancel: () => setMade(null),
    onSave: () => {
      if (!made) return;
      saveFile(made.name, new Blob([made.json], { type: 'application/json' }));
      setMade(null);
      setResult({ ok: true, words: i18n.t('merge_saved', { name: made.name }) });
    },
  };
}

function problemOf(word: string, from: Day, to: Day, today: Day): HandOverProps['problem'] {
  if (plainWord(word) !== '' && !isLongEnough(word)) return 'word';
  return isHandedPeriod(from, to) && to <= today ? null : 'range';
}

async function makeFile(word: string, from: Day, to: Day): Promise<Made> {
  const db = readingDb();
  const [rows, groups] = await Promise.all([groupDayRows(from, to, db), db.groups.toArray()]);
  const identity = await nextIdentity();
  const tally = await handedTally({ identity, word: plainWord(word), from, to, rows, groups });
  const json = tallyJson(tally);
  // What every merge would refuse is not handed over.
  parseTally(json);
  const name = `fingerlight-tally-${from}_${to}.json`;
  return { ...countsOf(tally), lines: json.split('\n').slice(0, SHOWN_LINES), json, name };
}

function countsOf({ rows }: HandedTally): Pick<HandOverPreview, 'rows' | 'days' | 'groups'> {
  return {
    rows: rows.length,
    days: new Set(rows.map(({ day }) => day)).size,
    groups: new Set(rows.map(({ site, code }) => `${site}|${code}`)).size,
  };
}
