/** Something that a file of a build must not hold. */
export type Finding = {
  /** Path inside the build. */
  file: string;
  /** Name of the rule that is broken. */
  rule: string;
  /** The word or address in question. */
  what: string;
  /** The text around it, for who has to find it. */
  near?: string;
};

/** A finding that is expected: so many of them in the files that match, for this reason. */
export type Known = {
  file: RegExp;
  rule: string;
  what: string;
  count: number;
  why: string;
  /** The build that alone holds it; both do unless given. */
  only?: 'chromium' | 'firefox';
};

/** What differs between what was found in one build and what is known: unknown findings, and known ones that are more or fewer. */
export function differences(found: readonly Finding[], known: readonly Known[]): string[] {
  const isMeant = (one: Known, { file, rule, what }: Finding) =>
    one.rule === rule && one.what === what && one.file.test(file);
  const unknown = found.filter((finding) => !known.some((one) => isMeant(one, finding)));
  const miscounted = known.flatMap((one) => {
    const count = found.filter((finding) => isMeant(one, finding)).length;
    return count === one.count
      ? []
      : [`${one.file}: ${one.rule}: ${one.what}: ${count} found, ${one.count} known`];
  });
  return [
    ...unknown.map(
      ({ file, rule, what, near }) => `${file}: ${rule}: ${what}${near ? ` in ${near}` : ''}`,
    ),
    ...miscounted,
  ];
}
