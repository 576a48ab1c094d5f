import type { Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Disposal } from '../../../lib/tally/rows';
import { showNumber } from '../../show-amount';
import { useKeptFocus } from '../../use-kept-focus';
import { DISPOSALS, disposalWord } from './checkup-words';

type Group = { site: string; chat: string };

/** What is to become of several groups at once. */
export type DisposalsProps = {
  /** The last setting: how many groups it changed, and to what; null before any. */
  last: { count: number; disposal: Disposal | null; isUndone: boolean } | null;
  /** Groups whose notes could not be saved, and why; null while there are none. */
  unsaved: { count: number; reason: string } | null;
  onSet(groups: readonly Group[], disposal: Disposal | null): void;
  onUndo(): void;
  onRetry(): void;
};

type BarProps = DisposalsProps & {
  /** Gets the focus when groups were ticked elsewhere on the page. */
  bar: Ref<HTMLDivElement>;
  /** Lines that the filter lets through. */
  shown: number;
  /** Those of them that are ticked. */
  ticked: readonly Group[];
  onAll(ticked: boolean): void;
};

/**
 * Ticks all lines at once and sets what is to become of the ticked ones. It takes the same room with and without them,
 * so that no line moves when the first is ticked.
 */
export function DisposalBar(props: BarProps) {
  const { ticked, shown } = props;
  const all = useRef<HTMLInputElement>(null);
  const isSome = ticked.length > 0 && ticked.length < shown;
  useLayoutEffect(() => {
    if (all.current) all.current.indeterminate = isSome;
  }, [isSome]);
  const unselect = () => {
    // The button goes with what it did.
    all.current?.focus();
    props.onAll(false);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stick to the edge of the page in every browser.
    <div
      class="several"
      role="group"
      aria-label={i18n.t('bulk_title')}
      tabIndex={-1}
      ref={props.bar}
    >
      <label class="check">
        <input
          ref={all}
          type="checkbox"
          checked={shown > 0 && ticked.length === shown}
          onChange={(event) => props.onAll(event.currentTarget.checked)}
        />
        {i18n.t('bulk_all', { count: showNumber(shown) })}
      </label>
      <Acts
        count={ticked.length}
        onSet={(disposal) => props.onSet(ticked, disposal)}
        onUnselect={unselect}
      />
      <Told {...props} />
    </div>
  );
}

function Acts(props: {
  count: number;
  onSet(disposal: Disposal | null): void;
  onUnselect(): void;
}) {
  return (
    <div class={props.count === 0 ? 'acts none' : 'acts'}>
      <span role="status">{i18n.t('bulk_ticked', { count: showNumber(props.count) })}</span>
      {DISPOSALS.map((disposal) => (
        <button
          key={disposal}
          type="button"
          class="button small"
          onClick={() => props.onSet(disposal)}
        >
          {disposalWord(disposal)}
        </button>
      ))}
      <button type="button" class="button small" onClick={() => props.onSet(null)}>
        {i18n.t('bulk_clear')}
      </button>
      <button type="button" class="link" onClick={props.onUnselect}>
        {i18n.t('bulk_unselect')}
      </button>
    </div>
  );
}

/** What the last setting came to, with the way back; or what is not saved, with the way to try again. */
function Told({ last, unsaved, onUndo, onRetry }: DisposalsProps) {
  const { within, place } = useKeptFocus<HTMLDivElement, HTMLSpanElement>();
  const isUndoable = unsaved === null && last !== null && last.count > 0 && !last.isUndone;
  return (
    <div class={unsaved ? 'told failed' : 'told'} ref={within}>
      <span role="status" tabIndex={-1} ref={place}>
        {unsaved
          ? i18n.t('bulk_unsaved', { ...unsaved, count: showNumber(unsaved.count) })
          : lastWords(last)}
      </span>
      {unsaved && (
        <button type="button" class="button small" onClick={onRetry}>
          {i18n.t('bulk_retry')}
        </button>
      )}
      {isUndoable && (
        <button type="button" class="link" onClick={onUndo}>
          {i18n.t('bulk_undo')}
        </button>
      )}
    </div>
  );
}

function lastWords(last: DisposalsProps['last']): string {
  if (last === null) return i18n.t('bulk_hint');
  if (last.isUndone) return i18n.t('bulk_undone');
  if (last.count === 0) return i18n.t('bulk_same');
  const count = showNumber(last.count);
  if (last.disposal === null) return i18n.t('bulk_cleared', { count });
  return i18n.t('bulk_done', { count, disposal: disposalWord(last.disposal) });
}
