import { i18n } from '#i18n';
import type { DigestVersion } from '../../lib/tally/digest';
import { showMoment, showNumber } from '../show-amount';
import { Changes } from './Changes';

/** The versions before the newest, newer first, each with what it had changed. */
export function EarlierVersions(props: { versions: readonly DigestVersion[]; now: number }) {
  return (
    <ol class="versions">
      {props.versions.map(({ notice, title, time, chats, changed }) => (
        <li key={notice}>
          <bdi>{title || i18n.t('digest_untitled')}</bdi>
          <p class="note number">
            {showMoment(time, props.now)} · {i18n.t('digest_groups', { count: showNumber(chats) })}
          </p>
          <Changes changed={changed} />
        </li>
      ))}
    </ol>
  );
}
