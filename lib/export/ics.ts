/** What is written of one deadline. Texts may hold anything; they are made safe here. */
export type CalendarDeadline = {
  /** The same for the same matter: a calendar then changes its entry in place of adding another. */
  id: string;
  /** Rises with every change of the matter; a calendar passes over what is older than it has. */
  sequence: number;
  /** Unix ms. */
  deadline: number;
  title: string;
  details: string;
};

/** Octets of a line at most, without its end (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/** Longest text written: some programs refuse a file for one long property. */
const TEXT_LENGTH = 1_000;

/** Notices state deadlines in China's time, which has had no summer time since 1991. */
const CHINA_AHEAD_MS = 8 * 60 * 60 * 1000;

/** A deadline without an hour is kept as the last minute of its day in China. */
const LAST_MINUTE = '2359';

/** When to remind: an hour before, or at nine on the day itself. Assumption. */
const REMIND = { timed: '-PT1H', day: 'PT9H' } as const;

/**
 * An iCalendar file (RFC 5545) with one event at a deadline. A moment is written in UTC, so that it is the same moment
 * wherever the file is read; a whole day as a date, so that it is that day. `now`: Unix ms. Throws RangeError on a
 * deadline that is no date.
 */
export function icsOf(deadline: CalendarDeadline, now: number): string {
  const title = textValue(deadline.title);
  const { start, remind } = startOf(deadline.deadline);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fingerlight//Fingerlight//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${uidOf(deadline.id)}`,
    `DTSTAMP:${utc(now)}`,
    start,
    `SEQUENCE:${Math.max(0, Math.floor(deadline.sequence))}`,
    `SUMMARY:${title}`,
    `DESCRIPTION:${textValue(deadline.details)}`,
    // The reader is not busy at that time.
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${title}`,
    `TRIGGER:${remind}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** A text as the value of a TEXT property: one line, in which nothing can end the property or begin another. */
export function textValue(text: string): string {
  return shorten(plain(text))
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');
}

/**
 * The text without what a calendar must not get: control characters, halves of surrogate pairs, and marks that turn the
 * direction of writing, with which a title could rewrite what stands around it. Every kind of line end becomes "\n".
 */
export function plain(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu, '');
}

function shorten(text: string): string {
  const letters = [...text];
  return letters.length > TEXT_LENGTH ? `${letters.slice(0, TEXT_LENGTH - 1).join('')}…` : text;
}

/** Folds a line so that no part has more than 75 octets; a letter is never cut in two. */
export function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > LINE_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return folded;
}

function startOf(deadline: number): { start: string; remind: string } {
  const inChina = utc(deadline + CHINA_AHEAD_MS);
  if (inChina.slice(9, 13) === LAST_MINUTE) {
    return { start: `DTSTART;VALUE=DATE:${inChina.slice(0, 8)}`, remind: REMIND.day };
  }
  return { start: `DTSTART:${utc(deadline)}`, remind: REMIND.timed };
}

/** "20261209T040000Z". */
function utc(time: number): string {
  return new Date(time)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '');
}

/** Letters, digits and ".-" of an id as they are, every other unit by its number, so that two ids never meet. */
function uidOf(id: string): string {
  const safe = id.replace(
    /[^A-Za-z0-9.-]/g,
    (unit) => `_${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${safe}@fingerlight.invalid`;
}
