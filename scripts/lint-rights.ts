// Says whether a build could reach the network, run a text as code or make a page of a text. Exit code 1 if so.
import { differences } from './bundle-lint/finding.ts';
import { KNOWN_FINDINGS } from './bundle-lint/known-findings.ts';
import { findInPage } from './bundle-lint/page-rules.ts';
import { findInScript } from './bundle-lint/script-rules.ts';
import { findInStyle } from './bundle-lint/style-rules.ts';
import { BUILD_KINDS, type BuildKind, type Bundle, bundlesOf } from './bundles.ts';

for (const kind of BUILD_KINDS) {
  const bundles = bundlesOf(kind);
  if (bundles.length === 0) throw new Error(`there is no build for ${kind}`);
  const wrong = differences(bundles.flatMap(findingsIn), knownIn(kind));
  for (const words of wrong) console.log(`${kind} ${words}`);
  console.log(`${wrong.length === 0 ? 'ok' : 'NOT OK'} ${kind}: ${bundles.length} files read`);
  if (wrong.length > 0) process.exitCode = 1;
}

function knownIn(kind: BuildKind) {
  return KNOWN_FINDINGS.filter(({ only = kind }) => only === kind);
}

function findingsIn({ file, text }: Bundle) {
  if (file.endsWith('.html')) return findInPage(file, text);
  return file.endsWith('.css') ? findInStyle(file, text) : findInScript(file, text);
}
