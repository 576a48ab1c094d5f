import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { HandOverPreview, HandOverProps } from '../../components/merge/HandOver';
import type { Settings } from '../default-settings';
import { isLongEnough, plainWord } from '../export/group-code';
import { handedTally, tallyJson } from '../export/tally-json';
import { parseTally } from '../import/tally';
import { type HandedTally, isHandedPeriod } from '../tally/hand-over';
import { addDays } from '../tally/local-day';
import { readingDb, restoredDays } from '../tally/query';
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
  const { busy, made, result, make, end } = useMaking();
  const change = (set: (text: string) => void) => (text: string) => {
    end(null);
    set(text);
  };
  return {
    ...{ from, to, word, today, busy, result, preview: made },
    problem: problemOf(word, from, to, today),
    onFrom: change(setFrom),
    onTo: change(setTo),
    onWord: change(setWord),
    onPreview: () => void make({ word, from, to, dayStart: dayStartHour }),
    onCancel: () => end(null),
    onSave: () => {
      if (!made) return;
      saveFile(made.name, new Blob([made.json], { type: 'application/json' }));
      end({ ok: true, words: i18n.t('merge_saved', { name: made.name }) });
    },
  };
}

type Making = { busy: boolean; made: Made | null; result: HandOverProps['result'] };

/** The file that is made, or was. Whatever is asked or ended in between, one that comes late is not shown. */
function useMaking() {
  const [making, setMaking] = useState<Making>({ busy: false, made: null, result: null });
  const round = useRef(0);
  const end = (result: Making['result']) => {
    round.current += 1;
    setMaking({ busy: false, made: null, result });
  };
  const make = async (asked: Asked) => {
    round.current += 1;
    const own = round.current;
    setMaking({ busy: true, made: null, result: null });
    try {
      const made = await makeFile(asked);
      if (own === round.current) setMaking({ busy: false, made, result: null });
    } catch (error) {
      console.error(error);
      const words = i18n.t('merge_failed', { reason: failureWords(error) });
      if (own === round.current) end({ ok: false, words });
    }
  };
  return { ...making, make, end };
}

function problemOf(word: string, from: Day, to: Day, today: Day): HandOverProps['problem'] {
  if (plainWord(word) !== '' && !isLongEnough(word)) return 'word';
  return isHandedPeriod(from, to) && to <= today ? null : 'range';
}

type Asked = { word: string; from: Day; to: Day; dayStart: number };

async function makeFile({ word, from, to, dayStart }: Asked): Promise<Made> {
  const db = readingDb();
  const [rows, groups, restored] = await Promise.all([
    groupDayRows(from, to, db),
    db.groups.toArray(),
    restoredDays(from, to, db),
  ]);
  const identity = await nextIdentity();
  const tally = await handedTally({
    ...{ identity, from, to, dayStart, rows, groups },
    word: plainWord(word),
    restored: new Set(restored),
  });
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
