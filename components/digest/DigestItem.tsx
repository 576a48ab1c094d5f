import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { DigestEntry, DigestVersion } from '../../lib/tally/digest';
import { showMoment, showNumber } from '../show-amount';
import { Changes } from './Changes';
import { DemandTags } from './DemandTags';
import { deadlineWords } from './deadline-words';
import { EarlierVersions } from './EarlierVersions';
import { moreThanTitle } from './more-than-title';
import { Sightings } from './Sightings';

type ItemProps = {
  entry: DigestEntry;
  now: number;
  onTick(entry: DigestEntry, done: boolean): void;
  onCalendar(entry: DigestEntry): void;
};

/** One notice. The same entry is not drawn again for every letter of a search. */
export function DigestItem(props: ItemProps) {
  const { entry, now, onTick, onCalendar } = props;
  return useMemo(() => <Item {...props} />, [entry, now, onTick, onCalendar]);
}

/** What it says, until when, who asked where, what changed, and the tick. */
function Item(props: ItemProps) {
  const { entry, now } = props;
  const { newest, deadline, done } = entry;
  const title = newest.title || newest.excerpt || i18n.t('digest_untitled');
  const more = moreThanTitle(newest.title, newest.excerpt);
  return (
    <li class={done ? 'item done' : 'item'}>
      <input
        type="checkbox"
        checked={done}
        aria-label={i18n.t('digest_tick', { title })}
        onChange={(event) => props.onTick(entry, event.currentTarget.checked)}
      />
      <div class="body">
        <p class="title" dir="auto">
          {title}
        </p>
        {newest.title && more && (
          <p class="excerpt note" dir="auto">
            {more}
          </p>
        )}
        {(deadline !== null || entry.demands.length > 0) && (
          <div class="facts">
            {deadline !== null && <Deadline deadline={deadline} now={now} done={done} />}
            {deadline !== null && !done && (
              <button type="button" class="link" onClick={() => props.onCalendar(entry)}>
                {i18n.t('digest_calendar')}
                <span class="unseen">{title}</span>
              </button>
            )}
            <DemandTags demands={entry.demands} />
          </div>
        )}
        <Changes changed={newest.changed} />
        <Origin entry={entry} now={now} />
      </div>
    </li>
  );
}

function Deadline(props: { deadline: number; now: number; done: boolean }) {
  const isLate = props.deadline < props.now && !props.done;
  const time = deadlineWords(props.deadline, props.now);
  return (
    <span class={isLate ? 'deadline late number' : 'deadline number'}>
      {isLate ? i18n.t('digest_late', { time }) : i18n.t('bar_deadline', { time })}
    </span>
  );
}

/** Who asked first, where and when; and what opens below. That is drawn only while it is open. */
function Origin(props: { entry: DigestEntry; now: number }) {
  const { newest, earlier } = props.entry;
  const [open, setOpen] = useState<'groups' | 'versions' | null>(null);
  const toggle = (what: 'groups' | 'versions', words: string) => (
    <button
      type="button"
      class="link"
      aria-expanded={open === what}
      onClick={() => setOpen(open === what ? null : what)}
    >
      {words}
    </button>
  );
  return (
    <>
      <div class="origin note">
        <First version={newest} now={props.now} />
        {newest.sightings.length > 1 &&
          toggle('groups', i18n.t('digest_groups', { count: showNumber(newest.chats) }))}
        {earlier.length > 0 &&
          toggle('versions', i18n.t('digest_earlier', { count: showNumber(earlier.length) }))}
      </div>
      {open === 'groups' && <Sightings sightings={newest.sightings} now={props.now} />}
      {open === 'versions' && <EarlierVersions versions={earlier} now={props.now} />}
    </>
  );
}

function First(props: { version: DigestVersion; now: number }) {
  const first = props.version.sightings.find(({ own }) => !own);
  if (!first) return null;
  return (
    <span>
      {first.sender && (
        <>
          <bdi>{first.sender}</bdi>
          {' · '}
        </>
      )}
      <bdi>{first.chat || i18n.t('unnamed_chat')}</bdi>
      {' · '}
      <span class="number">{showMoment(first.time, props.now)}</span>
    </span>
  );
}
