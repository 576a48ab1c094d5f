import fc from 'fast-check';
import type { Verdict } from '../../lib/detect/types';
import type {
  Answer,
  JudgedMessage,
  NoticeState,
  ObservedMessage,
  Report,
} from '../../lib/messages/protocol';

const KINDS = [
  'copy',
  'copy',
  'copy',
  'reply',
  'reply',
  'trace',
  'taught',
  'new',
  'revision',
  'guarded',
  'due',
] as const;

/** What the judge is made to say of one message. `claimed`: the reader has had another copy; `rev`: against the last one. */
export type Judgement = {
  kind: (typeof KINDS)[number];
  isHashWrong: boolean;
  isOtherKey: boolean;
  rev: number;
  notice: number;
  claimed: boolean;
  superseded: boolean;
};

/** How a call is answered. `late`: after so many ms. */
export type Reply = {
  how: 'now' | 'late' | 'never' | 'refused' | 'failed' | 'throws' | 'nothing';
  late: number;
  judgements: Judgement[];
};

export const judgement: fc.Arbitrary<Judgement> = fc.record({
  kind: fc.constantFrom(...KINDS),
  isHashWrong: fc.nat(9).map((of10) => of10 === 0),
  isOtherKey: fc.nat(9).map((of10) => of10 === 0),
  rev: fc.constantFrom(1, 1, 1, 0, -1, 5),
  notice: fc.nat(2),
  claimed: fc.nat(3).map((of4) => of4 > 0),
  superseded: fc.nat(7).map((of8) => of8 === 0),
});

export const reply: fc.Arbitrary<Reply> = fc.record({
  how: fc.constantFrom(
    'now',
    'now',
    'now',
    'now',
    'late',
    'never',
    'refused',
    'failed',
    'throws',
    'nothing',
  ),
  late: fc.constantFrom(1, 100, 3_000, 14_000),
  judgements: fc.array(judgement, { minLength: 1, maxLength: 6 }),
});

const PLAIN: Verdict = {
  relation: 'none',
  of: null,
  notice: null,
  partial: false,
  similarity: 0,
  changed: [],
  demands: [],
  traceOnly: false,
  isReply: false,
  guards: [],
  deadline: null,
  action: 'show',
  reason: 'words',
  title: '通知',
};

/** A background that answers with whatever it is told to, and remembers what it has told this session. */
export class FakeBackground {
  #rev = 10;
  readonly #seen: ObservedMessage[] = [];
  /** By the page's own rule: what comes first of the highest number holds. */
  readonly verdicts = new Map<string, JudgedMessage>();
  readonly notices = new Map<string, NoticeState>();
  session = 0;

  /** Another session knows nothing. */
  startOver(): void {
    this.session += 1;
    this.verdicts.clear();
    this.notices.clear();
  }

  answer(report: Pick<Report, 'messages'>, judgements: readonly Judgement[], now: number): Answer {
    this.#seen.push(...report.messages);
    const told = report.messages.map((message, at) => ({
      message,
      how: judgements[at % judgements.length],
    }));
    const pairs = told.flatMap(({ message, how }) =>
      how ? [this.#judged(message, how, now)] : [],
    );
    return {
      verdicts: pairs.map(([verdict]) => verdict),
      notices: pairs.map(([, notice]) => notice),
    };
  }

  /** Verdicts on what the page has told before, out of turn. */
  news(judgements: readonly Judgement[], now: number): Answer {
    const messages = judgements.flatMap((_, at) => this.#seen.at(-1 - at) ?? []);
    return this.answer({ messages }, judgements, now);
  }

  /** What the page has been told from now on. */
  delivered({ verdicts, notices }: Answer): void {
    for (const judged of verdicts) {
      if ((this.verdicts.get(judged.key)?.rev ?? -1) < judged.rev)
        this.verdicts.set(judged.key, judged);
    }
    for (const state of notices) {
      if ((this.notices.get(state.notice)?.rev ?? -1) < state.rev)
        this.notices.set(state.notice, state);
    }
  }

  /** Whether a row that says this may be folded, by all that the page was told. `key`: null where the page gives no id. */
  mayFold(key: string | null, hash: string, now: number): boolean {
    const found = key === null ? [...this.verdicts.values()] : [this.verdicts.get(key)];
    return found.some((judged) => judged?.hash === hash && this.#isFoldable(judged.verdict, now));
  }

  #isFoldable(
    { guards, deadline, isReply, notice, traceOnly, action, reason }: Verdict,
    now: number,
  ): boolean {
    const isDue = deadline !== null && deadline > now && deadline - now < 24 * 60 * 60 * 1000;
    if (guards.length > 0 || isDue) return false;
    if (isReply) return true;
    if (notice !== null && this.notices.get(notice)?.supersededBy) return false;
    return notice !== null || (action === 'fold' && (traceOnly || reason === 'user'));
  }

  #judged(message: ObservedMessage, how: Judgement, now: number): [JudgedMessage, NoticeState] {
    this.#rev += 1;
    const rev = this.#rev * 10 + (how.rev < 0 ? -1000 : how.rev);
    const other = this.#seen[how.notice % this.#seen.length]?.key ?? message.key;
    const key = how.isOtherKey ? other : message.key;
    const hash = how.isHashWrong ? `${message.hash.slice(0, -1)}x` : message.hash;
    const notice = `n${how.notice}`;
    const verdict = { ...PLAIN, ...verdictOf(how.kind, notice, now) };
    const { site, chat, sender, time } = message;
    const claim = {
      key: 'elsewhere:1',
      site,
      chat: '网格群',
      sender,
      time,
      hash: 'h',
      partial: false,
    };
    const newer = {
      ...{ key: 'elsewhere:2', site, chat, sender, time },
      notice: 'n9',
      changed: [],
    };
    const state: NoticeState = {
      ...{ notice, rev, title: '通知', chats: 2 },
      claims: how.claimed ? [claim] : [],
      copies: [claim, { key, site, chat, sender, time }],
      supersededBy: how.superseded ? newer : null,
    };
    return [{ key, hash, rev, verdict, done: how.notice === 1 }, state];
  }
}

function verdictOf(kind: Judgement['kind'], notice: string, now: number): Partial<Verdict> {
  const of = 'elsewhere:1';
  switch (kind) {
    case 'copy':
      return { relation: 'copy', of, notice, action: 'fold' };
    case 'reply':
      return { isReply: true, action: 'fold' };
    case 'trace':
      return { traceOnly: true, demands: ['reply'], action: 'fold' };
    case 'taught':
      return { reason: 'user', action: 'fold' };
    case 'new':
      return { relation: 'new', demands: ['form'], deadline: now + 3 * 24 * 60 * 60 * 1000 };
    case 'revision':
      return {
        ...{ relation: 'revision', of, notice: 'n9', action: 'mark', guards: ['revision'] },
        changed: [{ fact: 'date', from: '11月5日', to: '11月7日', role: 'deadline' }],
      };
    case 'guarded':
      return { relation: 'copy', of, notice, action: 'mark', guards: ['emergency'] };
    case 'due':
      return { relation: 'copy', of, notice, action: 'fold', deadline: now + 60 * 60 * 1000 };
  }
}
