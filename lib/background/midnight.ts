import { browser } from 'wxt/browser';
import { nextMidnight } from '../tally/local-day';

/**
 * Does the work of a new day at every local midnight; the alarm wakes a stopped worker. Also when the browser starts:
 * on a computer that is off at night no alarm ever rings.
 */
export function everyMidnight(work: () => void): void {
  browser.alarms.onAlarm.addListener(() => {
    void setAlarm();
    work();
  });
  browser.runtime.onStartup.addListener(work);
  void setAlarm();
}

/** Set anew every time, because days are not equally long. */
function setAlarm(): Promise<void> {
  return browser.alarms.create('midnight', { when: nextMidnight(Date.now()) });
}
