import { i18n } from '#i18n';
import type { DemandObject } from '../../lib/detect/demand-object';
import type { Asking, RepeatDemand } from '../../lib/tally/repeat-demands';
import { showClock, showDay, showNumber } from '../show-amount';
import { useByFrames } from '../use-by-frames';
import { useOpened } from '../use-opened';
import { periodWords } from './period-words';

/** Things that are listed at once, and at most; repeats of one thing that are listed. */
const OPEN = 8;
const MOST = 200;
const MOST_AGAIN = 6;

/** Things of the further ones that are drawn in a frame: two hundred at once held the page for 75 ms in Firefox. */
const FRAME_THINGS = 20;

export type RepeatDemandsProps = {
  /** Newest first; undefined before the first reading. */
  repeats: readonly RepeatDemand[] | undefined;
};

/** What was asked for again by another group or notice, each with where it was asked first and again. */
export function RepeatDemands({ repeats }: RepeatDemandsProps) {
  const listed = repeats?.slice(0, MOST) ?? [];
  const rest = listed.slice(OPEN);
  return (
    <section class="part repeats" aria-busy={repeats === undefined}>
      <h2>{i18n.t('repeat_title')}</h2>
      {repeats?.length === 0 && <p>{i18n.t('repeat_none')}</p>}
      {repeats && repeats.length > 0 && <Sum repeats={repeats} />}
      <p class="note">{i18n.t('repeat_note')}</p>
      {listed.length > 0 && <Sources repeats={listed.slice(0, OPEN)} />}
      {rest.length > 0 && <Further repeats={rest} />}
      {repeats && repeats.length > MOST && (
        <p class="note">{i18n.t('repeat_cut', { count: showNumber(MOST) })}</p>
      )}
    </section>
  );
}

function Further({ repeats }: { repeats: readonly RepeatDemand[] }) {
  const { wasOpened, onToggle } = useOpened();
  return (
    <details onToggle={onToggle}>
      <summary>{i18n.t('repeat_more', { count: showNumber(repeats.length) })}</summary>
      {wasOpened && <FurtherSources repeats={repeats} />}
    </details>
  );
}

function FurtherSources({ repeats }: { repeats: readonly RepeatDemand[] }) {
  // What was drawn stays when they are read anew: the reader may be in the midst of it.
  const drawn = useByFrames(repeats.length, FRAME_THINGS, []);
  return <Sources repeats={repeats.slice(0, drawn)} />;
}

function Sum({ repeats }: { repeats: readonly RepeatDemand[] }) {
  const times = repeats.reduce((sum, { again }) => sum + again.length, 0);
  return (
    <p>
      {i18n.t('repeat_sum', {
        times: showNumber(times),
        things: showNumber(repeats.length),
      })}
    </p>
  );
}

function Sources({ repeats }: { repeats: readonly RepeatDemand[] }) {
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">{i18n.t('repeat_turn')}</th>
            <th scope="col">{i18n.t('repeat_time')}</th>
            <th scope="col">{i18n.t('repeat_group')}</th>
            <th scope="col">{i18n.t('repeat_notice')}</th>
          </tr>
        </thead>
        {repeats.map((repeat) => (
          <Thing key={`${repeat.id} ${repeat.period} ${repeat.first.key}`} repeat={repeat} />
        ))}
      </table>
    </div>
  );
}

function Thing({ repeat }: { repeat: RepeatDemand }) {
  const { kind, object, period, first, again, groups } = repeat;
  const left = again.length - MOST_AGAIN;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4}>
          <span class="work">{kindWord(kind)}</span>
          <bdi>{object || i18n.t('repeat_unnamed')}</bdi>
          {period !== null && <span class="note">{periodWords(period)}</span>}
          <span class="times">
            {i18n.t('repeat_times', {
              times: showNumber(again.length),
              groups: showNumber(groups),
            })}
          </span>
        </th>
      </tr>
      <Source word={i18n.t('repeat_first')} asking={first} />
      {again.slice(0, MOST_AGAIN).map((asking) => (
        <Source key={asking.key} word={i18n.t('repeat_again')} asking={asking} />
      ))}
      {left > 0 && (
        <tr>
          <td colSpan={4} class="note">
            {i18n.t('repeat_further', { count: showNumber(left) })}
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Source({ word, asking }: { word: string; asking: Asking }) {
  const { day, time, chat, title } = asking;
  return (
    <tr>
      <td>{word}</td>
      <td class="measure">{`${showDay(day)} ${showClock(time)}`}</td>
      <td>
        <bdi>{chat || i18n.t('unnamed_chat')}</bdi>
      </td>
      <td>{title ? <bdi>{title}</bdi> : i18n.t('repeat_untitled')}</td>
    </tr>
  );
}

function kindWord(kind: DemandObject['kind']): string {
  const words = {
    form: i18n.t('repeat_form'),
    meeting: i18n.t('repeat_meeting'),
    inspection: i18n.t('repeat_inspection'),
  };
  return words[kind];
}
