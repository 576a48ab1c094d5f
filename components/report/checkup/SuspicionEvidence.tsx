import { i18n } from '#i18n';
import type { Evidence, Silence, SuspicionFound } from '../../../lib/tally/suspicion';
import { showNumber, showShare } from '../../show-amount';
import { suspicionWord } from './checkup-words';
import { named } from './group-name';

/** The suspicions of a group, each with the figures that it stands on. */
export function SuspicionEvidence(props: { suspicions: readonly SuspicionFound[] }) {
  return (
    <section class="evidence">
      <h3>{i18n.t('checkup_evidence')}</h3>
      {props.suspicions.length === 0 ? (
        <p class="note">{i18n.t('checkup_no_suspicion')}</p>
      ) : (
        <dl class="evidence-list">
          {props.suspicions.map((suspicion) => (
            <div key={suspicion.kind}>
              <dt>{suspicionWord(suspicion.kind)}</dt>
              {sentences(suspicion).map((sentence) => (
                <dd key={sentence}>{sentence}</dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function sentences(found: SuspicionFound): string[] {
  switch (found.kind) {
    case 'finished':
      return [finishedWords(found.evidence), ...silenceWords(found.evidence)];
    case 'dormant':
      return [dormantWords(found.evidence), ...silenceWords(found.evidence)];
    case 'duplicate':
      return duplicateWords(found.evidence);
    case 'audience':
      return [audienceWords(found.evidence), i18n.t('checkup_members_unknown')];
    case 'show':
      return [showWords(found.evidence)];
    case 'other':
      return [otherWords(found.evidence)];
  }
}

function finishedWords(evidence: Evidence['finished']): string {
  return i18n.t('checkup_finished_evidence', {
    from: evidence.busyFrom,
    to: evidence.busyTo,
    days: showNumber(evidence.busyDays),
    messages: showNumber(evidence.busyMessages),
    after: showNumber(evidence.afterwards),
  });
}

function dormantWords({ limit }: Evidence['dormant']): string {
  return i18n.t('checkup_dormant_evidence', { limit: showNumber(limit) });
}

function silenceWords(silence: Silence): string[] {
  const { successor } = silence;
  const quiet = i18n.t('checkup_silence', {
    last: silence.lastDay,
    days: showNumber(silence.quietDays),
    working: showNumber(silence.workingDays),
    used: showNumber(silence.inUseDays),
  });
  if (!successor) return [quiet];
  const { chat, firstDay } = successor;
  return [quiet, i18n.t('checkup_successor', { chat: named(chat), day: firstDay })];
}

function duplicateWords(evidence: Evidence['duplicate']): string[] {
  const { likeness } = evidence;
  const common = i18n.t('checkup_duplicate_evidence', {
    chat: named(evidence.chat),
    shared: showNumber(evidence.shared),
    share: showShare(evidence.share),
  });
  const alike =
    likeness === null
      ? i18n.t('checkup_same_purpose')
      : i18n.t('checkup_likeness', { likeness: showShare(likeness) });
  return [common, alike];
}

function audienceWords(evidence: Evidence['audience']): string {
  return i18n.t('checkup_audience_evidence', {
    chat: named(evidence.chat),
    shared: showNumber(evidence.shared),
    share: showShare(evidence.share),
    other: showShare(evidence.shareOfOther),
  });
}

function showWords(evidence: Evidence['show']): string {
  return i18n.t('checkup_show_evidence', {
    messages: showNumber(evidence.messages),
    replies: showNumber(evidence.replies),
    traces: showNumber(evidence.traces),
    notices: showNumber(evidence.notices),
  });
}

function otherWords(evidence: Evidence['other']): string {
  return i18n.t('checkup_other_evidence', {
    messages: showNumber(evidence.messages),
    chatter: showNumber(evidence.chatter),
    notices: showNumber(evidence.notices),
  });
}
