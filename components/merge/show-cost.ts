import { showMinutes } from '../show-amount';

/** From here on minutes say nothing more, and many people's time runs into thousands of hours. */
const WHOLE_HOURS_FROM = 600;

/** Minutes as people say them; from ten hours on, in whole hours. */
export function showCost(minutes: number): string {
  return showMinutes(minutes < WHOLE_HOURS_FROM ? minutes : Math.round(minutes / 60) * 60);
}
