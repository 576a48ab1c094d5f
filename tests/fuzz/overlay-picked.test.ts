// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://chat.example.org/" }
import { vi } from 'vitest';
import { pickedSite } from '../../lib/sites/picked';
import { definitionHere, fixture, openPage } from '../picker/pages';
import { type Client, fuzzOverlay } from './overlay';

vi.mock('../../lib/report-error', () => import('./reported-errors'));

/** A page of which the user pointed out a message, as the picker learns it; as one that remembers no heights it is folded. */
function clientOf(name: string): Client {
  openPage(fixture(name));
  const site = pickedSite({ ...definitionHere(), rememberedHeights: false });
  const html = document.body.innerHTML;
  const classes = [...document.body.querySelectorAll('[class]')].map((each) => each.className);
  return {
    name: `picked, ${name}`,
    site,
    pages: [{ html, address: '/', title: '' }],
    traits: {
      ids: '.*',
      classes: [...new Set(classes)].slice(0, 40),
      attributes: ['id', 'alt', 'datetime', 'role', 'aria-label'],
      values: ['9:02', '张建国', '收到', 'm-1', '2026-11-05T01:11:00Z'],
    },
  };
}

fuzzOverlay(['groups', 'flat', 'runs', 'reverse'].map(clientOf), 10);
