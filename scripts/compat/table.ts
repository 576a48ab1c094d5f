import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

type Support = {
  version_added: string | false | null;
  version_removed?: string | false;
  flags?: unknown;
  partial_implementation?: boolean;
  prefix?: string;
  alternative_name?: string;
};

type Branch = { [name: string]: Branch | undefined } & {
  __compat?: { support: Record<string, Support | Support[] | undefined> };
};

export type Engine = 'chrome' | 'firefox';

/** First version that has a feature; `Infinity` where none has, null where the table does not say. */
export type Since = number | null;

/** MDN's compatibility table, the npm package `@mdn/browser-compat-data`. */
const TABLE = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@mdn/browser-compat-data'), 'utf8'),
) as Branch;

/** The branch of the table at a path such as `["css", "properties", "gap"]`. */
export function branchAt(path: readonly string[]): Branch | undefined {
  return path.reduce<Branch | undefined>(
    (branch, name) => (branch && Object.hasOwn(branch, name) ? branch[name] : undefined),
    TABLE,
  );
}

/** Names of the features right below a branch. */
export function namesAt(path: readonly string[]): string[] {
  return Object.keys(branchAt(path) ?? {}).filter((name) => name !== '__compat');
}

/** Since when an engine has the feature at a path, without flags and without a prefix. */
export function since(path: readonly string[], engine: Engine): Since {
  const support = branchAt(path)?.__compat?.support[engine];
  if (!support) return null;
  const statements = Array.isArray(support) ? support : [support];
  const usable = statements.filter(
    ({ flags, prefix, alternative_name, version_removed, partial_implementation }) =>
      !flags && !prefix && !alternative_name && !version_removed && !partial_implementation,
  );
  const versions = (usable.length > 0 ? usable : statements).map(({ version_added: version }) =>
    version === false
      ? Number.POSITIVE_INFINITY
      : Number.parseInt(String(version).replace('≤', ''), 10),
  );
  const least = Math.min(...versions.filter((version) => !Number.isNaN(version)));
  return versions.length === 0 ? null : least;
}
