import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One known weakness of a package. */
export type Finding = {
  /** Its name in the advisory database, "GHSA-…", or its address where it has none. */
  advisory: string;
  package: string;
  severity: string;
  title: string;
};

/** `reached` is false where no registry answered: then nothing is known, neither good nor bad. */
export type Audit = { reached: true; findings: Finding[] } | { reached: false; why: string };

/** Asks the registry what is known of everything in the lockfile, tools and tests included. */
export function audit(): Audit {
  const windows = process.platform === 'win32';
  const asked = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', shell: windows });
  return auditOf(asked.stdout ?? '');
}

type Via = { url?: string; name: string; severity: string; title: string } | string;

/** Reads what `npm audit --json` prints. Anything but a whole report is no answer. */
export function auditOf(printed: string): Audit {
  let report: unknown;
  try {
    report = JSON.parse(printed);
  } catch {
    return { reached: false, why: 'it printed no report' };
  }
  const { vulnerabilities, message, error } = report as {
    vulnerabilities?: Record<string, { via: Via[] }>;
    message?: string;
    error?: { summary?: string };
  };
  if (!vulnerabilities)
    return { reached: false, why: message || error?.summary || 'it printed no report' };
  const found = Object.values(vulnerabilities).flatMap(({ via }) => via.flatMap(findingOf));
  return {
    reached: true,
    findings: [...new Map(found.map((each) => [each.advisory, each])).values()],
  };
}

/** A name alone says through which package another one is affected; that one has an entry of its own. */
function findingOf(via: Via): Finding[] {
  if (typeof via === 'string') return [];
  const { url = '', name, severity, title } = via;
  return [{ advisory: /GHSA-[\w-]+/.exec(url)?.[0] ?? url, package: name, severity, title }];
}

/** Advisories that a page explains: the first cell of each row of its table that names one. */
export function explainedIn(page: string): string[] {
  return [...page.matchAll(/^\| *(GHSA-[\w-]+) *\|/gm)].map(([, advisory = '']) => advisory);
}

/** What stands against a release: a finding that nobody explained, or an explanation of what is no longer found. */
export function objections(findings: readonly Finding[], explained: readonly string[]): string[] {
  const found = new Set(findings.map(({ advisory }) => advisory));
  return [
    ...findings
      .filter(({ advisory }) => !explained.includes(advisory))
      .map((each) => `${each.advisory} (${each.severity}) in ${each.package}: ${each.title}`),
    ...explained
      .filter((advisory) => !found.has(advisory))
      .map((advisory) => `${advisory} is explained but no longer found`),
  ];
}

/** How the answer begins when nobody could be asked. */
export const NOT_CHECKED = 'NOT CHECKED for known weaknesses';

/** Audits and compares with the page of explanations. Returns what to say of it; throws when something stands against a release. */
export function auditStep(page: string): string {
  const asked = audit();
  if (!asked.reached) {
    return `${NOT_CHECKED}: no registry answered npm audit (${asked.why})`;
  }
  const against = objections(asked.findings, explainedIn(readFileSync(page, 'utf8')));
  if (against.length > 0) throw new Error(`npm audit, see docs/audit.md:\n${against.join('\n')}`);
  return `npm audit: ${asked.findings.length} findings, all explained`;
}
