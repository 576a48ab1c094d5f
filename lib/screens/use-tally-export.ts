import { useEffect, useState } from 'preact/hooks';
import type { Cell } from '../export/csv';
import { saveFile } from './save-file';
import type { TallyFileRequest } from './tally-file';

export type TallyExport = {
  /** The cells of the file to be written; null while no preview is open. */
  preview: Cell[][] | null;
  withNames: boolean;
  open(): void;
  close(): void;
  setWithNames(withNames: boolean): void;
  /** Writes what the preview shows. Returns the file's name. Throws when nothing is shown yet. */
  save(): string;
};

/** `file` holds the cells. */
type Shown = { cells: Cell[][]; file: { name: string; content: Blob } };

/** A tally file with its preview. What is written is what was shown. `fail` tells the reader what went wrong. */
export function useTallyExport(
  request: Omit<TallyFileRequest, 'withNames'>,
  fail: (error: unknown) => void,
): TallyExport {
  const [isOpen, setOpen] = useState(false);
  const [withNames, setWithNames] = useState(false);
  // With its file: until those of another period are read, the preview is of the last one, and so is the file.
  const [shown, setShown] = useState<Shown | null>(null);
  const { from, to } = request;

  useEffect(() => {
    let ended = false;
    if (!isOpen) setShown(null);
    else {
      shownOf({ ...request, withNames }).then(
        (read) => ended || setShown(read),
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
      if (!shown) throw new Error('nothing shown');
      const { name, content } = shown.file;
      saveFile(name, content);
      close();
      return name;
    },
  };
}

/** Loads what makes the file only when one is wanted. */
async function shownOf(request: TallyFileRequest): Promise<Shown> {
  const { tallyCells, tallyFile } = await import('./tally-file');
  const cells = await tallyCells(request);
  return { cells, file: tallyFile(cells, request.from, request.to) };
}
