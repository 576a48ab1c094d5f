import { useEffect, useState } from 'preact/hooks';
import type { ExportPeriodProps, PeriodPreset } from '../../components/export/ExportPeriod';
import type { Settings } from '../default-settings';
import type { SheetSource } from '../export/sheet-source';
import { addDays } from '../tally/local-day';
import type { Day } from '../tally/rows';
import { readSheetSource } from './export-source';
import { failureWords } from './failure-words';
import { useToday } from './use-today';

const LENGTH: Record<Exclude<PeriodPreset, 'own'>, number> = { week: 7, month: 30, quarter: 90 };

/** Longest period in days, and bounds of its days: a year mistyped must not stop the page. */
const LONGEST = 1_100;
const EARLIEST = '2010-01-01';
const LATEST = '2100-01-01';

export type ExportSource = {
  /** Undefined before the first reading and where nothing can be read; the last one while the next is read. */
  source: SheetSource | undefined;
  props: {
    period: ExportPeriodProps;
    reading: boolean;
    failure: string | null;
    /** Days that the figures are of; null before the first reading. */
    readDays: Days | null;
    /** Unix ms at which the figures were read; null before. */
    readAt: number | null;
    onReload(): void;
  };
};

/** The chosen period and what the tally holds of it, read when the period changes or the reader asks. */
export function useExportSource(settings: Settings): ExportSource {
  const [preset, setPreset] = useState<PeriodPreset>('month');
  const today = useToday(settings.dayStartHour);
  const [ownDays, setOwnDays] = useState<Days>({ from: today, to: today });
  // Of today, so that they go on to the next day with it.
  const days = preset === 'own' ? ownDays : lastDays(today, LENGTH[preset]);
  const refused = !isPeriod(days);
  const { read, reading, failure, readAgain } = useReading(refused ? null : days, settings);

  const setOwn = (change: Partial<Days>) => {
    setPreset('own');
    setOwnDays({ ...days, ...change });
  };
  const choose = (chosen: PeriodPreset) => (chosen === 'own' ? setOwn({}) : setPreset(chosen));
  return {
    source: read?.source,
    props: {
      period: { preset, ...days, refused, onPreset: choose, onDays: setOwn },
      ...{ reading, failure },
      readDays: read ? { from: read.source.from, to: read.source.to } : null,
      readAt: read?.at ?? null,
      onReload: readAgain,
    },
  };
}

type Days = { from: string; to: string };

/** Reads the days whenever they change; none where they are null. What was read stays until the next is there. */
function useReading(days: Days | null, settings: Settings) {
  const { demandMinutes, pace, dormantDays } = settings;
  const [round, setRound] = useState(0);
  const [read, setRead] = useState<{ source: SheetSource; at: number }>();
  const [reading, setReading] = useState(true);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    const stopping = new AbortController();
    const end = (result: typeof read, reason: string | null) => {
      if (stopping.signal.aborted) return;
      setRead(result);
      setFailure(reason);
      setReading(false);
    };
    setFailure(null);
    setReading(days !== null);
    if (days === null) end(undefined, null);
    else {
      readSheetSource(days.from, days.to, settings, stopping.signal).then(
        (source) => end({ source, at: Date.now() }, null),
        (error: unknown) => {
          if (!stopping.signal.aborted) console.error(error);
          end(undefined, failureWords(error));
        },
      );
    }
    return () => stopping.abort();
  }, [days?.from, days?.to, demandMinutes, pace, dormantDays, round]);
  return { read, reading, failure, readAgain: () => setRound(round + 1) };
}

function lastDays(to: Day, length: number): Days {
  return { from: addDays(to, 1 - length), to };
}

function isPeriod({ from, to }: Days): boolean {
  const areDays = [from, to].every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day));
  return areDays && from <= to && from >= EARLIEST && to < LATEST && addDays(from, LONGEST) > to;
}
