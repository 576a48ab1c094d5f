/** Name of the tally's database, and the version of the schema that `db.ts` describes. Apart, so that both can be known without Dexie. */
export const DATABASE_NAME = 'fingerlight';
export const SCHEMA_VERSION = 4;

/** The schema's version of a database as the browser numbers it. Dexie multiplies by ten, and uses the ones for repairs. */
export function schemaVersion(stored: number): number {
  return Math.floor(stored / 10);
}
