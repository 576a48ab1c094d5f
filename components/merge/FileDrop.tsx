import type { RefObject, TargetedEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { showNumber } from '../show-amount';
import { useKeptFocus } from '../use-kept-focus';

export type Reading = { done: number; total: number };

/** Where tally files are chosen or dropped, and how far their reading is. */
export function FileDrop(props: {
  reading: Reading | null;
  onFiles(files: File[]): void;
  onStop(): void;
}) {
  const [isOver, setOver] = useState(false);
  useEffect(refuseFilesBeside, []);
  // Choosing and stopping take each other's place.
  const { within, place } = useKeptFocus<HTMLDivElement, HTMLElement>();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!props.reading) props.onFiles([...(event.dataTransfer?.files ?? [])]);
  };
  const over = (event: DragEvent) => {
    // Without this the browser opens the dropped file in place of the page.
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way; the button inside is the first.
    <div
      ref={within}
      class={isOver ? 'merge-drop over' : 'merge-drop'}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {/* How far it is, the bar says; its end is told with what was read. */}
      <span role="status" class="unseen">
        {props.reading && begunWords(props.reading)}
      </span>
      {props.reading ? (
        <Progress {...props.reading} place={place} onStop={props.onStop} />
      ) : (
        <div class="actions">
          <ChooseButton place={place} onFiles={props.onFiles} />
          <span class="note">{i18n.t('merge_drop')}</span>
        </div>
      )}
    </div>
  );
}

/** A file that falls beside the box would be opened in place of the page, and what was merged would be gone. */
function refuseFilesBeside(): () => void {
  const refuse = (event: DragEvent) => {
    // What the box takes is not refused; words may still be dragged into a field.
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  };
  const ends = (['dragover', 'drop'] as const).map((name) => {
    addEventListener(name, refuse);
    return () => removeEventListener(name, refuse);
  });
  return () => {
    for (const end of ends) end();
  };
}

function ChooseButton(props: {
  place: RefObject<HTMLElement | null>;
  onFiles(files: File[]): void;
}) {
  const pick = (event: TargetedEvent<HTMLInputElement>) => {
    const files = [...(event.currentTarget.files ?? [])];
    // Emptied so that picking the same files again is a change again.
    event.currentTarget.value = '';
    props.onFiles(files);
  };
  return (
    <label class="button">
      <input
        type="file"
        multiple
        accept="application/json,.json"
        ref={props.place as RefObject<HTMLInputElement | null>}
        onChange={pick}
      />
      {i18n.t('merge_choose')}
    </label>
  );
}

function Progress(props: Reading & { place: RefObject<HTMLElement | null>; onStop(): void }) {
  const { done, total } = props;
  return (
    <div class="actions">
      <progress max={total} value={done} aria-label={begunWords(props)} />
      <span class="number">
        {i18n.t('merge_reading', { done: showNumber(done), total: showNumber(total) })}
      </span>
      <button
        type="button"
        class="button small"
        ref={props.place as RefObject<HTMLButtonElement | null>}
        onClick={props.onStop}
      >
        {i18n.t('merge_stop')}
      </button>
    </div>
  );
}

function begunWords({ total }: Reading): string {
  return i18n.t('merge_reading_begun', { count: showNumber(total) });
}
