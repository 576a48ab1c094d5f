import { i18n } from '#i18n';
import type { DigestSighting } from '../../lib/tally/digest';
import { showMoment, showNumber } from '../show-amount';

type ChatSighting = { first: DigestSighting; count: number };

/** Which chats had a version, each once: by whom and when first, and how often. */
export function Sightings(props: { sightings: readonly DigestSighting[]; now: number }) {
  return (
    <ul class="sightings">
      {byChat(props.sightings).map(({ first, count }) => (
        <li key={`${first.own}|${first.site}|${first.chat}`}>
          <bdi class="chat">{first.chat || i18n.t('unnamed_chat')}</bdi>
          <span class="note">
            {first.own ? i18n.t('digest_own') : <bdi>{first.sender}</bdi>}{' '}
            <span class="number">{showMoment(first.time, props.now)}</span>
            {count > 1 && ` ${i18n.t('digest_times', { count: showNumber(count) })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function byChat(sightings: readonly DigestSighting[]): ChatSighting[] {
  const chats = new Map<string, ChatSighting>();
  for (const sighting of sightings) {
    const name = `${sighting.own}|${sighting.site}|${sighting.chat}`;
    const known = chats.get(name);
    if (known) known.count += 1;
    else chats.set(name, { first: sighting, count: 1 });
  }
  return [...chats.values()];
}
