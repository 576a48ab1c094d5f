import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { dayNumber } from '../../lib/detect/calendar';
import { normalize } from '../../lib/detect/normalize';

/** Specifications of third parties that lie beside the project and are never copied into it. */
export const SPECS = resolve(import.meta.dirname, '../../../shared/data/time');
export const hasSpecs = existsSync(SPECS);

type Values = Record<string, string>;
type Result = {
  Text: string;
  Start?: number;
  Type?: string;
  TypeName?: string;
  Value?: { FutureResolution?: Values; PastResolution?: Values };
  Resolution?: { value?: string; unit?: string; values?: Values[] };
};
type Row = { Input: string; Context?: { ReferenceDateTime?: string }; Results: Result[] };

/** A span of a specification: where, seen from when, and the ways in which it may be understood. */
export type Spec = {
  file: string;
  body: string;
  /** Where its words stand in the body; -1 where they are not found. */
  at: number;
  time: number;
  words: string;
  type: string;
  /** Each a day and a time, or the two ends of a stretch: "2026-11-05", "17:00:00", "2026-11-05 17:00:00". */
  readings: string[][];
  value: string;
  unit: string;
};

/** All spans of the files, with what the input states around them. */
export function specsOf(...files: readonly string[]): Spec[] {
  return files.flatMap((file) =>
    rowsOf(file).flatMap((row) =>
      row.Results.map((result) => ({
        file,
        body: bodyOf(row.Input),
        at: placeOf(bodyOf(row.Input), result),
        time: Date.parse(`${row.Context?.ReferenceDateTime ?? '2026-11-02T00:00:00'}+08:00`),
        words: normalize(result.Text).folded,
        type: (result.TypeName ?? result.Type ?? '').replace('datetimeV2.', ''),
        readings: readingsOf(result),
        value: result.Resolution?.value ?? '',
        unit: result.Resolution?.unit ?? '',
      })),
    ),
  );
}

/** Inputs in which the files find nothing. */
export function emptyInputsOf(file: string): string[] {
  return rowsOf(file)
    .filter((row) => row.Results.length === 0)
    .map((row) => bodyOf(row.Input));
}

function rowsOf(file: string): Row[] {
  const text = readFileSync(resolve(SPECS, `ms_${file}.json`), 'utf8').replace(/^\ufeff/, '');
  return JSON.parse(text) as Row[];
}

function placeOf(body: string, { Text, Start = 0 }: Result): number {
  return body.indexOf(normalize(Text).folded, Math.max(0, Start - 1));
}

function bodyOf(input: string): string {
  return normalize(input).body;
}

function readingsOf({ Value, Resolution }: Result): string[][] {
  const all = Resolution?.values ?? [Value?.FutureResolution, Value?.PastResolution];
  return all.flatMap((values) => {
    if (!values) return [];
    const { start, end } = values;
    if (start !== undefined || end !== undefined) return [[start ?? '', end ?? '']];
    const { type: _type, timex: _timex, ...stated } = values;
    return [Object.values(stated)];
  });
}

/** The day in a reading's end, as the engine counts days; null where it has none. */
export function dayIn(end: string): number | null {
  const match = /(\d{4})-(\d{2})-(\d{2})/.exec(end);
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** The minutes after midnight in a reading's end; null where it has none. */
export function minutesIn(end: string): number | null {
  const match = /(\d{2}):(\d{2}):\d{2}/.exec(end);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

const MOMENT_FILES = [
  'DateParser',
  'DatePeriodParser',
  'DateTimeParser',
  'DateTimePeriodParser',
  'TimeParser',
  'TimePeriodParser',
  'DateTimeModel',
  'DateTimeModelExperimentalMode',
  'MergedParser',
];

/** All spans of days and times that have a reading. */
export function readMoments(): Spec[] {
  const files = MOMENT_FILES.map((name) => `DateTime_Chinese_${name}`);
  return specsOf(...files).filter(({ readings }) => readings.length > 0);
}
