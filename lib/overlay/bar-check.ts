import { type Folder, isSeen } from './fold';
import { afterNextFrame } from './next-frame';

/** Folded rows that are looked at: as many as a view holds. A style sheet that hides one bar hides them all. */
const LOOKED_AT = 20;

export type BarCheck = {
  /** Looks at the next frame, when what was folded is laid out. */
  look(): void;
  /** The page's style has hidden a bar: nothing may fold here any more. */
  isHiding(): boolean;
};

/**
 * Whether the page's own style lets a fold's bar be seen. Where it does not, a fold would make a message vanish.
 * @param rows mounted rows, in order
 * @param quietly does what is no change of the page's
 * @param onHiding called once
 */
export function checkBars(
  rows: () => readonly HTMLElement[],
  folder: Folder,
  quietly: (act: () => void) => void,
  onHiding: () => void,
): BarCheck {
  let isHiding = false;

  function check(): void {
    if (isHiding || document.hidden) return;
    const folded = rows().filter(folder.isFolded).slice(-LOOKED_AT);
    const barless = folded.find((row) => folder.lacksBar(row) && isAmongSeen(row));
    if (!barless) return;
    // A page may hide a row as well: only what is seen without our fold was hidden because of it.
    quietly(() => {
      isHiding = folder.isSeenWithout(barless);
    });
    if (isHiding) onHiding();
  }

  return {
    look: afterNextFrame(check),
    isHiding: () => isHiding,
  };
}

function isAmongSeen({ parentElement }: HTMLElement): boolean {
  return parentElement !== null && isSeen(parentElement);
}
