import { BACKUP_FORMAT, BACKUP_VERSION, type Backup, packedOf } from '../tally/backup.ts';
import { contributionsOfMessage, contributionsOfNotice } from '../tally/contributions.ts';
import {
  addContributions,
  addCounts,
  type Contributions,
  dayRowId,
  isZero,
} from '../tally/counts.ts';
import { TALLY_FORMAT } from '../tally/hand-over.ts';
import { countEntry } from '../tally/history-counts.ts';
import { historyEntries } from '../tally/history-rows.ts';
import {
  closedRow,
  dayRow,
  exceptionRow,
  groupRow,
  historyRow,
  messageRow,
  noticeRow,
  privateChatRow,
} from './backup-rows.ts';
import { list, plainObject, WrongShape } from './shape.ts';

/**
 * Why a backup cannot be read.
 * `not-json`: no JSON, for example a file that was cut. `not-ours`: of another program.
 * `tally`: a file for handing over, from which nothing can be restored. `newer-version`: written by a later version of
 * this one. `damaged`: ours, but changed or incomplete since.
 */
export type BackupProblem = 'not-json' | 'not-ours' | 'tally' | 'newer-version' | 'damaged';

/** A backup that cannot be read. Nothing was changed. The message names the place, never the content. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly code: BackupProblem;

  constructor(code: BackupProblem, message: string) {
    super(message);
    this.code = code;
  }
}

/** Most rows of one table: ten years of a heavy user. */
const MOST_ROWS = 10_000_000;

/**
 * Checks a backup completely and returns its rows. Throws `BackupError`.
 * Besides the shape of every row it checks that the rows belong together: each member of a notice is a message of
 * the backup, and the day sums are just what the messages come to, except on days that the backup calls closed. So a
 * backup whose message keys are missing otherwise
 * is refused: its sums could never be told from messages that are counted here already.
 */
export function parseBackup(json: string): Backup {
  const file = parseFile(json);
  const backup = readTables(file.tables);
  checkMembers(backup);
  checkGroups(backup);
  checkDays(backup);
  return backup;
}

function parseFile(json: string): Record<string, unknown> {
  const file = jsonObject(json);
  if (file?.format === TALLY_FORMAT) throw new BackupError('tally', 'a tally');
  if (file?.format !== BACKUP_FORMAT) throw new BackupError('not-ours', 'another format');
  const { version } = file;
  if (typeof version !== 'number' || !(version >= 1)) throw damaged('version');
  if (version > BACKUP_VERSION) throw new BackupError('newer-version', `version ${version}`);
  return file;
}

function jsonObject(json: string): Record<string, unknown> | null {
  try {
    return JSON.parse(json) as Record<string, unknown> | null;
  } catch {
    throw new BackupError('not-json', 'not JSON, or cut');
  }
}

function readTables(tables: unknown): Backup {
  try {
    const source = plainObject(tables, 'tables');
    const { messages, notices, days, exceptions, groups, closedDays, privateChats } = source;
    return {
      messages: list(messageRow, MOST_ROWS)(messages, 'messages'),
      notices: list(noticeRow, MOST_ROWS)(notices, 'notices'),
      days: list(dayRow, MOST_ROWS)(days, 'days'),
      exceptions: list(exceptionRow, MOST_ROWS)(exceptions, 'exceptions'),
      // A file of the first version has none.
      groups: list(groupRow, MOST_ROWS)(groups ?? [], 'groups'),
      closedDays: list(closedRow, MOST_ROWS)(closedDays ?? [], 'closedDays'),
      privateChats: list(privateChatRow, MOST_ROWS)(privateChats ?? [], 'privateChats'),
      // Nor has one of the second.
      histories: list(historyRow, MOST_ROWS)(source.histories ?? [], 'histories'),
    };
  } catch (error) {
    if (error instanceof WrongShape) throw damaged(error.message);
    throw error;
  }
}

/** Every message that states a version is a member of it, once, and the other way round, and both say the same. */
function checkMembers({ messages, notices, exceptions }: Backup): void {
  const rows = new Map(messages.map((row) => [row.key, row]));
  checkDistinct(messages.length, rows.size, 'messages');
  checkDistinct(notices.length, new Set(notices.map((row) => row.notice)).size, 'notices');
  checkDistinct(
    exceptions.length,
    new Set(exceptions.map((row) => row.contentKey)).size,
    'exceptions',
  );
  const stating = new Set(messages.flatMap((row) => (row.verdict.notice === null ? [] : row.key)));
  for (const { notice, members, claims, evidence } of notices) {
    if (members.length === 0) throw damaged(`notice without members`);
    for (const member of members) {
      const row = rows.get(member.key);
      const isStated = row?.verdict.notice === notice && stating.delete(member.key);
      if (!isStated || !COPIED_FIELDS.every((field) => row[field] === member[field])) {
        throw damaged('member without its message');
      }
    }
    if (evidence && !members.some(({ key }) => key === evidence.key)) {
      throw damaged('evidence number without its message');
    }
    const keys = new Set(members.flatMap(({ key, recalled }) => (recalled ? [] : key)));
    if (!claims.every(({ key }) => keys.has(key))) throw damaged('claim without its member');
  }
  if (stating.size > 0) throw damaged('message without its notice');
}

const COPIED_FIELDS = ['site', 'chat', 'own', 'time', 'day', 'chars', 'recalled'] as const;

function checkDistinct(rows: number, keys: number, table: string): void {
  if (rows !== keys) throw damaged(`a key twice in ${table}`);
}

function checkGroups({ groups }: Backup): void {
  checkDistinct(groups.length, new Set(groups.map(({ id }) => id)).size, 'groups');
}

/** Sums of a closed day stand alone; all others are just what the messages come to. */
function checkDays({ messages, notices, days, closedDays, histories }: Backup): void {
  const sums: Contributions = new Map();
  const closed = new Set(closedDays.map(({ day }) => day));
  checkDistinct(closedDays.length, closed.size, 'closedDays');
  for (const row of messages) {
    const isFoldLost = row.foldedDay !== null && closed.has(row.foldedDay) && !closed.has(row.day);
    if (isFoldLost) throw damaged('fold on a closed day');
    addContributions(sums, contributionsOfMessage(row, closed));
  }
  for (const row of notices) addContributions(sums, contributionsOfNotice(row, closed));
  checkDistinct(histories.length, new Set(histories.map(({ id }) => id)).size, 'histories');
  for (const history of histories) {
    if (history.id !== dayRowId(history)) throw damaged('imported chat under another name');
    if (closed.has(history.day)) continue;
    for (const entry of historyEntries(packedOf(history))) countEntry(sums, history, entry);
  }
  checkDistinct(days.length, new Set(days.map(({ id }) => id)).size, 'days');
  for (const day of days) {
    if (day.id !== dayRowId(day)) throw damaged('day sums under another name');
    if (closed.has(day.day)) continue;
    const sum = sums.get(day.id);
    if (!sum) throw damaged('day sums without their messages');
    addCounts(sum, day, -1);
  }
  for (const rest of sums.values())
    if (!isZero(rest)) throw damaged('day sums differ from their messages');
}

function damaged(where: string): BackupError {
  return new BackupError('damaged', where);
}
