import type { OverviewProps, OverviewView } from '../../components/report/overview-props';
import { compare } from '../../lib/tally/comparison';
import { courseOf } from '../../lib/tally/course';
import { dayKind } from '../../lib/tally/day-kind';
import { hourMapOf } from '../../lib/tally/hour-map';
import { weekdayOf } from '../../lib/tally/local-day';
import { isRange } from '../../lib/tally/periods';
import { burden } from '../tally/made-burden';
import { VIEW } from './samples';

/** The days around the National Day, with a make-up Saturday. */
export const RANGE = { from: '2026-09-28', to: '2026-10-11' };

const DAYS = {
  '2026-09-28': { messages: 40, own: 1, copyChars: 2_550, replies: 90, hours: { 9: 30, 21: 9 } },
  '2026-10-01': { messages: 9, demands: { 'check-in': 3 }, hours: { 7: 9 } },
  '2026-10-10': { messages: 5, demands: { form: 1 }, hours: { 9: 5 } },
} as const;

const SUMS = burden(RANGE.from, RANGE.to, DAYS);
const BEFORE = { from: '2026-09-14', to: '2026-09-25' };

/** Names as hostile as a group can have them. */
export const HOSTILE = [
  '=HYPERLINK("http://x")',
  '<img src=x onerror=alert(1)>',
  '\u202e群组\u202c'.repeat(400),
] as const;

export const OVERVIEW_VIEW: OverviewView = {
  ...RANGE,
  grain: 'day',
  figures: VIEW,
  course: courseOf(SUMS, 'day'),
  groups: ['防汛值守群', ...HOSTILE, ''].map((chat, at) => ({
    site: 'wechat',
    chat,
    minutes: { reading: 10 - at, demands: 20, replies: 1, total: 31 - at },
    messages: 100,
    copies: 7,
    demands: 3,
    replies: 30,
  })),
  hours: hourMapOf(SUMS.series),
  weeks: [
    { monday: '2026-09-28', week: '2026-W40', days: 4, meetings: 2, inspections: 0 },
    { monday: '2026-10-05', week: '2026-W41', days: 7, meetings: 1, inspections: 3 },
  ],
  days: SUMS.series.map(({ day, counts }) => ({
    day,
    weekday: weekdayOf(day),
    kind: dayKind(day),
    minutes: counts.messages,
    messages: counts.messages,
  })),
  unknownYears: [],
  firstDay: '2026-09-01',
};

const nothing = () => {};

export const OVERVIEW: OverviewProps = {
  period: {
    unit: 'range',
    range: RANGE,
    today: '2026-11-22',
    canGoOn: false,
    grain: 'day',
    grains: ['day', 'week', 'month'],
    isRange,
    onUnit: nothing,
    onStep: nothing,
    onRange: nothing,
    onGrain: nothing,
  },
  view: OVERVIEW_VIEW,
  failure: null,
  everCounted: true,
  travelled: [
    {
      notice: 'n1',
      title: HOSTILE[1],
      first: '2026-09-29',
      messages: 12,
      chats: ['镇村工作群', ...HOSTILE].map((chat) => ({ site: 'wechat', chat })),
    },
    { notice: 'n2', title: '', first: '2026-10-09', messages: 2, chats: [] },
  ],
  repeats: [],
  compare: {
    before: BEFORE,
    after: RANGE,
    comparison: compare(burden(BEFORE.from, BEFORE.to, { '2026-09-14': { messages: 90 } }), SUMS),
    ...{ isReading: false, overlap: false },
    onRanges: nothing,
  },
  onCopy: async () => true,
};

export const EMPTY_OVERVIEW: OverviewProps = {
  ...OVERVIEW,
  everCounted: false,
  view: {
    ...OVERVIEW_VIEW,
    figures: { ...VIEW, counts: { ...VIEW.counts, messages: 0 } },
    firstDay: null,
  },
};
