import { readFileSync } from 'node:fs';
import type { Source } from '../../../lib/import/histories/history';
import { type Corrections, readFiles } from '../../../lib/import/histories/read-files';

const FOLDER = new URL('../../fixtures/histories/', import.meta.url);

/** A hand-written export. `path`: where it lay. */
export function fixture(name: string, path = name): Source {
  return { name, path, blob: new Blob([readFileSync(new URL(encodeURIComponent(name), FOLDER))]) };
}

export function fileOf(name: string, content: string | Uint8Array<ArrayBuffer>): Source {
  return { name, path: name, blob: new Blob([content]) };
}

/** Everything that files tell; none may be left out. */
export async function historyIn(files: readonly Source[], corrections?: Corrections) {
  const read = await readFiles(files, {}, corrections);
  if (!read) throw new Error('stopped');
  const [first] = read.broken;
  if (first) throw first.error;
  return read;
}

/** Messages as lines: "5 09:02:13 sender kind words", with * for own ones and ? where it is not known. */
export async function linesIn(...files: Source[]): Promise<string[]> {
  const { history } = await historyIn(files);
  return history.messages.map(({ time, sender, own, kind, text, file, link }) => {
    const words = [text, file?.name, file?.size, link?.title, link?.url];
    const date = new Date(time);
    const at = `${date.getDate()} ${date.toTimeString().slice(0, 8)}`;
    const who = own === null ? '?' : own ? '*' : '';
    return [at, `${who}${sender}`, kind, ...words.filter((word) => word)].join(' ');
  });
}
