import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SimulatedMessage } from '../tests/simulator/wechat/types.ts';

const FOLDER = fileURLToPath(new URL('../../shared/data/jxnu/', import.meta.url));
const DAY = 24 * 60 * 60 * 1000;
const WEEK = 7 * DAY;

/** How one row follows from another: the earlier row's id, and what people called the relation. */
export type Label = { of: string; label: string; note: string };

/** A row of the log as the simulated page posts it. */
export type Replayed = { row: string; message: SimulatedMessage & { id: string } };

type Row = {
  id: string;
  src: string;
  sender?: string;
  ts: string;
  kind: string;
  text: string;
  img?: string;
  files?: string[];
};

/** The log is third-party text beside the project, and may be absent. */
export function hasLog(): boolean {
  return existsSync(`${FOLDER}messages.jsonl`) && existsSync(`${FOLDER}pairs.tsv`);
}

/**
 * The log in the order of its times, one message a posting and one a file. Every time is moved by the same
 * whole number of weeks, so that the last is yesterday's or up to a week older; texts stay as they are, so the
 * dates that they name do not move along.
 */
export function replayedLog(now: number): Replayed[] {
  const rows = lines('messages.jsonl').map((line) => JSON.parse(line) as Row);
  const timeOf = ({ ts }: Row) => Date.parse(`${ts.replace(' ', 'T')}+08:00`);
  const weeks = Math.floor((now - DAY - Math.max(...rows.map(timeOf))) / WEEK);
  let serial = 0;
  return rows
    .toSorted((one, other) => timeOf(one) - timeOf(other))
    .flatMap((row) =>
      postingsOf(row).map((posting) => ({
        row: row.id,
        message: {
          ...posting,
          id: `1${String(++serial).padStart(18, '0')}`,
          chat: chatOf(row.src),
          from: row.sender ?? `${row.src}00`,
          time: timeOf(row) + weeks * WEEK,
        },
      })),
    );
}

/** Labels by the id of the later row. */
export function labels(): Map<string, Label[]> {
  const found = new Map<string, Label[]>();
  for (const line of lines('pairs.tsv').slice(1)) {
    const [of = '', later = '', label = '', note = ''] = line.split('\t');
    found.set(later, [...(found.get(later) ?? []), { of, label, note }]);
  }
  return found;
}

export function chatOf(source: string): string {
  return `工作群${source}`;
}

function lines(file: string): string[] {
  return readFileSync(FOLDER + file, 'utf8')
    .split('\n')
    .filter(Boolean);
}

/** A file whose name the log has lost gets one of its own: without, all such files would be one. */
function postingsOf({ id, kind, text, img, files }: Row): Omit<SimulatedMessage, 'chat'>[] {
  switch (kind) {
    case 'file':
      return (files ?? [`附件${id}.docx`]).map((name) => ({
        kind: 'file',
        file: { name, size: 10_000 + name.length },
      }));
    case 'image':
      return [{ kind: 'image', picture: { seed: img ?? id } }];
    case 'link':
    case 'text':
      return [{ kind: 'text', text }];
    default:
      return [{ kind: 'unsupported' }];
  }
}
