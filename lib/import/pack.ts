import type { Settings, SettingsChange, WordPack } from '../default-settings.ts';

/** Bytes of a file, entries of a list, characters of an entry, packs that are in use at a time. */
const MAX_BYTES = 64_000;
const MAX_ENTRIES = 500;
const MAX_ENTRY = 60;
const MAX_PACKS = 20;
/** One character stands in nearly every message: with it nothing would fold. */
const SHORTEST_KEYWORD = 2;

export type PackProblem =
  | 'large'
  | 'json'
  | 'kind'
  | 'version'
  | 'field'
  | 'name'
  | 'list'
  | 'empty'
  | 'many';

/** Why a pack is not taken. `detail` names the field or the entry. */
export class PackError extends Error {
  override readonly name = 'PackError';
  readonly problem: PackProblem;
  readonly detail: string;

  constructor(problem: PackProblem, detail = '') {
    super(`${problem}: ${detail}`);
    this.problem = problem;
    this.detail = detail;
  }
}

/** A pack as its file says it: lists of what is never folded. It can make the page fold less, and nothing else. */
export type Pack = { name: string; keywords: string[]; senders: string[] };

/** What a pack would add to the settings, and how much of it is there already. */
export type PackChange = { keywords: string[]; senders: string[]; known: number };

const FIELDS: ReadonlySet<string> = new Set(['format', 'version', 'name', 'keywords', 'senders']);

/** Reads a pack: `{"format":"fingerlight-words","version":1,"name":…,"keywords":[…],"senders":[…]}`. Throws `PackError`. */
export function readPack(text: string): Pack {
  if (text.length > MAX_BYTES) throw new PackError('large');
  const it = fieldsOf(text);
  if (it.format !== 'fingerlight-words') throw new PackError('kind');
  if (it.version !== 1) {
    // What is neither is not made into words: a list nested a hundred thousand times cannot be.
    const isShown = typeof it.version === 'number' || typeof it.version === 'string';
    throw new PackError('version', isShown ? String(it.version).slice(0, 20) : '');
  }
  const odd = Object.keys(it).find((field) => !FIELDS.has(field));
  if (odd !== undefined) throw new PackError('field', odd.slice(0, MAX_ENTRY));
  const name = typeof it.name === 'string' ? it.name.trim() : '';
  if (!isEntry(name)) throw new PackError('name');
  const keywords = listOf(it.keywords, 'keywords', SHORTEST_KEYWORD);
  const senders = listOf(it.senders, 'senders', 1);
  if (keywords.length + senders.length === 0) throw new PackError('empty');
  return { name, keywords, senders };
}

/** What taking the pack would change. */
export function changeBy(pack: Pack, { neverFold }: Settings): PackChange {
  const keywords = pack.keywords.filter((entry) => !neverFold.keywords.includes(entry));
  const senders = pack.senders.filter((entry) => !neverFold.senders.includes(entry));
  const known = pack.keywords.length + pack.senders.length - keywords.length - senders.length;
  return { keywords, senders, known };
}

/** The change of the settings by which a pack is taken; one of the same name is taken out before. Throws `PackError`. */
export function withPack(pack: Pack, settings: Settings): SettingsChange {
  const before = { ...settings, ...withoutPack(pack.name, settings) };
  if (before.packs.length >= MAX_PACKS) throw new PackError('many', String(MAX_PACKS));
  const { keywords, senders } = changeBy(pack, before);
  const { neverFold, packs } = before;
  return {
    neverFold: {
      ...neverFold,
      keywords: [...neverFold.keywords, ...keywords],
      senders: [...neverFold.senders, ...senders],
    },
    packs: [...packs, { ...pack, added: { keywords, senders } }],
  };
}

/**
 * The change by which a pack is taken out without a trace: what it added goes, but for what another pack names too, which
 * then counts as added by that one. What was there before it stays.
 */
export function withoutPack(name: string, settings: Settings): SettingsChange {
  const gone = settings.packs.find((pack) => pack.name === name);
  if (!gone) return {};
  const { neverFold } = settings;
  const packs = settings.packs
    .filter((pack) => pack !== gone)
    .map((pack) => ({ ...pack, added: { ...pack.added } }));
  const without = (list: 'keywords' | 'senders'): string[] => {
    const dropped = gone.added[list].filter((entry) => !handOn(entry, list, packs));
    return neverFold[list].filter((entry) => !dropped.includes(entry));
  };
  return {
    neverFold: { ...neverFold, keywords: without('keywords'), senders: without('senders') },
    packs,
  };
}

function handOn(entry: string, list: 'keywords' | 'senders', packs: WordPack[]): boolean {
  const heir = packs.find((pack) => pack[list].includes(entry));
  if (heir) heir.added[list] = [...heir.added[list], entry];
  return heir !== undefined;
}

function fieldsOf(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PackError('json');
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) throw new PackError('kind');
  return value as Record<string, unknown>;
}

function listOf(value: unknown, field: string, shortest: number): string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > MAX_ENTRIES) throw new PackError('list', field);
  const entries = value.map((entry, at) => {
    const text = typeof entry === 'string' ? entry.trim() : '';
    const isLong = [...text].length >= shortest;
    if (!isEntry(text) || !isLong) throw new PackError('list', `${field} ${at + 1}`);
    return text;
  });
  return [...new Set(entries)];
}

/** One line of printable characters; signs that turn or hide what follows are none. */
function isEntry(text: string): boolean {
  return text !== '' && [...text].length <= MAX_ENTRY && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text);
}
