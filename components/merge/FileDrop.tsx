import type { RefObject, TargetedEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useKeptFocus } from '../use-kept-focus';

export type Reading = { done: number; total: number };

/** What a place for files says. */
export type FileDropWords = {
  choose: string;
  drop: string;
  stop: string;
  reading(reading: Reading): string;
  begun(reading: Reading): string;
};

/** Where files are chosen or dropped, and how far their reading is. `accept`: as the browser's chooser takes it. */
export function FileDrop(props: {
  words: FileDropWords;
  accept: string;
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
        {props.reading && props.words.begun(props.reading)}
      </span>
      {props.reading ? (
        <Progress reading={props.reading} words={props.words} place={place} onStop={props.onStop} />
      ) : (
        <div class="actions">
          <ChooseButton {...props} place={place} />
          <span class="note">{props.words.drop}</span>
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
  words: FileDropWords;
  accept: string;
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
        accept={props.accept}
        ref={props.place as RefObject<HTMLInputElement | null>}
        onChange={pick}
      />
      {props.words.choose}
    </label>
  );
}

function Progress(props: {
  reading: Reading;
  words: FileDropWords;
  place: RefObject<HTMLElement | null>;
  onStop(): void;
}) {
  const { reading, words } = props;
  return (
    <div class="actions">
      <progress max={reading.total} value={reading.done} aria-label={words.begun(reading)} />
      <span class="number">{words.reading(reading)}</span>
      <button
        type="button"
        class="button small"
        ref={props.place as RefObject<HTMLButtonElement | null>}
        onClick={props.onStop}
      >
        {words.stop}
      </button>
    </div>
  );
}
