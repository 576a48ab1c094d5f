import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import type { SoundFile } from './checked-files.ts';

/** Loads what files say of themselves, their groups and their days: little, and checked, so it is written as it is. */
export async function loadHeads(db: DuckDBConnection, files: readonly SoundFile[]): Promise<void> {
  const told = await db.createAppender('tally_files');
  const groups = await db.createAppender('tally_groups');
  const restored = await db.createAppender('tally_restored');
  for (const file of files) {
    appendFile(told, file);
    for (const { site, code, disposal } of file.groups) append(groups, file, site, code, disposal);
    for (const day of file.restored) append(restored, file, day);
  }
  for (const appender of [told, groups, restored]) appender.closeSync();
}

function appendFile(told: DuckDBAppender, file: SoundFile): void {
  told.appendVarchar(file.installation);
  told.appendBigInt(BigInt(file.revision));
  told.appendVarchar(file.from);
  told.appendVarchar(file.to);
  if (file.word === null) told.appendNull();
  else told.appendVarchar(file.word);
  told.appendInteger(file.formula);
  if (file.dayStart === null) told.appendNull();
  else told.appendInteger(file.dayStart);
  told.endRow();
}

function append(appender: DuckDBAppender, file: SoundFile, ...texts: string[]): void {
  appender.appendVarchar(file.installation);
  appender.appendBigInt(BigInt(file.revision));
  for (const text of texts) appender.appendVarchar(text);
  appender.endRow();
}
