import { useEffect, useReducer } from 'preact/hooks';
import { dayOf, nextDayStart } from '../tally/local-day';
import type { Day } from '../tally/rows';

/**
 * The day that it is now; follows when the next one starts while the page is open. `dayStartHour`: from the settings.
 */
export function useToday(dayStartHour: number): Day {
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  const now = Date.now();
  const today = dayOf(now, dayStartHour);
  useEffect(() => {
    const timer = setTimeout(look, nextDayStart(Date.now(), dayStartHour) - Date.now(), null);
    // Timers stand still while a computer sleeps.
    const onVisible = () => look(undefined);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [today, dayStartHour]);
  return today;
}
