import { analyse } from '../../lib/detect/analysis';
import { candidatesOf } from '../../lib/detect/candidates';
import { mix32 } from '../../lib/detect/hash';
import { restoreIndex, snapshotOf } from '../../lib/detect/index-snapshot';
import { judge } from '../../lib/detect/judge';
import {
  addVersion,
  createIndex,
  exactly,
  type NoticeIndex,
  remember,
} from '../../lib/detect/notice-index';
import type { Message, Verdict } from '../../lib/detect/types';
import { type NewVersion, versionOf } from '../../lib/detect/version';
import { quantile, sumOf } from '../../scripts/bench/spread.ts';
import { editedStream } from '../corpus/edited/stream';
import { options } from './fixtures';

/** Messages that are judged before and while it is measured; the older ones are only filled in. */
const LATE = 6000;
const MEASURED = 3000;
/** Fingerprints that more than this share of the notices have are boilerplate and recur in every year. */
const BOILERPLATE = 0.01;
/** The stream goes on finding new words, ever fewer: 13,000 fingerprints in 20,000 messages, 26,000 in 100,000. */
const VOCABULARIES = 12;

type Figures = {
  look: number[];
  whole: number[];
  /** Processor time of judging and remembering, in µs a message. */
  busy: number;
  index: NoticeIndex;
  messages: number;
};

/** Prints what an index of many messages costs, beside one of few. */
export function benchIndex(counts: readonly number[]): void {
  const late = editedStream(21, LATE).map(({ message }) => message);
  const old = oldNotices();
  measure(Math.min(...counts), old, late);
  let base = 0;
  for (const count of counts) {
    const { look, whole, busy, index, messages } = measure(count, old, late);
    const { index: bytes, texts } = index.store.size;
    base ||= busy;
    console.log(`${messages} messages, ${index.store.parts.rows.count} notices`);
    console.log(
      `  index ${(bytes / messages).toFixed(1)} bytes a message, texts ${(texts / messages).toFixed(1)}`,
    );
    const { rows, pages, names, places, prints } = index.store.parts;
    for (const [name, size] of Object.entries({
      rows: rows.bytes,
      records: pages.bytes,
      names: names.bytes,
      places: places.bytes,
      prints: prints.bytes,
    })) {
      console.log(`    ${name} ${(size / messages).toFixed(1)}`);
    }
    console.log(`  look-ups and remembering: ${spread(look)}`);
    console.log(`  judge and remember: ${spread(whole)}`);
    console.log(
      `  processor time ${busy.toFixed(0)} µs, ${(busy / base).toFixed(2)} times the first`,
    );
    wake(index);
  }
}

function wake(index: NoticeIndex): void {
  const started = performance.now();
  const snapshot = snapshotOf(index);
  const written = performance.now();
  restoreIndex(snapshot);
  const read = performance.now();
  const size = `${(snapshot.byteLength / 1e6).toFixed(1)} MB`;
  console.log(
    `  snapshot ${size}: written in ${(written - started).toFixed(0)} ms, read in ${(read - written).toFixed(0)} ms`,
  );
}

/** The notices of a stream, with which others are filled in. */
function oldNotices(): { versions: NewVersion[]; perMessage: number; boilerplate: Set<number> } {
  const stream = editedStream(22, 4000);
  const notices = stream.filter(({ truth }) => /new|series|revision/.test(truth.relation));
  const versions = notices.map(({ message }) => versionOf(analyse(message), null));
  const spread = new Map<number, number>();
  for (const { prints } of versions)
    for (const print of prints) spread.set(print, (spread.get(print) ?? 0) + 1);
  const often = [...spread].filter(([, count]) => count > versions.length * BOILERPLATE);
  return {
    versions,
    perMessage: versions.length / stream.length,
    boilerplate: new Set(often.map(([print]) => print)),
  };
}

/** The same notices about other matters: what is no boilerplate is said in other words. */
function* filled(
  { versions, boilerplate }: ReturnType<typeof oldNotices>,
  count: number,
): Generator<NewVersion> {
  for (let at = 0; at < count; at++) {
    const version = versions[at % versions.length];
    if (!version) return;
    const round = Math.floor(at / versions.length);
    const other = (code: number) => mix32(code ^ Math.imul(round % VOCABULARIES, 0x9e3779b1));
    const id = `wechat:${String(7 * 10 ** 15 + at * 7919)}${String(at % 997).padStart(3, '0')}`;
    yield {
      ...version,
      id,
      time: version.time - (count - at) * 30_000 - 40 * 86_400_000,
      seen: version.time - (count - at) * 30_000 - 40 * 86_400_000,
      prints: version.prints.map((print) => (boilerplate.has(print) ? print : other(print))),
    };
  }
}

function measure(
  count: number,
  old: ReturnType<typeof oldNotices>,
  late: readonly Message[],
): Figures {
  const index = createIndex();
  const exact = new Int32Array(2);
  let at = 0;
  for (const version of filled(old, Math.max(0, Math.round((count - LATE) * old.perMessage)))) {
    exact[0] = mix32(++at);
    exact[1] = mix32(exact[0]);
    addVersion(index, version, exact);
    index.store.tidy();
  }
  const settings = options();
  const [look, whole]: [number[], number[]] = [[], []];
  let busy = 0;
  for (const [place, message] of late.entries()) {
    if (place === LATE - MEASURED) busy = 0;
    const worked = process.cpuUsage();
    const started = performance.now();
    const verdict = judge(index, message, settings);
    const judged = performance.now();
    remember(index, message, verdict);
    const done = performance.now();
    const { user, system } = process.cpuUsage(worked);
    busy += user + system;
    look.push(done - judged);
    whole.push(done - started);
    // Asked apart, for the judge asks in between its reading.
    const asked = performance.now();
    lookUp(index, message, verdict);
    look[place] = performance.now() - asked + (look[place] ?? 0);
  }
  const messages = Math.max(count, LATE);
  return {
    look: look.slice(-MEASURED),
    whole: whole.slice(-MEASURED),
    busy: busy / MEASURED,
    index,
    messages,
  };
}

/** What the judge has asked the index. */
function lookUp(index: NoticeIndex, message: Message, verdict: Verdict): void {
  const analysis = analyse(message);
  if (!analysis.isNotice) return;
  exactly(index, analysis.exact);
  if (message.kind === 'text' && verdict.reason !== 'same-text') candidatesOf(index, analysis);
}

function spread(times: readonly number[]): string {
  const numbers = Float64Array.from(times);
  const at = (share: number) => (1000 * quantile(numbers, share)).toFixed(0);
  const mean = (1000 * sumOf(numbers)) / times.length;
  return `mean ${mean.toFixed(1)} µs, p50 ${at(0.5)}, p99 ${at(0.99)}`;
}
