import { i18n } from '#i18n';
import type { Overlap } from '../../../lib/tally/suspicion';
import { DEMAND_KINDS, demandWord } from '../../demand-words';
import { showNumber, showShare } from '../../show-amount';
import { GroupNotes, type NotesFields, type NotesState } from './GroupNotes';
import { named } from './group-name';
import type { GroupLine } from './group-table-model';
import { SuspicionEvidence } from './SuspicionEvidence';

/** Overlaps listed with a group; the matrix shows more. */
const LISTED_OVERLAPS = 5;

export type DetailsActions = {
  onNotes(group: { site: string; chat: string }, fields: Partial<NotesFields>): void;
  onRetry(groups: readonly { site: string; chat: string }[]): void;
};

/** What one line of the table opens to: the evidence on one side, what the reader decides and notes on the other. */
export function GroupDetails(
  props: { line: GroupLine; state: NotesState | undefined } & DetailsActions,
) {
  const { facts } = props.line;
  return (
    <div class="group-details">
      <div>
        <SuspicionEvidence suspicions={facts.suspicions} />
        <DemandsByKind line={props.line} />
        <Overlaps overlaps={facts.overlaps} />
      </div>
      <GroupNotes
        notes={facts.notes}
        state={props.state}
        onChange={(fields) => props.onNotes(facts, fields)}
        onRetry={() => props.onRetry([facts])}
      />
    </div>
  );
}

function DemandsByKind(props: { line: GroupLine }) {
  const { demands } = props.line.facts.counts;
  const asked = DEMAND_KINDS.filter((kind) => (demands[kind] ?? 0) > 0);
  return (
    <section>
      <h3>{i18n.t('demands_title')}</h3>
      {asked.length === 0 ? (
        <p class="note">{i18n.t('demands_none')}</p>
      ) : (
        <ul class="pairs-line">
          {asked.map((kind) => (
            <li key={kind}>
              {demandWord(kind)} <span class="number">{showNumber(demands[kind] ?? 0)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Overlaps(props: { overlaps: readonly Overlap[] }) {
  const listed = props.overlaps.slice(0, LISTED_OVERLAPS);
  return (
    <section>
      <h3>{i18n.t('checkup_overlaps')}</h3>
      {listed.length === 0 ? (
        <p class="note">{i18n.t('checkup_no_overlap')}</p>
      ) : (
        <ul>
          {listed.map(({ site, chat, shared, share, shareOfOther }) => (
            <li key={`${site}|${chat}`}>
              {i18n.t('checkup_overlap_line', {
                chat: named(chat),
                shared: showNumber(shared),
                share: showShare(share),
                other: showShare(shareOfOther),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
