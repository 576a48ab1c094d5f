import { type BundledPackage, EXCEPTIONS } from './package-licence.ts';

/** Data in our own source that was derived from somebody else's, so that no bundler knows of it. */
const DERIVED = [
  {
    what: 'the table of traditional and simplified characters, derived from the character dictionary of OpenCC',
    source: 'https://github.com/BYVoid/OpenCC',
    licence: 'Apache-2.0',
  },
] as const;

const RULE = `\n${'-'.repeat(78)}\n\n`;

/** One text for everything that is bundled: what, under which licence, from where, and each licence text once. */
export function licenceTexts(packages: readonly BundledPackage[]): string {
  const byText = Map.groupBy(packages, ({ texts }) => texts.join('\n\n'));
  const parts = [...byText].map(([text, alike]) => `${alike.map(heading).join('')}\n${text}\n`);
  return [
    'Fingerlight is under the MIT licence. It contains the following work of others.\n',
    ...parts,
    ...DERIVED.map((data) => derivedPart(data, packages)),
  ].join(RULE);
}

function heading({ name, version, licence, source }: BundledPackage): string {
  const why = EXCEPTIONS[name] ? `  (${EXCEPTIONS[name].why})\n` : '';
  return `${name} ${version}: ${licence}, ${source}\n${why}`;
}

/** The Apache licence names nobody, so one copy of its text stands for every work under it. */
function derivedPart(data: (typeof DERIVED)[number], packages: readonly BundledPackage[]): string {
  const same = packages.find(({ licence }) => licence === data.licence);
  if (!same) throw new Error(`no bundled package brings the text of ${data.licence}`);
  return `${data.what}: ${data.licence}, ${data.source}\n\nThe licence text is the one of ${same.name} above.\n`;
}
