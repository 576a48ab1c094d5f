import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDefinition, MAX_FILE, readDefinition } from '../../lib/sites/picked-check';
import { GOOD_DEFINITION } from './picked-sample';

const why = (change: object) => {
  const checked = checkDefinition({ ...GOOD_DEFINITION, ...change });
  return checked.ok ? 'ok' : checked.why;
};

const inRow = (step: object) => ({ kinds: [{ ...GOOD_DEFINITION.kinds[0], row: [step] }] });

describe('a definition', () => {
  it('is taken as it is, without what it should not hold', () => {
    const checked = checkDefinition({ ...GOOD_DEFINITION, script: 'alert(1)', css: 'a{}' });
    expect(checked.ok && checked.definition).toEqual(GOOD_DEFINITION);
  });

  it('survives a file', () => {
    expect(readDefinition(JSON.stringify(GOOD_DEFINITION))).toEqual({
      ok: true,
      definition: GOOD_DEFINITION,
    });
  });

  it.each([
    ['a selector for a tag', inRow({ tag: 'div:has(*)' }), 'bad-field'],
    ['a list of selectors', inRow({ tag: 'div, input' }), 'bad-field'],
    ['a selector for a class', inRow({ tag: 'div', classes: ['a:has(b)>c'] }), 'bad-field'],
    [
      'a class of a thousand letters',
      inRow({ tag: 'div', classes: ['a'.repeat(1000)] }),
      'bad-field',
    ],
    ['many classes', inRow({ tag: 'div', classes: ['a', 'b', 'c', 'd', 'e'] }), 'bad-field'],
    [
      'an attribute that is typed into',
      inRow({ tag: 'div', attributes: { value: 'x' } }),
      'bad-field',
    ],
    ['a handler', inRow({ tag: 'div', attributes: { onclick: 'x' } }), 'bad-field'],
    [
      'many lines that nobody said',
      { system: Array(5).fill(GOOD_DEFINITION.system[0]) },
      'bad-field',
    ],
    [
      'a line that is told by what is typed',
      { system: [{ place: [], attribute: 'value', value: 'x' }] },
      'bad-field',
    ],
    ['a text field', inRow({ tag: 'textarea' }), 'reads-input'],
    ['an input', { transcript: [{ tag: 'input', far: true }] }, 'reads-input'],
    ['a compose box', inRow({ tag: 'div', attributes: { role: 'textbox' } }), 'reads-input'],
    ['a script', inRow({ tag: 'script' }), 'reads-input'],
    ['the whole page', { transcript: [{ tag: 'body' }] }, 'whole-page'],
    ['nothing at all', { transcript: [] }, 'whole-page'],
    ['a walk inside of rows', inRow({ tag: 'div', far: true }), 'bad-field'],
    [
      'a place of a hundred steps',
      { transcript: Array.from({ length: 100 }, () => ({ tag: 'div' })) },
      'bad-field',
    ],
    [
      'two walks in one place',
      {
        title: [
          { tag: 'a', far: true },
          { tag: 'b', far: true },
        ],
      },
      'bad-field',
    ],
    [
      'a hundred kinds',
      { kinds: Array.from({ length: 100 }, () => GOOD_DEFINITION.kinds[0]) },
      'bad-field',
    ],
    ['an id that is another site’s', { id: 'wechat' }, 'bad-field'],
    ['any host', { hosts: ['*'] }, 'bad-field'],
    ['a level that is none', { upwards: 1.5 }, 'bad-field'],
    ['a version to come', { version: 2 }, 'newer-version'],
    ['another format', { format: 'tally' }, 'not-a-definition'],
  ])('with %s is refused', (_, change, expected) => {
    expect(why(change)).toBe(expected);
  });

  it('of unknown make is refused, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const checked = checkDefinition(value);
        expect(checked.ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(GOOD_DEFINITION)),
        fc.anything(),
        (name, value) => {
          const checked = checkDefinition({ ...GOOD_DEFINITION, [name]: value });
          if (checked.ok) expect(checkDefinition(checked.definition)).toEqual(checked);
        },
      ),
    );
  });

  it('in too large a file is not even parsed', () => {
    expect(readDefinition(' '.repeat(MAX_FILE + 1))).toMatchObject({ ok: false, why: 'too-large' });
    expect(readDefinition('{')).toMatchObject({ ok: false, why: 'not-json' });
  });
});
