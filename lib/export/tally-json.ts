import {
  byPlace,
  COUNTED_DEMANDS,
  demandAt,
  FIRST_HOUR,
  type Figures,
  type HandedGroup,
  type HandedRow,
  type HandedTally,
  PLAIN_FIGURES,
  TALLY_FORMAT,
  TALLY_VERSION,
} from '../tally/hand-over.ts';
import type { Day, DayRow, GroupRow } from '../tally/rows.ts';
import { FORMULA_VERSION } from '../tally/score.ts';
import { offHoursOf } from '../tally/working-days.ts';
import { checkOf, codeOf, secretKey, wordKey } from './group-code.ts';

/** Who hands over. `secret` never leaves the machine: it makes the codes when there is no campaign word. */
export type Identity = { installation: string; secret: string; revision: number };

export type HandOver = {
  identity: Identity;
  /** "" when the supervisor gave out none. */
  word: string;
  from: Day;
  to: Day;
  /** Hour at which a day starts by the settings. */
  dayStart: number;
  rows: readonly DayRow[];
  /** Days whose sums came back from a copy. */
  restored: ReadonlySet<Day>;
  /** What the user decided of groups; only the disposal goes along, and only of groups with rows. */
  groups: readonly GroupRow[];
};

const NOTE =
  'For handing over: counts by day and group. No chat text, no names. Only chats opened in one browser: a lower bound.';

/** What is handed over: redacted sums. Names become codes here, and nothing else of a row but its counts is taken. */
export async function handedTally(request: HandOver): Promise<HandedTally> {
  const { identity, word, from, to, dayStart } = request;
  // A day on which messages of an earlier one were folded has a row without a message.
  const rows = request.rows.filter((row) => row.day >= from && row.day <= to && row.messages > 0);
  const secret = await secretKey(identity.secret);
  const shared = word === '' ? null : await wordKey(word);
  // Chats whose name is not known are not one group: nobody's may meet another's.
  const code = coder((chat) => (chat.trim() === '' ? secret : (shared ?? secret)));
  return {
    formula: FORMULA_VERSION,
    installation: identity.installation,
    revision: identity.revision,
    from,
    to,
    word: shared && (await checkOf(shared)),
    dayStart,
    // Of days with rows alone: the others would tell of chats that are not handed over.
    restored: [...new Set(rows.map(({ day }) => day))]
      .filter((day) => request.restored.has(day))
      .sort(),
    groups: await disposals(request.groups, rows, code),
    rows: await handedRows(rows, code),
  };
}

/** The same as JSON text, one row a line; figures that are 0 are left out, and what there is nothing to say of. */
export function tallyJson({ groups, rows, dayStart, restored, ...head }: HandedTally): string {
  const start = {
    ...{ format: TALLY_FORMAT, version: TALLY_VERSION, note: NOTE, ...head },
    ...(dayStart === null ? {} : { dayStart }),
  };
  const lists = [
    ...(restored.length > 0 ? [`"restored":${JSON.stringify(restored)}`] : []),
    `"groups":${listed(groups.map((group) => JSON.stringify(group)))}`,
    `"rows":${listed(rows.map(lineOf))}`,
  ];
  return `${JSON.stringify(start).slice(0, -1)},\n${lists.join(',\n')}}\n`;
}

type Coder = (place: { site: string; chat: string }) => Promise<string>;

function coder(keyFor: (chat: string) => CryptoKey): Coder {
  const known = new Map<string, Promise<string>>();
  return ({ site, chat }) => {
    const name = `${site}|${chat}`;
    const code = known.get(name) ?? codeOf(keyFor(chat), { site, chat });
    known.set(name, code);
    return code;
  };
}

/** Two chats of one code on one day become one row. */
async function handedRows(rows: readonly DayRow[], code: Coder): Promise<HandedRow[]> {
  const handed = new Map<string, HandedRow>();
  for (const row of rows) {
    const { day, site } = row;
    const told: HandedRow = { day, site, code: await code(row), figures: figuresOf(row) };
    const name = `${day}|${site}|${told.code}`;
    const known = handed.get(name);
    if (known)
      told.figures.forEach((figure, at) => {
        known.figures[at] = (known.figures[at] ?? 0) + figure;
      });
    else handed.set(name, told);
  }
  return [...handed.values()].sort(byPlace);
}

async function disposals(
  groups: readonly GroupRow[],
  rows: readonly DayRow[],
  code: Coder,
): Promise<HandedGroup[]> {
  const counted = new Set(rows.map(({ site, chat }) => `${site}|${chat}`));
  const handed = new Map<string, HandedGroup>();
  for (const { site, chat, disposal } of groups) {
    if (disposal === null || !counted.has(`${site}|${chat}`)) continue;
    const told = { site, code: await code({ site, chat }), disposal };
    handed.set(`${site}|${told.code}`, told);
  }
  return [...handed].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
}

function figuresOf(row: DayRow): Figures {
  const offHours = offHoursOf(row.day, row);
  return [
    ...PLAIN_FIGURES.map((name) => (name === 'offHours' ? offHours : row[name])),
    ...COUNTED_DEMANDS.map((kind) => row.demands[kind] ?? 0),
    ...Array.from({ length: 24 }, (_, hour) => row.hours[hour] ?? 0),
  ];
}

function lineOf({ day, site, code, figures }: HandedRow): string {
  const plain = PLAIN_FIGURES.map((name, at) => [name, figures[at] ?? 0] as const);
  const demands = COUNTED_DEMANDS.map((kind) => [kind, demandAt(figures, kind)] as const);
  const hours = figures.slice(FIRST_HOUR).map((count, hour) => [hour, count] as const);
  return JSON.stringify({
    ...{ day, site, code },
    ...nonZero(plain),
    demands: nonZero(demands),
    hours: nonZero(hours),
  });
}

function nonZero(pairs: readonly (readonly [string | number, number])[]): Record<string, number> {
  return Object.fromEntries(pairs.filter(([, count]) => count !== 0));
}

function listed(lines: string[]): string {
  return lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`;
}
