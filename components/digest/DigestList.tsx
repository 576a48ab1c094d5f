import { useCallback, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { showNumber } from '../show-amount';
import { useByFrames } from '../use-by-frames';
import { DigestItem } from './DigestItem';
import type { DigestProps, DigestSection } from './digest-props';

/** Entries of a section that are drawn at once, and again each time more are asked for. */
const STEP = 40;

/** Entries of a section drawn in one frame: eight, in up to three sections, took up to 61 ms. */
const FRAME_ENTRIES = 5;

type ListProps = Pick<
  DigestProps,
  'filter' | 'query' | 'now' | 'onTick' | 'onCalendar' | 'onReading' | 'onShowWaiting'
> & {
  sections: readonly DigestSection[];
  /** New entries that are held back. */
  waiting: number;
};

/**
 * The entries of the open part by section. Tells when the reader is at it, so that nothing moves below the pointer.
 * The button for what waits is inside: whoever goes to it has not left the list.
 */
export function DigestList(props: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  // The same functions for as long as the list stands, so that an entry need not be drawn again for others.
  const newest = useRef(props);
  newest.current = props;
  const tick = useCallback<ListProps['onTick']>((...of) => newest.current.onTick(...of), []);
  const save = useCallback<ListProps['onCalendar']>(
    (...of) => newest.current.onCalendar(...of),
    [],
  );
  const showWaiting = () => {
    props.onShowWaiting();
    // The button goes; the focus must not go with it.
    list.current?.focus({ preventScroll: true });
  };
  return (
    <div
      ref={list}
      class="list"
      tabIndex={-1}
      onPointerEnter={() => props.onReading(true)}
      onPointerLeave={({ currentTarget }) => {
        if (!currentTarget.contains(document.activeElement)) props.onReading(false);
      }}
      onFocusIn={() => props.onReading(true)}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        const isInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
        if (!isInside) props.onReading(false);
      }}
    >
      {props.sections.map((section) => (
        <Section key={section.name} {...props} onTick={tick} onCalendar={save} section={section} />
      ))}
      {props.waiting > 0 && (
        <button type="button" class="button main waiting" onClick={showWaiting}>
          {i18n.t('digest_waiting', { count: showNumber(props.waiting) })}
        </button>
      )}
    </div>
  );
}

/** What is overdue or done is one line until it is asked for, unless it is what was searched or filtered for. */
function Section(props: ListProps & { section: DigestSection }) {
  const { name, entries } = props.section;
  const [isOpened, setOpened] = useState(false);
  const [limit, setLimit] = useState(STEP);
  const isApart = name === 'overdue' || (name === 'done' && props.filter === 'all');
  const isShown = !isApart || isOpened || props.query.trim() !== '';
  const drawn = useByFrames(Math.min(limit, entries.length), FRAME_ENTRIES, [props.query]);
  const left = entries.length - limit;
  return (
    <section class={`section ${name}`}>
      <h2>
        {isApart ? (
          <Fold isOpen={isShown} words={headOf(props.section)} onToggle={setOpened} />
        ) : (
          headOf(props.section)
        )}
      </h2>
      {isShown && (
        <ul>
          {entries.slice(0, drawn).map((entry) => (
            <DigestItem
              key={entry.id}
              entry={entry}
              now={props.now}
              onTick={props.onTick}
              onCalendar={props.onCalendar}
            />
          ))}
        </ul>
      )}
      {isShown && left > 0 && (
        <button type="button" class="button small" onClick={() => setLimit(limit + STEP)}>
          {i18n.t('digest_more', { count: showNumber(Math.min(left, STEP)) })}
        </button>
      )}
    </section>
  );
}

function Fold(props: { isOpen: boolean; words: string; onToggle(isOpen: boolean): void }) {
  const { isOpen, words, onToggle } = props;
  return (
    <button type="button" class="fold" aria-expanded={isOpen} onClick={() => onToggle(!isOpen)}>
      {words}
    </button>
  );
}

function headOf({ name, entries }: DigestSection): string {
  const words = {
    due: i18n.t('digest_due'),
    plain: i18n.t('digest_plain'),
    overdue: i18n.t('digest_overdue'),
    done: i18n.t('digest_done'),
  };
  return i18n.t('digest_counted', { words: words[name], count: showNumber(entries.length) });
}
