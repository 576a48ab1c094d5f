import { vi } from 'vitest';

/** Draws the open page: each element below the one before it in reading order, at the left edge unless `data-left` says where. */
export function drawPage(): void {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const left = Number(this.closest('[data-left]')?.getAttribute('data-left') ?? 0);
    const order = [...document.querySelectorAll('*')].indexOf(this);
    return new DOMRect(left, order * 20, left === 0 ? 800 : 200, 20);
  });
}
