import { NameList } from './name-list.ts';
import { Pages } from './pages.ts';
import { PlaceLists } from './place-lists.ts';
import { Postings } from './postings.ts';
import { RecordReader } from './record-bytes.ts';
import type { SnapshotReader, SnapshotWriter } from './snapshot-bytes.ts';
import { VersionRows } from './version-rows.ts';
import { WordPages } from './word-pages.ts';

/** What the versions are kept in: a few blocks of memory, no object a version. */
export type VersionParts = {
  rows: VersionRows;
  /** Records of the versions. */
  pages: Pages;
  words: WordPages;
  names: NameList;
  places: PlaceLists;
  /** Ordinals by fingerprint. */
  prints: Postings;
  /** When a version was shown anew, for those that were. Unix ms by ordinal. */
  seen: Map<number, number>;
  /** Keys of the files and pictures that came with a version, for those that had any. */
  came: Map<number, readonly string[]>;
};

/** The parts of a store without a version. */
export function emptyParts(): VersionParts {
  return {
    rows: new VersionRows(),
    pages: new Pages(),
    words: new WordPages(),
    names: new NameList(),
    places: new PlaceLists(),
    prints: new Postings(),
    seen: new Map(),
    came: new Map(),
  };
}

/** Reads a record from its beginning. */
export function recordOf({ rows, pages }: VersionParts, ordinal: number): RecordReader {
  const address = rows.addressOf(ordinal);
  return new RecordReader(pages.pageOf(address), pages.offsetOf(address));
}

/** Writes all parts down. */
export function writeParts(parts: VersionParts, snapshot: SnapshotWriter): void {
  const { rows, pages, words, names, places, prints, seen, came } = parts;
  for (const part of [rows, pages, words, places, prints]) part.write(snapshot);
  snapshot.text(JSON.stringify({ names: names.names, seen: [...seen], came: [...came] }));
}

/** The parts again, without the closed pages of words. */
export function readParts(snapshot: SnapshotReader): VersionParts {
  const rows = VersionRows.read(snapshot);
  const pages = Pages.read(snapshot);
  const words = WordPages.read(snapshot);
  const places = PlaceLists.read(snapshot);
  const prints = Postings.read(snapshot);
  const small = JSON.parse(snapshot.text()) as {
    names: string[];
    seen: [number, number][];
    came: [number, string[]][];
  };
  const names = new NameList(small.names);
  const [seen, came] = [new Map(small.seen), new Map(small.came)];
  return { rows, pages, words, names, places, prints, seen, came };
}
