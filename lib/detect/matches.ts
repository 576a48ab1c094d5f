/**
 * All matches of a global pattern, in order. `String.matchAll` makes a new pattern for every text that it reads, which
 * takes longer than to read it.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match);
    // An empty match would be found again for ever.
    if (match[0] === '') pattern.lastIndex++;
  }
  return matches;
}
