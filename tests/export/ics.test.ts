import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarDeadline, fold, icsOf, plain, textValue } from '../../lib/export/ics';

const NOW = Date.UTC(2026, 10, 27, 1, 2, 3);
const HOUR = 3_600_000;

const DEADLINE: CalendarDeadline = {
  id: 'wechat:7310',
  sequence: 0,
  deadline: Date.UTC(2026, 11, 9, 4),
  title: '截止：报送秋冬种面积统计表',
  details: '镇村工作群',
};

/** Undoes the folding, as RFC 5545 (3.1) tells a reader to do, and gives the lines. */
function linesOf(ics: string): string[] {
  expect(ics.endsWith('\r\n')).toBe(true);
  return ics
    .slice(0, -2)
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n');
}

function propertyOf(ics: string, name: string): string {
  const found = linesOf(ics).filter((line) => line.startsWith(name));
  return found[0]?.slice(name.length) ?? '';
}

/** Undoes the escaping of a TEXT value (3.3.11). */
function read(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark));
}

function octetsOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Property and component names in order: what a hostile text would have to change. */
function skeletonOf(ics: string): string[] {
  return linesOf(ics).map((line) =>
    /^(BEGIN|END):/.test(line) ? line : (line.split(/[:;]/)[0] ?? ''),
  );
}

const WORST = fc.string({ unit: 'binary', maxLength: 400 });
const MARKS = fc
  .array(
    fc.constantFrom(
      ...[
        '\r',
        '\n',
        '\r\n',
        '\\',
        ';',
        ',',
        ':',
        '"',
        ' ',
        '\t',
        '\u2028',
        '\u0085',
        '\0',
        '\ud800',
      ],
      ...['\u202e', 'END:VEVENT', 'BEGIN:VALARM', 'ATTACH:http://x', '通', '😀', 'n', 'N'],
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join(''));
const TEXT = fc.oneof(WORST, MARKS);

test('a moment is written in UTC, whatever the clock of the machine', () => {
  const ics = icsOf(DEADLINE, NOW);
  expect(linesOf(ics)).toContain('DTSTART:20261209T040000Z');
  expect(linesOf(ics)).toContain('DTSTAMP:20261127T010203Z');
  expect(linesOf(ics)).toContain('TRIGGER:-PT1H');
});

test('four in the morning in China is the evening before in UTC, not another day', () => {
  const four = new Date('2026-11-28T04:00:00+08:00').getTime();
  expect(linesOf(icsOf({ ...DEADLINE, deadline: four }, NOW))).toContain(
    'DTSTART:20261127T200000Z',
  );
});

test('a deadline without an hour is the whole day in China, in every zone', () => {
  const day = new Date('2026-12-09T23:59:00+08:00').getTime();
  const lines = linesOf(icsOf({ ...DEADLINE, deadline: day }, NOW));
  expect(lines).toContain('DTSTART;VALUE=DATE:20261209');
  expect(lines).toContain('TRIGGER:PT9H');
  const before = linesOf(icsOf({ ...DEADLINE, deadline: day - HOUR }, NOW));
  expect(before).toContain('DTSTART:20261209T145900Z');
});

test('the same matter has the same UID; another id never has it', () => {
  const uid = (id: string) => propertyOf(icsOf({ ...DEADLINE, id }, NOW), 'UID:');
  expect(uid('wechat:7310')).toBe(uid('wechat:7310'));
  fc.assert(
    fc.property(TEXT, TEXT, (one, other) => {
      expect(uid(one) === uid(other)).toBe(one === other);
      expect(uid(one)).toMatch(/^[\w.-]*@fingerlight\.invalid$/);
    }),
  );
});

test('a time that is none is refused', () => {
  expect(() => icsOf({ ...DEADLINE, deadline: Number.NaN }, NOW)).toThrow(RangeError);
});

describe('any text at all', () => {
  test('comes back from a reader as it was, but for what is no text', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (title, details) => {
        const ics = icsOf({ ...DEADLINE, title, details }, NOW);
        expect(read(propertyOf(ics, 'SUMMARY:'))).toBe(plain(title));
        expect(read(propertyOf(ics, 'DESCRIPTION:'))).toBe(plain(details));
      }),
    );
  });

  test('adds no property and no component', () => {
    const skeleton = skeletonOf(icsOf(DEADLINE, NOW));
    fc.assert(
      fc.property(TEXT, TEXT, TEXT, (id, title, details) => {
        expect(skeletonOf(icsOf({ ...DEADLINE, id, title, details }, NOW))).toEqual(skeleton);
      }),
    );
  });

  test('leaves no bare line end, no control character and no line over 75 octets', () => {
    fc.assert(
      fc.property(TEXT, TEXT, TEXT, (id, title, details) => {
        const ics = icsOf({ ...DEADLINE, id, title, details }, NOW);
        const physical = ics.split('\r\n');
        for (const line of physical) {
          expect(octetsOf(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/(?!\t)[\p{Cc}\u2028\u2029\p{Bidi_Control}]/u);
          // Half a letter would come out of the encoder as another.
          expect(line.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});

test('folding gives back what was put in, and cuts no letter', () => {
  const line = fc
    .string({ unit: 'grapheme', maxLength: 300 })
    .filter((text) => !/[\r\n]/.test(text));
  fc.assert(
    fc.property(line, (text) => {
      const folded = fold(text);
      expect(folded.replaceAll('\r\n ', '')).toBe(text);
      for (const part of folded.split('\r\n')) expect(octetsOf(part)).toBeLessThanOrEqual(75);
    }),
  );
  expect(
    fold('😀'.repeat(40))
      .split('\r\n ')
      .every((part) => /^(😀)+$/u.test(part)),
  ).toBe(true);
  expect(fold('x'.repeat(75))).not.toContain('\r\n');
  expect(fold('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
});

test('a text of a hundred thousand letters is cut, and cut between letters', () => {
  const value = read(textValue('😀'.repeat(100_000)));
  expect([...value]).toHaveLength(1_000);
  expect(value.endsWith('😀…')).toBe(true);
});
