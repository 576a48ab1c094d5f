import { posix } from 'node:path';
import { DOORS, LAYER_RULES } from './rules.ts';

export type Import = {
  /** Path from the project's root without extension, or the package's name. */
  to: string;
  /** Only types are imported. */
  typesOnly: boolean;
};

const STATEMENT = /^\s*(?:import|export)\s+(type\s)?\s*([^'";]*?)\s*from\s*['"]([^'"]+)['"]/gm;
const BARE = /^\s*import\s*['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g;

/** Everything that a module imports or exports again. `file` is a path from the root with "/". */
export function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  for (const [, type, names = '', to = ''] of text.matchAll(STATEMENT)) {
    found.push({ to: resolve(file, to), typesOnly: type !== undefined || namesAreTypes(names) });
  }
  for (const pattern of [BARE, DYNAMIC]) {
    for (const [, to = ''] of text.matchAll(pattern)) {
      found.push({ to: resolve(file, to), typesOnly: false });
    }
  }
  return found;
}

/** Sentences about the imports that the rules forbid; none when all is well. */
export function offences(file: string, text: string): string[] {
  const rule = LAYER_RULES.find(({ from }) => file.startsWith(from));
  if (!rule) return [`${file} lies in a folder that no layer rule names`];
  return importsOf(file, text).flatMap(({ to, typesOnly }) => {
    if (isOwnStylesheet(file, to)) return [];
    const allowed = typesOnly ? [...rule.values, ...rule.types] : rule.values;
    const open = DOORS.every((door) => typesOnly || passes(door, file, to));
    if (open && allowed.some((name) => matches(to, name))) return [];
    return [`${file} imports ${typesOnly ? 'types of ' : ''}${to}`];
  });
}

function isOwnStylesheet(file: string, to: string): boolean {
  return to.endsWith('.css') && posix.dirname(to) === posix.dirname(file);
}

function passes(door: (typeof DOORS)[number], file: string, to: string): boolean {
  return !to.startsWith(door.to) || door.from.some((start) => file.startsWith(start));
}

function matches(to: string, name: string): boolean {
  return name.endsWith('/') ? to.startsWith(name) : to === name;
}

function namesAreTypes(names: string): boolean {
  const inside = /^\{(.*)\}$/s.exec(names)?.[1];
  if (inside === undefined) return false;
  const each = inside.split(',').map((name) => name.trim());
  return each.filter(Boolean).every((name) => name.startsWith('type '));
}

function resolve(file: string, to: string): string {
  const root = to.startsWith('@/') || to.startsWith('~/') ? to.slice(2) : null;
  const path = to.startsWith('.') ? posix.join(posix.dirname(file), to) : (root ?? to);
  return path.replace(/\?.*$/, '').replace(/\.(tsx?|js)$/, '');
}
