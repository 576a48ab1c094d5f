import { precision, recall, type Score } from '../../tests/corpus/evaluate/score.ts';
import type { Grown } from './growth.ts';
import type { Measured } from './measure.ts';
import { METHODS } from './methods.ts';
import { f1 } from './samples.ts';
import type { Table } from './table.ts';

/** With fewer messages the compiled code that comes and goes, some megabytes, outweighs what a method keeps. */
const ENOUGH_FOR_MEMORY = 10_000;

/** The judge beside the others. */
export function methodRows(measured: readonly Measured[]): Table {
  return [
    [
      'method',
      'messages',
      'messages/s',
      'p50 µs',
      'p99 µs',
      'bytes a message',
      'group F1',
      'copy F1 (precision/recall)',
      'changes folded',
      'others folded',
    ],
    ...measured.map(({ method, messages, perSecond, p50, p99, bytesPerMessage, accuracy }) => [
      METHODS[method].label,
      whole(messages),
      whole(perSecond),
      whole(p50),
      whole(p99),
      messages < ENOUGH_FOR_MEMORY ? '–' : whole(bytesPerMessage),
      f1(accuracy.groups).toFixed(3),
      f1Text(accuracy.copies),
      partText(accuracy.changes),
      partText(accuracy.others),
    ]),
  ];
}

/** The judge as it sees more and more. */
export function growthRows(grown: readonly Grown[]): Table {
  return [
    ['messages seen', 'mean µs', 'processor µs', 'p50 µs', 'p99 µs', 'bytes a message'],
    ...grown.map(({ messages, mean, busy, p50, p99, bytesPerMessage }) =>
      [messages, mean, busy, p50, p99, bytesPerMessage].map(whole),
    ),
  ];
}

/**
 * What no column says: speeds that do not hang on what else the machine does, and the thresholds.
 * @param reading mean time of reading a message without comparing it, in µs
 */
export function remarks(measured: readonly Measured[], reading: number): string[] {
  const floor = measured.find(({ method }) => method === 'hash');
  const lines = measured.map(({ method, messages, perBusySecond, accuracy }) => {
    const { group, copy } = accuracy.thresholds;
    const tuned = group < 1 || copy < 1 ? `, thresholds ${group} (group) and ${copy} (copy)` : '';
    const isBeside = method === 'judge' && floor?.messages === messages;
    const times = isBeside ? floor.perBusySecond / perBusySecond : 0;
    const cost = times > 0 ? `, ${times.toFixed(1)} times the cost of the hash` : '';
    const speed = `${whole(perBusySecond)} messages a second of processor time`;
    return `${METHODS[method].label}, ${whole(messages)} messages: ${speed}${cost}${tuned}`;
  });
  return [...lines, `Reading a message without comparing it: ${whole(reading)} µs`];
}

function f1Text(score: Score): string {
  return `${f1(score).toFixed(3)} (${precision(score).toFixed(3)}/${recall(score).toFixed(3)})`;
}

function partText({ all, folded }: { all: number; folded: number }): string {
  if (all === 0) return '–';
  return `${((100 * folded) / all).toFixed(1)} % (${whole(folded)} of ${whole(all)})`;
}

function whole(figure: number): string {
  return Math.round(figure).toLocaleString('en');
}
