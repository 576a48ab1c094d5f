import { browser } from 'wxt/browser';
import { loadSettings, watchSettings } from '../settings';
import { nextDayStart } from '../tally/local-day';

const ALARM = 'new-day';

/**
 * Does the work of a new day whenever one starts; the alarm wakes a stopped worker. Also when the browser starts:
 * on a computer that is off at night no alarm ever rings. Another start of the day takes effect at once.
 */
export function everyNewDay(work: () => void): void {
  browser.alarms.onAlarm.addListener(() => {
    void setAlarm();
    work();
  });
  browser.runtime.onStartup.addListener(work);
  watchSettings(({ dayStartHour }) => void setAlarmAt(dayStartHour));
  void start(work);
}

/** Setting the alarm takes the place of one that is overdue: where a chat wakes the worker first, it would not ring. */
async function start(work: () => void): Promise<void> {
  const alarm = await browser.alarms.get(ALARM);
  if (alarm && alarm.scheduledTime <= Date.now()) work();
  await setAlarm();
}

async function setAlarm(): Promise<void> {
  await setAlarmAt((await loadSettings()).dayStartHour);
}

/** Set anew every time, because days are not equally long. */
function setAlarmAt(dayStartHour: number): Promise<void> {
  return browser.alarms.create(ALARM, { when: nextDayStart(Date.now(), dayStartHour) });
}
