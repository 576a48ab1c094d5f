import { BUILDS } from './bundles.ts';
import { run } from './command.ts';

/** Warnings that are not ours to mend, by rule and how many there are of each. */
const KNOWN_WARNINGS: Readonly<Record<string, number>> = {};

type Finding = { code: string; message: string; file?: string; line?: number };
type Findings = { errors: Finding[]; warnings: Finding[] };

const { output } = await run('addons-linter', ['--output', 'json', BUILDS.firefox]);
const { errors, warnings } = JSON.parse(output) as Findings;

const counts = new Map<string, number>();
for (const { code } of warnings) counts.set(code, (counts.get(code) ?? 0) + 1);
const codes = new Set([...counts.keys(), ...Object.keys(KNOWN_WARNINGS)]);
const changed = [...codes].filter((code) => counts.get(code) !== KNOWN_WARNINGS[code]);

for (const { code, message, file, line } of [...errors, ...warnings]) {
  console.log(`${code} ${file ?? ''}:${line ?? ''} ${message}`);
}
for (const code of changed) {
  console.log(`${code}: ${counts.get(code) ?? 0} found, ${KNOWN_WARNINGS[code] ?? 0} known`);
}
process.exitCode = errors.length + changed.length > 0 ? 1 : 0;
