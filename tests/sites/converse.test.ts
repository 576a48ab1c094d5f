// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://contract.example/" }
import { expect, it } from 'vitest';
import { converse } from '../../lib/sites/converse';
import { openPage } from './contract';
import { expectedOf, fixturesOf, pageOf } from './fixtures';

it('finds its rows again where the history came to stand in something that looks like a message', () => {
  const [name = ''] = fixturesOf('converse');
  openPage(pageOf('converse', name), expectedOf('converse', name));
  const history = document.querySelector('converse-message-history') as Element;
  const around = document.createElement('div');
  around.className = 'chat-msg';
  around.dataset.msgid = 'around';
  history.replaceWith(around);
  around.append(history);
  const rows = converse.rows(document);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map((row) => converse.rowOf(row))).toEqual(rows);
});
