import { readFileSync } from 'node:fs';
import { definitionOf } from '../../lib/picker/definition-of';
import { type Guess, guess } from '../../lib/picker/guess';
import { pickedSite } from '../../lib/sites/picked';
import type { PickedDefinition } from '../../lib/sites/picked-definition';
import type { ReadMessage } from '../../lib/sites/site';

const ABOUT = { id: 'picked-test01', name: 'chat.example.org', hosts: ['chat.example.org'] };

/** Makes the document hold a hand-written page, its styles and its declared shadow trees. */
export function openPage(html: string): void {
  const style = /<style>\n?([\s\S]*?)<\/style>\n?<\/head>/.exec(html)?.[1] ?? '';
  document.head.innerHTML = `<style>${style}</style>`;
  document.body.innerHTML = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? html;
  growShadows(document.body);
}

export function fixture(name: string): string {
  return readFileSync(`tests/fixtures/picker/${name}.html`, 'utf8');
}

function growShadows(root: ParentNode): void {
  for (const template of root.querySelectorAll('template')) {
    const host = template.parentElement;
    if (!host || host.shadowRoot) continue;
    const tree = host.attachShadow({ mode: 'open' });
    tree.append(template.content.cloneNode(true));
    template.remove();
    growShadows(tree);
  }
}

/** The definition that the page leads to; throws where no chat is found. */
export function definitionHere(found: Guess | null = guess(document)): PickedDefinition {
  const definition = found && definitionOf(found, ABOUT);
  if (!definition) throw new Error('no chat found');
  return definition;
}

/** What a definition reads on the open page. */
export function readWith(definition: PickedDefinition): ReadMessage[] {
  const site = pickedSite(definition);
  return site.rows(document).flatMap((row) => site.read(row) ?? []);
}
