import type { CheckupProps } from '../../../components/report/checkup/CheckupScreen';
import { groupLines } from '../../../lib/screens/checkup-view';
import { noCounts } from '../../../lib/tally/counts';
import type { GroupFacts } from '../../../lib/tally/group-facts';
import { groupId } from '../../../lib/tally/group-notes';
import { GROUP_THRESHOLDS } from '../../../lib/tally/group-thresholds';
import { reductionOf } from '../../../lib/tally/reduction';
import type { Counts, GroupRow } from '../../../lib/tally/rows';

/** Facts of a group with nothing particular but what is said. */
export function group(
  chat: string,
  { counts, ...facts }: Partial<Omit<GroupFacts, 'counts'>> & { counts?: Partial<Counts> } = {},
): GroupFacts {
  return {
    ...{ site: 'wechat', chat, firstDay: '2026-01-05', lastDay: '2026-11-27', offHours: 0 },
    ...{ overlaps: [], suspicions: [], notes: null, ...facts },
    counts: { ...noCounts(), messages: 100, ...counts },
  };
}

export const TWINS = [
  { site: 'wechat', chat: '社区甲群' },
  { site: 'wechat', chat: '社区乙群' },
] as const;

const SILENCE = {
  ...{ lastDay: '2026-08-01', quietDays: 120, workingDays: 39, inUseDays: 35 },
  successor: { chat: '防汛防台群', firstDay: '2026-08-04' },
};

/** One group for each suspicion, and one with none. */
export const FACTS: GroupFacts[] = [
  group('防汛群', {
    lastDay: '2026-08-01',
    counts: { messages: 0 },
    suspicions: [
      {
        kind: 'finished',
        evidence: {
          ...SILENCE,
          ...{ busyFrom: '2026-07-01', busyTo: '2026-07-31', busyMessages: 90, busyDays: 21 },
          afterwards: 1,
        },
      },
      { kind: 'dormant', evidence: { ...SILENCE, limit: 60 } },
    ],
  }),
  ...TWINS.map(({ chat }, at) => {
    const other = TWINS[1 - at] ?? TWINS[0];
    const overlap = { ...other, shared: 24, share: 0.92, shareOfOther: 0.88 };
    return group(chat, {
      counts: { messages: 240 - at, notices: 26, copies: 30, demands: { form: 9, photo: 2 } },
      overlaps: [overlap],
      suspicions: [
        { kind: 'duplicate', evidence: { ...other, shared: 24, share: 0.92, likeness: 0.81 } },
        { kind: 'audience', evidence: overlap },
      ],
    });
  }),
  group('打卡群', {
    counts: { messages: 180, replies: 120, demands: { 'check-in': 30 } },
    suspicions: [
      { kind: 'show', evidence: { messages: 180, replies: 120, traces: 30, notices: 2 } },
    ],
  }),
  group('闲聊群', {
    site: 'feishu',
    offHours: 60,
    suspicions: [{ kind: 'other', evidence: { messages: 100, chatter: 98, notices: 0 } }],
  }),
  group('网格群', { counts: { messages: 500, own: 20, notices: 40, copies: 120 }, offHours: 48 }),
];

export function lines(facts: readonly GroupFacts[] = FACTS, notes: readonly GroupRow[] = []) {
  return groupLines(facts, new Map(notes.map((row) => [groupId(row), row])), true);
}

const nothing = () => {};

export const CHECKUP: CheckupProps = {
  lines: lines(),
  linesOf: 'quarter',
  isWhole: true,
  failure: null,
  clusters: [[...TWINS]],
  matrix: {
    groups: TWINS.map((each) => ({ ...each, cluster: 0 })),
    shares: [
      [null, 0.92],
      [0.88, null],
    ],
  },
  period: 'quarter',
  from: '2026-08-30',
  to: '2026-11-27',
  dormantDays: 60,
  limits: GROUP_THRESHOLDS,
  notesStates: new Map(),
  onPeriod: nothing,
  onDormantDays: nothing,
  onNotes: nothing,
  onRetry: nothing,
  reduction: reductionOf(FACTS.map(() => null)),
  disposals: { last: null, unsaved: null, onSet: nothing, onUndo: nothing, onRetry: nothing },
};
