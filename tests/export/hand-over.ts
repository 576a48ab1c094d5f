import { askedIn } from '../../lib/export/asked';
import { CATEGORIES } from '../../lib/export/categories';
import type { Cell } from '../../lib/export/csv';
import type { Redaction } from '../../lib/export/redaction';
import type { Sheet } from '../../lib/export/sheet';
import { ledgerGroups, type SheetChoice, type SheetSource } from '../../lib/export/sheet-source';
import { emptyDay } from '../../lib/tally/counts';
import type { Coverage } from '../../lib/tally/coverage';
import { rangeBefore } from '../../lib/tally/periods';
import type { Counts, Day, DayRow, GroupRow } from '../../lib/tally/rows';
import { NO_OWN_VALUES } from '../../lib/tally/score';
import type { MadeTally } from '../tally/year/making';

export const ALL: SheetChoice = { groups: null, categories: new Set(CATEGORIES) };
export const OPEN: Redaction = { names: 'keep', text: 'whole', ownWords: true };

/** Everything was counted. */
export const WHOLE: Coverage = {
  ...{ firstDay: '2000-01-01', today: '2099-12-31' },
  ...{ restored: 0, restoredBefore: 0, imported: 0, silent: 0 },
};

export function dayRow(day: Day, chat: string, counts: Partial<Counts>): DayRow {
  return { ...emptyDay(`${day}|wechat|${chat}`), ...counts };
}

export function noteOf(chat: string, note: Partial<GroupRow>): GroupRow {
  const blank = { purpose: '', owner: '', unit: '', note: '', disposal: null };
  return { id: `wechat|${chat}`, site: 'wechat', chat, ...blank, ...note };
}

/** What the sheets are made of, from day sums alone. */
export function sourceOf(
  from: Day,
  to: Day,
  rows: readonly DayRow[],
  rest: Partial<SheetSource> & { notes?: readonly GroupRow[] } = {},
): SheetSource {
  const { notes = [], ...given } = rest;
  const earlier = rangeBefore({ from, to });
  const known = rows.filter(({ day }) => day <= to);
  return {
    ...{ from, to, isBeforeWhole: true, asked: [], own: NO_OWN_VALUES },
    coverage: WHOLE,
    days: known.filter(({ day }) => day >= from),
    before: known.filter(({ day }) => day >= earlier.from && day <= earlier.to),
    groups: ledgerGroups(known, notes, from),
    ...given,
  };
}

/** The same from a generated tally. */
export function sourceOfTally({ messages, notices, days }: MadeTally, from: Day, to: Day) {
  return sourceOf(from, to, days, { asked: askedIn(messages, notices, from, to) });
}

/** The rows of a sheet by the heads of its columns. */
export function objectsOf({ columns, rows }: Sheet): Record<string, Cell>[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map(({ head }, at) => [head, row[at] ?? null])),
  );
}

/** Text that means harm, or is none. */
export const HOSTILE = [
  '=HYPERLINK("http://x.invalid","点")',
  '+1+1|cmd',
  '=1+1',
  '-2+3',
  '@SUM(1,2)',
  '\t=1+2',
  '=WEBSERVICE("http://x.invalid/")',
  "=cmd|' /C calc'!A0",
  '=DDE("soffice";"/etc/passwd";"A1")',
  '＝1+1',
  '"=1+1"',
  '𠮷田𠀋群',
  '<img src=x onerror=alert(1)>&amp;"\'',
  '长'.repeat(2_000),
  '上\u0000下\u0008左\u001b右\u007f',
  '半\ud83d个\udc00字',
  '👨‍👩‍👧‍👦家庭群🇨🇳',
  '正\u202e反\u2066里',
  'constructor',
  '__proto__',
  '_x0041_班',
  '_x0041_',
  'toString',
  '0123',
  '  两头有空  ',
  '一行\r\n两行\t三',
  '20261015',
  '\ufffe\uffff',
  ']]>',
];
