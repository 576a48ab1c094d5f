import axe from 'axe-core';
import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { afterEach, expect } from 'vitest';

let shown: HTMLElement | undefined;

/** A page that is left draws no more: else a frame of one test would come in the midst of the next, or after the last. */
function leave(): void {
  if (shown) render(null, shown);
  shown = undefined;
}

afterEach(leave);

/** Shows a component in a fresh page, as the pages do; until the end of the test. */
export function show(component: ComponentChild): HTMLElement {
  leave();
  document.body.replaceChildren();
  const root = document.createElement('div');
  document.body.append(root);
  render(component, root);
  shown = root;
  return root;
}

/**
 * What axe finds wrong with the page. Colours and target sizes need a layout, which this DOM has not:
 * contrast is reckoned from the tokens in a test of its own.
 */
export async function accessibilityFaults(root: HTMLElement): Promise<string[]> {
  const { violations, passes } = await axe.run(root, {
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
  });
  expect(passes.length).toBeGreaterThan(5);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The control with this accessible name or text. Throws when there is none, or more than one. */
export function control<E extends HTMLElement = HTMLElement>(root: HTMLElement, name: string): E {
  const found = [...root.querySelectorAll<E>('button, input, textarea, summary')].filter(
    (element) => nameOf(element) === name,
  );
  expect(found, `controls named “${name}”`).toHaveLength(1);
  return found[0] as E;
}

function nameOf(element: HTMLElement): string {
  const labels = (element as HTMLInputElement).labels;
  const label = labels?.length ? [...labels].map((each) => each.textContent).join(' ') : '';
  return (label || element.textContent || '').trim();
}

/** Opens everything that a reader can open. */
export function openAll(root: HTMLElement): void {
  for (const details of root.querySelectorAll('details')) {
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
  }
}

/** Types into a field as a reader does: the value, then the event. */
export function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
