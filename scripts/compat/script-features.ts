import type { AnyNode, MemberExpression } from 'acorn';
import {
  constantText,
  isStyleText,
  memberName,
  type ScriptTree,
  scriptTree,
} from '../bundle-lint/script-tree.ts';
import { featuresOfStyle } from './style-features.ts';
import { branchAt, namesAt } from './table.ts';
import type { UsedFeature } from './used-feature.ts';

/** Interfaces and built-in objects that have a member of a name: "toSorted" → Array, the typed arrays. */
const HOLDERS = holdersByMember();

function holdersByMember(): ReadonlyMap<string, (readonly string[])[]> {
  const holders = new Map<string, (readonly string[])[]>();
  for (const area of [['javascript', 'builtins'], ['api']] as const) {
    for (const holder of namesAt(area)) {
      for (const member of namesAt([...area, holder])) {
        const path = [...area, holder, member];
        holders.set(member, [...(holders.get(member) ?? []), path]);
      }
    }
  }
  return holders;
}

/** Syntax by what it looks like, and where the table tells of it. */
const SYNTAX: readonly [string, readonly string[], (node: AnyNode) => boolean][] = [
  [
    'static block',
    ['javascript', 'classes', 'static', 'initialization_blocks'],
    (n) => n.type === 'StaticBlock',
  ],
  [
    'class field',
    ['javascript', 'classes', 'public_class_fields'],
    (n) => n.type === 'PropertyDefinition',
  ],
  [
    'private member',
    ['javascript', 'classes', 'private_class_methods'],
    (n) => n.type === 'PrivateIdentifier',
  ],
  [
    'private in',
    ['javascript', 'classes', 'private_class_fields_in'],
    (n) => n.type === 'BinaryExpression' && n.left.type === 'PrivateIdentifier',
  ],
  [
    '??=',
    ['javascript', 'operators', 'nullish_coalescing_assignment'],
    (n) => n.type === 'AssignmentExpression' && n.operator === '??=',
  ],
  [
    '||=',
    ['javascript', 'operators', 'logical_or_assignment'],
    (n) => n.type === 'AssignmentExpression' && n.operator === '||=',
  ],
  [
    '&&=',
    ['javascript', 'operators', 'logical_and_assignment'],
    (n) => n.type === 'AssignmentExpression' && n.operator === '&&=',
  ],
  ['?.', ['javascript', 'operators', 'optional_chaining'], (n) => n.type === 'ChainExpression'],
  [
    '??',
    ['javascript', 'operators', 'nullish_coalescing'],
    (n) => n.type === 'LogicalExpression' && n.operator === '??',
  ],
  ['import()', ['javascript', 'operators', 'import'], (n) => n.type === 'ImportExpression'],
  [
    'lookbehind',
    ['javascript', 'regular_expressions', 'lookbehind_assertion'],
    (n) => isPattern(n, /\(\?<[=!]/),
  ],
  [
    'named group',
    ['javascript', 'regular_expressions', 'named_capturing_group'],
    (n) => isPattern(n, /\(\?<[A-Za-z]/),
  ],
  [
    'modifiers',
    ['javascript', 'regular_expressions', 'modifier'],
    (n) => isPattern(n, /\(\?[ims-]+:/),
  ],
  ['flag d', ['javascript', 'builtins', 'RegExp', 'hasIndices'], (n) => hasFlag(n, 'd')],
  ['flag v', ['javascript', 'builtins', 'RegExp', 'unicodeSets'], (n) => hasFlag(n, 'v')],
];

for (const [name, path] of SYNTAX) {
  if (!branchAt(path)?.__compat) throw new Error(`the table names no syntax for ${name}`);
}

function isPattern(node: AnyNode, pattern: RegExp): boolean {
  return (
    node.type === 'Literal' &&
    node.regex !== undefined &&
    node.regex !== null &&
    pattern.test(node.regex.pattern)
  );
}

function hasFlag(node: AnyNode, flag: string): boolean {
  return node.type === 'Literal' && node.regex?.flags.includes(flag) === true;
}

/**
 * What a script uses of a browser: syntax, globals, members of globals, members by their name alone, calls of the
 * extension interface. Of a name that several interfaces have, the oldest counts: what a value is cannot be told.
 */
export function featuresOfScript(text: string): UsedFeature[] {
  const tree = scriptTree(text);
  const used = new Map<string, UsedFeature>();
  const add = (name: string, paths: (readonly string[])[]) => {
    const known = paths.filter((path) => branchAt(path)?.__compat);
    if (known.length > 0) used.set(name, { name, paths: known });
  };
  tree.walk((node) => {
    for (const [name, path, isIt] of SYNTAX) if (isIt(node)) add(name, [path]);
    if (tree.isGlobal(node))
      add(node.name, [
        ['javascript', 'builtins', node.name],
        ['api', node.name],
      ]);
    if (node.type === 'MemberExpression') addMember(node, tree, add);
    const style = node.type === 'TemplateElement' ? node.value.cooked : constantText(node);
    if (style && isStyleText(style)) {
      for (const feature of featuresOfStyle(style)) add(feature.name, feature.paths);
    }
  });
  return [...used.values()];
}

function addMember(
  node: MemberExpression,
  tree: ScriptTree,
  add: (name: string, paths: (readonly string[])[]) => void,
): void {
  const name = memberName(node);
  if (name === null) return;
  const { object } = node;
  const holder = tree.isGlobal(object)
    ? object.name
    : object.type === 'MemberExpression'
      ? memberName(object)
      : null;
  if (holder !== null && tree.isGlobal(object) && /^[A-Z]/.test(holder)) {
    add(`${holder}.${name}`, [
      ['javascript', 'builtins', holder, name],
      ['api', holder, `${name}_static`],
      ['api', holder, name],
    ]);
    return;
  }
  // `browser.storage.session`, by whatever name the minifier gave to `browser`.
  if (holder !== null && branchAt(['webextensions', 'api', holder, name])) {
    add(`${holder}.${name}`, [['webextensions', 'api', holder, name]]);
    return;
  }
  add(`.${name}`, [...(HOLDERS.get(name) ?? [])]);
}
