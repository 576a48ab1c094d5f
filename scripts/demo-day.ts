import { DEFAULT_SETTINGS } from '../lib/default-settings.ts';
import { dayOf } from '../lib/tally/local-day.ts';
import { simulatedDay, WORKING_DAY } from '../tests/corpus/working-day.ts';
import type { SimulatedMessage } from '../tests/simulator/wechat/types.ts';

/** The written working day, moved to today as the popup takes it, or on a weekend to Friday. Its texts keep their dates. */
export function latestWorkingDay(now: Date): SimulatedMessage[] {
  const { year, month, day } = WORKING_DAY;
  const written = new Date(year, month - 1, day).getTime();
  const wanted = new Date(`${dayOf(now.getTime(), DEFAULT_SETTINGS.dayStartHour)}T00:00:00`);
  while (isWeekend(wanted)) wanted.setDate(wanted.getDate() - 1);
  return simulatedDay().map((message) => ({
    ...message,
    time: (message.time ?? written) - written + wanted.getTime(),
  }));
}

function isWeekend(date: Date): boolean {
  return date.getDay() === 0 || date.getDay() === 6;
}
