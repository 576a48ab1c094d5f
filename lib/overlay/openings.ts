/** Which bars the reader has opened. Lives as long as the page. */
export type Openings = {
  isOpen(barId: string): boolean;
  toggle(barId: string): void;
  /** Opens every bar, or closes every bar when all were open. */
  toggleAll(): void;
};

export function createOpenings(): Openings {
  let allOpen = false;
  const exceptions = new Set<string>();
  return {
    isOpen: (barId) => allOpen !== exceptions.has(barId),
    toggle: (barId) => void (exceptions.delete(barId) || exceptions.add(barId)),
    toggleAll() {
      allOpen = !allOpen;
      exceptions.clear();
    },
  };
}
