import type { AnyNode, CallExpression, NewExpression } from 'acorn';
import { isForeign, isInside } from './address.ts';
import type { Finding } from './finding.ts';
import {
  FORBIDDEN_WORDS,
  GLOBAL_OBJECTS,
  LOADING_PROPERTIES,
  LOADING_TAGS,
  WIDE_OBJECTS,
} from './forbidden-words.ts';
import { NAMED_ADDRESSES } from './named-addresses.ts';
import {
  constantText,
  isStyleText,
  memberName,
  type ScriptTree,
  scriptTree,
} from './script-tree.ts';
import { findInStyle } from './style-rules.ts';

type Note = (rule: string, what: string) => void;

/** What a script of a build must not hold: no way to the network, no text as code, no text as HTML, by whatever spelling. */
export function findInScript(file: string, text: string): Finding[] {
  const tree = scriptTree(text);
  const found: Finding[] = [];
  tree.walk((node, around) => {
    const near = text.slice(Math.max(0, node.start - 60), node.start + 60);
    const note: Note = (rule, what) => void found.push({ file, rule, what, near });
    const parent = around.at(-1);
    noteWord(node, parent, tree, note);
    noteText(node, parent, note);
    noteImport(node, note);
    noteCall(node, tree, note);
    noteLoading(node, tree, note);
    noteWideObject(node, parent, tree, note);
  });
  return found;
}

/** A forbidden word as a name of the browser's, as a member, as a key or as what is taken out of an object. */
function noteWord(node: AnyNode, parent: AnyNode | undefined, tree: ScriptTree, note: Note) {
  const name = tree.isGlobal(node) ? node.name : nameIn(node);
  const rule = name === null ? undefined : FORBIDDEN_WORDS.get(name);
  if (name !== null && rule) note(rule, name);
  const isBareFunction = tree.isGlobal(node) && node.name === 'Function';
  if (isBareFunction && !isOnlyLookedAt(node, parent)) note('text as code', 'Function');
}

function nameIn(node: AnyNode): string | null {
  if (node.type === 'MemberExpression') return memberName(node);
  if (node.type !== 'Property') return null;
  if (node.computed) return constantText(node.key);
  return node.key.type === 'Identifier' ? node.key.name : constantText(node.key);
}

/** `Function.prototype`, `value instanceof Function`, `value === Function`. */
function isOnlyLookedAt(node: AnyNode, parent: AnyNode | undefined): boolean {
  if (parent?.type === 'MemberExpression') {
    return parent.object === node && memberName(parent) === 'prototype';
  }
  return parent?.type === 'BinaryExpression';
}

/** A forbidden word as a text by which it could be looked up, or an address elsewhere. */
function noteText(node: AnyNode, parent: AnyNode | undefined, note: Note) {
  const isPiece = parent !== undefined && constantText(parent) !== null;
  const isName = parent?.type === 'MemberExpression' && parent.property === node;
  const isKey = parent?.type === 'Property' && parent.key === node;
  if (isPiece || isName || isKey) return;
  // What follows in a template may be a host.
  const text = node.type === 'TemplateElement' ? openText(node) : constantText(node);
  if (!text) return;
  const rule = FORBIDDEN_WORDS.get(text);
  if (rule) note(rule, text);
  if (isStyleText(text))
    for (const { rule: broken, what } of findInStyle('', text)) note(broken, what);
  if (isForeign(text) && !NAMED_ADDRESSES.has(text)) note('address', text);
}

function openText({ value, tail }: Extract<AnyNode, { type: 'TemplateElement' }>): string {
  return `${value.cooked ?? value.raw}${tail ? '' : '…'}`;
}

/** Another file is loaded by a fixed name inside the build only. */
function noteImport(node: AnyNode, note: Note) {
  switch (node.type) {
    case 'ImportExpression':
    case 'ImportDeclaration':
    case 'ExportAllDeclaration': {
      const from = constantText(node.source);
      if (from === null || !/^\.{1,2}\/[\w./-]+$/.test(from)) note('import', from ?? 'unknown');
    }
  }
}

function noteCall(node: AnyNode, tree: ScriptTree, note: Note) {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
  const { callee } = node;
  const name = calledName(node, tree);
  if (name === 'constructor' && node.arguments.length > 0) note('text as code', 'constructor');
  if (node.type === 'NewExpression' && tree.isGlobal(callee) && callee.name === 'Image') {
    note('network', 'Image');
  }
  const [first] = node.arguments;
  const isTimer = name === 'setTimeout' || name === 'setInterval';
  if (isTimer && first && constantText(first) !== null) note('text as code', name);
  if (name === 'open' && (tree.isGlobal(callee) || isOn(callee, 'window', tree))) {
    note('navigation', 'open');
  }
  if (name === 'write' && isOn(callee, 'document', tree)) note('text as HTML', 'document.write');
  if ((name === 'assign' || name === 'replace') && isOn(callee, 'location', tree)) {
    note('navigation', `location.${name}`);
  }
  const tag = first && constantText(first)?.toLowerCase();
  if (tag && LOADING_TAGS.has(tag) && isMaking(name)) note('element', tag);
  noteAttribute(name, node, note);
}

/** Makes an element, as the DOM does or as JSX that was compiled: there the minifier has taken the name. */
function isMaking(name: string | null): boolean {
  return name === null || /^(createElement(NS)?|jsxs?|h)$/.test(name);
}

/** `element.setAttribute('src', …)`: loads, or runs, as the property does. */
function noteAttribute(name: string | null, node: CallExpression | NewExpression, note: Note) {
  if (name !== 'setAttribute' && name !== 'setAttributeNS' && name !== 'toggleAttribute') return;
  const [key] = node.arguments.slice(name === 'setAttributeNS' ? 1 : 0);
  const attribute = key && constantText(key)?.toLowerCase();
  if (attribute && (LOADING_PROPERTIES.has(attribute) || /^on|href$|^poster$/.test(attribute))) {
    note('loading', attribute);
  }
}

function calledName(node: CallExpression | NewExpression, tree: ScriptTree): string | null {
  const { callee } = node;
  if (callee.type === 'MemberExpression') return memberName(callee);
  return tree.isGlobal(callee) ? callee.name : null;
}

function isOn(callee: AnyNode, object: string, tree: ScriptTree): boolean {
  if (callee.type !== 'MemberExpression') return false;
  const holder = callee.object;
  if (tree.isGlobal(holder)) return holder.name === object;
  return holder.type === 'MemberExpression' && memberName(holder) === object;
}

/** What makes an element load (`image.src = …`, also as a prop of ours) or the page go elsewhere (`location = …`). */
function noteLoading(node: AnyNode, tree: ScriptTree, note: Note) {
  if (node.type === 'Property') {
    const key = nameIn(node);
    const value = constantText(node.value);
    const isLoaded = key !== null && LOADING_PROPERTIES.has(key);
    if (isLoaded && (value === null || !isInside(value))) note('loading', key);
  }
  if (node.type !== 'AssignmentExpression') return;
  const { left } = node;
  if (tree.isGlobal(left) && left.name === 'location') note('navigation', 'location');
  if (left.type !== 'MemberExpression') return;
  const name = memberName(left);
  if (name === 'location' || (name === 'href' && isOn(left, 'location', tree))) {
    note('navigation', 'location');
  }
  if (name !== null && LOADING_PROPERTIES.has(name)) note('loading', name);
}

/**
 * A name that is made at run time could be any: it must not be looked up where a way out hangs. The global object must
 * not be handed on, to where this can no longer be told.
 */
function noteWideObject(node: AnyNode, parent: AnyNode | undefined, tree: ScriptTree, note: Note) {
  if (!tree.isGlobal(node) || !parent) return;
  const isGlobalObject = GLOBAL_OBJECTS.has(node.name);
  if (!isGlobalObject && !WIDE_OBJECTS.has(node.name)) return;
  const isAsked = parent.type === 'MemberExpression' && parent.object === node;
  if (isAsked && memberName(parent) === null) note('name made at run time', node.name);
  const isLookedAt = parent.type === 'UnaryExpression' || parent.type === 'BinaryExpression';
  if (isGlobalObject && !isAsked && !isLookedAt) note('handed on', node.name);
}
