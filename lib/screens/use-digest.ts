import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type {
  DigestFilter,
  DigestNews,
  DigestPart,
  DigestProps,
  DigestRange,
} from '../../components/digest/digest-props';
import type { Settings } from '../default-settings';
import { type DigestEntry, noticesSince } from '../tally/digest';
import { dayOf } from '../tally/local-day';
import { firstDay } from '../tally/query';
import type { Day } from '../tally/rows';
import { calendarFile } from './calendar-file';
import { calmly } from './calm-query';
import { digestView, firstDayOf, readyForSearch } from './digest-view';
import { failureWords } from './failure-words';
import { useAllNumbers, useFirstNumbers } from './page-marks';
import { saveFile } from './save-file';
import { useLive } from './use-live';
import { useLooseAsks } from './use-loose-asks';
import { useTicks } from './use-ticks';

const MINUTE_MS = 60_000;

/** Between two readings of the notices while messages come in. */
const PAUSE_MS = 1_000;

/** Everything that the digest shows and does. */
export function useDigest({ dayStartHour }: Pick<Settings, 'dayStartHour'>): DigestProps {
  const [range, setRange] = useState<DigestRange>('days7');
  const [part, setPart] = useState<DigestPart>('notices');
  const [filter, setFilter] = useState<DigestFilter>('open');
  const [query, setQuery] = useState('');
  const [news, setNews] = useState<DigestNews>(null);
  const now = useMinute();
  const { entries: told, isPartial, error } = useEntries(range, dayOf(now, dayStartHour));
  const first = useLive(() => firstDay(), []);
  const { entries, placed, tick, settle } = useTicks(told, (words) =>
    setNews({ ok: false, words }),
  );
  const { known, hold, release } = useHeldBack(entries);
  const view = useMemo(
    () => entries && digestView(entries, { part, filter, query, now, placed, known, isPartial }),
    [entries, part, filter, query, now, placed, known, isPartial],
  );
  useFirstNumbers(view !== undefined);
  useAllNumbers(view !== undefined && !isPartial);
  useEffect(() => entries && readyForSearch(entries), [entries]);
  /** Another choice shows another list: everything goes where it belongs. */
  const choosing =
    <Value>(choose: (value: Value) => void) =>
    (value: Value) => {
      choose(value);
      settle();
      release();
      setNews(null);
    };
  return {
    ...{ view, range, part, filter, query, now, news },
    failure: error === null ? null : failureWords(error),
    everCounted: first.value !== null,
    onRange: choosing(setRange),
    onPart: choosing(setPart),
    onFilter: choosing(setFilter),
    onQuery: choosing(setQuery),
    onTick: (entry, done) => {
      setNews(null);
      tick(entry, done);
    },
    onCalendar: (entry) => setNews(saveCalendar(entry)),
    onReading: hold,
    onShowWaiting: release,
  };
}

/** The notices of a range and the requests that are none; the notices are there first. */
function useEntries(range: DigestRange, today: Day) {
  const from = firstDayOf(range, today);
  const read = useMemo(() => calmly(() => noticesSince(from), PAUSE_MS), [from]);
  const notices = useLive(read, [read]);
  const asks = useLooseAsks(from, today);
  const entries = useMemo(
    () => notices.value && [...notices.value, ...(asks.value ?? [])],
    [notices.value, asks.value],
  );
  const isPartial = asks.value === undefined;
  return { entries, isPartial, error: notices.error ?? asks.error };
}

/** Unix ms, moved on every minute: deadlines pass and days end while the panel stays open. */
function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** While the reader is at the list, entries that come in wait: nothing may slip below the pointer. */
function useHeldBack(entries: readonly DigestEntry[] | undefined) {
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null);
  const newest = useRef(entries);
  newest.current = entries;
  const hold = (isReading: boolean) => {
    if (!isReading) setKnown(null);
    else setKnown((before) => before ?? new Set(newest.current?.map(({ id }) => id)));
  };
  return { known, hold, release: () => setKnown(null) };
}

function saveCalendar(entry: DigestEntry): DigestNews {
  try {
    const file = calendarFile(entry, Date.now());
    if (!file) return null;
    saveFile(file.name, file.content);
    return { ok: true, words: i18n.t('digest_calendar_saved', { name: file.name }) };
  } catch (error) {
    console.error(error);
    return { ok: false, words: i18n.t('data_failed', { reason: failureWords(error) }) };
  }
}
