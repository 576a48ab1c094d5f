import { type AnyNode, type Identifier, parse } from 'acorn';
import { analyze } from 'eslint-scope';

/** A node and those around it, the nearest last. */
export type Visit = (node: AnyNode, around: readonly AnyNode[]) => void;

export type ScriptTree = {
  walk(visit: Visit): void;
  /** The name is declared nowhere in this script: it is one of the browser's. */
  isGlobal(node: AnyNode): node is Identifier;
};

/** Reads a script of a build: a module or a plain script. Throws where it is none. */
export function scriptTree(text: string): ScriptTree {
  const ecmaVersion = 2025;
  const root = parse(text, { ecmaVersion, sourceType: 'module', ranges: true });
  const scopes = analyze(root, { ecmaVersion, sourceType: 'module' });
  const globals = new Set<unknown>(scopes.globalScope.through.map(({ identifier }) => identifier));
  return {
    walk: (visit) => walkTree(root, visit, []),
    isGlobal: (node): node is Identifier => globals.has(node),
  };
}

function walkTree(node: AnyNode, visit: Visit, around: AnyNode[]): void {
  visit(node, around);
  around.push(node);
  for (const child of Object.values(node)) {
    for (const one of Array.isArray(child) ? child : [child]) {
      if (isNode(one)) walkTree(one, visit, around);
    }
  }
  around.pop();
}

function isNode(value: unknown): value is AnyNode {
  return typeof (value as { type?: unknown } | null)?.type === 'string';
}

/**
 * The text that an expression always is: a literal, a template, pieces that are put together, also by `join` and `concat`.
 * Null where that is only known when it runs.
 */
export function constantText(node: AnyNode): string | null {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' || typeof node.value === 'number'
        ? String(node.value)
        : null;
    case 'TemplateLiteral':
      return joined(
        node.quasis.flatMap(({ value }, at) => {
          const piece = node.expressions[at];
          const own = value.cooked ?? value.raw;
          return piece ? [own, constantText(piece)] : [own];
        }),
        '',
      );
    case 'BinaryExpression':
      return node.operator === '+'
        ? joined([constantText(node.left), constantText(node.right)], '')
        : null;
    case 'CallExpression':
      return calledText(node);
    default:
      return null;
  }
}

function calledText({ callee, arguments: given }: Extract<AnyNode, { type: 'CallExpression' }>) {
  if (callee.type !== 'MemberExpression') return null;
  const method = memberName(callee);
  if (method === 'join' && callee.object.type === 'ArrayExpression') {
    const between = given[0] ? constantText(given[0]) : ',';
    const pieces = callee.object.elements.map((piece) => piece && constantText(piece));
    return between === null ? null : joined(pieces, between);
  }
  if (method !== 'concat') return null;
  return joined([constantText(callee.object), ...given.map(constantText)], '');
}

function joined(pieces: readonly (string | null)[], between: string): string | null {
  return pieces.some((piece) => piece === null) ? null : pieces.join(between);
}

/** A text that is a style sheet, as parts of the interface in a shadow tree have it. */
export function isStyleText(text: string): boolean {
  // No expression of the whole: tables of words are texts, too, and a megabyte long.
  const block = text.indexOf('{');
  const value = block > 0 ? text.indexOf(':', block) : -1;
  return value > 0 && text.indexOf('}', value) > 0;
}

/** The name in `a.name` and `a['name']`; null where it is only known when it runs. */
export function memberName(node: Extract<AnyNode, { type: 'MemberExpression' }>): string | null {
  if (node.computed) return constantText(node.property);
  return node.property.type === 'Identifier' ? node.property.name : null;
}
