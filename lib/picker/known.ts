import { pickedSite } from '../sites/picked';
import type { PickedDefinition } from '../sites/picked-definition';
import { isMarked } from '../sites/picked-own';
import { followAll } from '../sites/picked-place';
import { worded } from '../sites/picked-row';
import type { Guess } from './guess';
import type { FoundRow } from './rows-at';

/** What a definition finds on a page, to be put right by hand; null where it finds nothing there. */
export function guessOf(definition: PickedDefinition, document: Document): Guess | null {
  const site = pickedSite(definition);
  if (!site.isHere(document)) return null;
  const rows = site.rows(document);
  const transcript = followAll(definition.transcript, document).find((element) =>
    rows.every((row) => element.contains(row) || element.getRootNode() !== row.getRootNode()),
  );
  if (!transcript) return null;
  const found = definition.kinds.map((): FoundRow[] => []);
  for (const row of rows) {
    if (isMarked(definition.system, row, transcript)) continue;
    const { kind, text } = worded(definition, row, transcript) ?? {};
    if (kind && text) found[definition.kinds.indexOf(kind)]?.push({ row, text });
  }
  return {
    document,
    transcript,
    kinds: definition.kinds.map(({ row, text, answered }, index) => ({
      place: row,
      text,
      rows: found[index] ?? [],
      ...(answered ? { answered } : {}),
    })),
    parts: definition.kinds.map(({ sender, time, avatar }) => ({
      ...(sender ? { sender } : {}),
      ...(time ? { time } : {}),
      ...(avatar ? { avatar } : {}),
      hasName: sender ? 1 : 0,
      hasTime: definition.knownBy.clock ? 1 : 0.5,
      hasPicture: avatar ? 1 : 0,
    })),
    title: (definition.title && followAll(definition.title, document)[0]) ?? null,
    own: definition.kinds[0]?.own ?? null,
    ...(definition.system ? { system: definition.system } : {}),
    score: 0,
  };
}
