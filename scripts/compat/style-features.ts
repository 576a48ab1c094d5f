import { type CssNode, parse, walk } from 'css-tree';
import { branchAt, namesAt } from './table.ts';
import type { UsedFeature } from './used-feature.ts';

/** Where the table tells of functions and units that stand in values. */
const FUNCTIONS: ReadonlyMap<string, readonly string[]> = new Map(
  [
    'color',
    'image',
    'gradient',
    'transform-function',
    'filter-function',
    'basic-shape',
    'easing-function',
  ].flatMap((type) =>
    namesAt(['css', 'types', type]).map((name) => [name, ['css', 'types', type, name]] as const),
  ),
);

/**
 * What a style sheet uses of a browser: properties, their keywords, at-rules, features of queries, pseudo-classes, functions,
 * units and nesting. What stands in `@supports` is used only where it is there.
 */
export function featuresOfStyle(text: string): UsedFeature[] {
  const used = new Map<string, UsedFeature>();
  const add = (name: string, path: readonly string[]) => {
    if (branchAt(path)?.__compat) used.set(name, { name, paths: [path] });
  };
  let property = '';
  // Also inside values of custom properties, which are otherwise read as one text.
  walk(parse(text, { parseCustomProperty: true }), function (node) {
    if (this.atrule?.name === 'supports') return;
    if (node.type === 'Declaration') {
      property = String(node.property);
      add(property, ['css', 'properties', property]);
    }
    addNode(node, property, add);
  });
  return [...used.values()];
}

function addNode(
  node: CssNode,
  property: string,
  add: (name: string, path: readonly string[]) => void,
) {
  const name = String(node.name);
  switch (node.type) {
    case 'Atrule':
      return add(`@${name}`, ['css', 'at-rules', name]);
    case 'Feature':
    case 'MediaFeature':
      return add(`@media (${name})`, ['css', 'at-rules', 'media', name.replace(/^(min|max)-/, '')]);
    case 'PseudoClassSelector':
    case 'PseudoElementSelector':
      return add(`:${name}`, ['css', 'selectors', name]);
    case 'NestingSelector':
      return add('&', ['css', 'selectors', 'nesting']);
    case 'Identifier':
      return add(`${property}: ${name}`, ['css', 'properties', property, name]);
    case 'Function':
      return add(`${name}()`, FUNCTIONS.get(name) ?? ['css', 'types', name]);
    case 'Dimension': {
      const unit = String((node as { unit?: unknown }).unit);
      if (/^[sld]v(h|w|b|i|min|max)$/.test(unit)) {
        add(unit, ['css', 'types', 'length', 'viewport_percentage_units_dynamic']);
      }
    }
  }
}
