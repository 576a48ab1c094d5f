import { i18n } from '#i18n';
import type { GROUP_THRESHOLDS } from '../../../lib/tally/group-thresholds';
import { showNumber, showShare } from '../../show-amount';
import { suspicionWord } from './checkup-words';

/** By which rules a group is suspected, with every threshold; folded away until asked for. */
export function SuspicionRules(props: { limits: typeof GROUP_THRESHOLDS; dormantDays: number }) {
  const rules = ruleWords(props.limits, props.dormantDays);
  return (
    <details class="rules">
      <summary>{i18n.t('checkup_rules')}</summary>
      <p class="note">{i18n.t('checkup_rules_hint')}</p>
      <dl class="rules-list">
        {rules.map(([word, rule]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{rule}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function ruleWords(limits: typeof GROUP_THRESHOLDS, dormantDays: number): [string, string][] {
  return [
    [
      suspicionWord('finished'),
      i18n.t('checkup_rule_finished', {
        within: showNumber(limits.busyWithin),
        messages: showNumber(limits.busyMessages),
        days: showNumber(limits.busyDays),
        after: showNumber(limits.afterwards),
        quiet: showNumber(limits.finishedQuietDays),
        used: showShare(limits.inUse),
      }),
    ],
    [
      suspicionWord('duplicate'),
      i18n.t('checkup_rule_duplicate', {
        shared: showNumber(limits.duplicateShared),
        share: showShare(limits.duplicateShare),
        likeness: showShare(limits.likeness),
      }),
    ],
    [
      suspicionWord('audience'),
      i18n.t('checkup_rule_audience', {
        shared: showNumber(limits.audienceShared),
        share: showShare(limits.audienceShare),
      }),
    ],
    [
      suspicionWord('dormant'),
      i18n.t('checkup_rule_dormant', {
        days: showNumber(dormantDays),
        used: showShare(limits.inUse),
        messages: showNumber(limits.knownMessages),
        seen: showNumber(limits.knownDays),
      }),
    ],
    [
      suspicionWord('show'),
      i18n.t('checkup_rule_show', {
        messages: showNumber(limits.makeUpMessages),
        share: showShare(limits.showShare),
        traces: showNumber(limits.showTraces),
        each: showShare(limits.showTracesPerNotice),
      }),
    ],
    [
      suspicionWord('other'),
      i18n.t('checkup_rule_other', {
        messages: showNumber(limits.makeUpMessages),
        chatter: showShare(limits.chatterShare),
        notices: showShare(limits.chatterNotices),
      }),
    ],
  ];
}
