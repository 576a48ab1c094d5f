import { useEffect, useState } from 'preact/hooks';
import type { Cell } from '../export/csv';
import type { Day } from '../tally/rows';
import { saveFile } from './save-file';
import { type TallyFileRequest, tallyCells, tallyFile } from './tally-file';

export type TallyExport = {
  /** The cells of the file to be written; null while no preview is open. */
  preview: Cell[][] | null;
  withNames: boolean;
  open(): void;
  close(): void;
  setWithNames(withNames: boolean): void;
  /** Writes what the preview shows. Returns the file's name. */
  save(): string;
};

type Shown = { cells: Cell[][]; from: Day; to: Day };

/** A tally file with its preview. What is written is what was shown. `fail` tells the reader what went wrong. */
export function useTallyExport(
  request: Omit<TallyFileRequest, 'withNames'>,
  fail: (error: unknown) => void,
): TallyExport {
  const [isOpen, setOpen] = useState(false);
  const [withNames, setWithNames] = useState(false);
  // With its days: until those of another period are read, the preview is of the last one, and so is the file.
  const [shown, setShown] = useState<Shown | null>(null);
  const { from, to } = request;

  useEffect(() => {
    let ended = false;
    if (!isOpen) setShown(null);
    else {
      tallyCells({ ...request, withNames }).then(
        (cells) => ended || setShown({ cells, from, to }),
        (error: unknown) => {
          setOpen(false);
          fail(error);
        },
      );
    }
    return () => {
      ended = true;
    };
  }, [isOpen, withNames, from, to]);

  const close = () => {
    setOpen(false);
    setWithNames(false);
  };
  return {
    preview: shown?.cells ?? null,
    withNames,
    open: () => setOpen(true),
    close,
    setWithNames,
    save() {
      const { cells, ...days } = shown ?? { cells: [], from, to };
      const { name, content } = tallyFile(cells, days.from, days.to);
      saveFile(name, content);
      close();
      return name;
    },
  };
}
