import type { Page } from 'puppeteer-core';
import { differencesOf } from '../corpus/differences.ts';
import { cellOf, expectedTally } from '../corpus/expected-tally.ts';
import type { PlantedStream } from '../corpus/planted-stream.ts';
import { readTable } from '../e2e/harness/stored.ts';
import { differing, sumsOf } from '../e2e/planted-sums.ts';
import type { Fault } from '../e2e/planted-truth.ts';
import { faultsIn, type Judged, type ReadingEvent } from './page-truth.ts';
import { type StoredMessage, storedDays, storedMessages } from './probe.ts';
import type { Told } from './told.ts';

/** Something that is not as it was planted. `keys`: messages that it is about. */
export type Wrong = { what: string; about: unknown; keys: string[] };

/** Cells of the sums that are not as planted, with the messages that were touched there. */
export async function wrongSums(probe: Page, told: Told): Promise<Wrong[]> {
  const { messages, truth } = told.stream();
  const cells = differing(sumsOf(await storedDays(probe)), expectedTally(messages, truth));
  if (cells.length === 0) return [];
  // A day that was restored without its messages counts no more.
  const closed = await probe.evaluate(readTable, 'closedDays');
  return cells.map((about) => {
    const { cell } = about as { cell: string };
    const keys = messages.filter((message) => cellOf(message) === cell).map(({ key }) => key);
    return { what: 'sums', about: { ...(about as object), closed }, keys };
  });
}

/** Messages that are missing, too many, judged otherwise than planted, or not known as taken back. */
export function wrongMessages(rows: readonly StoredMessage[], told: Told): Wrong[] {
  const { messages, truth } = told.stream();
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const missing = messages.filter(({ key }) => !byKey.has(key));
  const planted = new Set(messages.map(({ key }) => key));
  const odd = rows.filter(({ key }) => !planted.has(key));
  const wrong = (what: string, key: string, about: unknown = null): Wrong => ({
    ...{ what, about, keys: [key] },
  });
  const known = messages.flatMap((message, index) => {
    const [row, its] = [byKey.get(message.key), truth[index]];
    return row && its ? [{ message, truth: its, verdict: row.verdict }] : [];
  });
  const verdicts = differencesOf(
    {
      chats: [],
      messages: known.map(({ message }) => message),
      truth: known.map((each) => each.truth),
    },
    known.map(({ verdict }) => verdict),
  );
  const takenBack = rows.filter(({ key, recalled }) => recalled !== told.isRecalled(key));
  return [
    ...missing.map(({ key }) => wrong('missing', key)),
    ...odd.map(({ key }) => wrong('nobody told it', key)),
    ...(rows.length === byKey.size ? [] : [wrong('a message twice', '')]),
    ...verdicts.map(({ key, ...about }) => wrong('verdict', key, about)),
    ...takenBack.map(({ key, recalled }) => wrong('taken back', key, recalled)),
  ];
}

export type Outcome = { wrong: Wrong[]; reading: Judged };

/** Compares tally, verdicts and page with what was planted. */
export async function outcomeOf(
  probe: Page,
  told: Told,
  original: PlantedStream,
  events: readonly ReadingEvent[],
): Promise<Outcome> {
  const rows = await storedMessages(probe);
  const deadlines = new Map(rows.map(({ key, verdict }) => [key, verdict.deadline]));
  const reading = faultsIn(original, events, deadlines);
  return {
    wrong: [
      ...(await wrongSums(probe, told)),
      ...wrongMessages(rows, told),
      ...reading.faults.map((fault) => asWrong(fault, rows)),
    ],
    reading,
  };
}

function asWrong({ id, ...about }: Fault, rows: readonly StoredMessage[]): Wrong {
  const key = `wechat:${id}`;
  const verdict = rows.find((row) => row.key === key)?.verdict;
  return { what: 'page', about: { ...about, verdict }, keys: [key] };
}
