import type { Page } from '@playwright/test';

/** Sizes of windows in CSS pixels, from a full-HD screen at 175 % up to one at 100 %. */
export const SIZES = [
  { width: 1024, height: 576 },
  { width: 1097, height: 617 },
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
  { width: 1536, height: 864 },
  { width: 1920, height: 1080 },
] as const;

/** Controls of the page that are cut at an edge that nobody can scroll, or lie under another control. */
export async function fitFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const CONTROLS = 'button, input, select, textarea, a[href], label, [role="tab"], [role="option"], h2';
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`;
    const dialog = document.querySelector('[role="dialog"][aria-modal="true"]');
    const shown = [...(dialog ?? document.body).querySelectorAll<HTMLElement>(CONTROLS)].filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      const isAside = element.closest('[inert]') !== null || element.getBoundingClientRect().bottom < 0;
      return (
        !isAside &&
        width > 2 &&
        height > 2 &&
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      );
    });
    const isSticky = (element: Element) => {
      for (let around: Element | null = element; around !== null; around = around.parentElement)
        if (getComputedStyle(around).position === 'sticky') return true;
      return false;
    };
    const faults: string[] = [];
    /** What is left of a control inside everything that hides what sticks out; null where it is only scrolled away. */
    const visiblePart = (element: HTMLElement): DOMRect | null => {
      let { left, top, right, bottom } = element.getBoundingClientRect();
      let isCut = false;
      const cut = (
        box: { left: number; top: number; right: number; bottom: number },
        x: boolean,
        y: boolean,
      ) => {
        if (x && (left < box.left - 1 || right > box.right + 1)) isCut = true;
        if (y && (top < box.top - 1 || bottom > box.bottom + 1)) isCut = true;
        left = Math.max(left, box.left);
        right = Math.min(right, box.right);
        top = Math.max(top, box.top);
        bottom = Math.min(bottom, box.bottom);
      };
      for (let around = element.parentElement; around !== null; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around);
        const scrollsX = /auto|scroll/.test(overflowX) && around.scrollWidth > around.clientWidth;
        const scrollsY = /auto|scroll/.test(overflowY) && around.scrollHeight > around.clientHeight;
        const box = around.getBoundingClientRect();
        if (scrollsX || scrollsY) {
          const before: boolean = isCut;
          cut(box, overflowX !== 'visible', overflowY !== 'visible');
          if (left >= right || top >= bottom) return null;
          isCut = before;
        } else cut(box, overflowX !== 'visible', overflowY !== 'visible');
      }
      cut({ left: 0, top: 0, right: innerWidth, bottom: innerHeight }, true, true);
      if (isCut) faults.push(`cut: ${nameOf(element)}`);
      return left < right && top < bottom ? new DOMRect(left, top, right - left, bottom - top) : null;
    };
    const parts = shown.map((element) => ({ element, part: visiblePart(element) }));
    for (const { element, part } of parts) {
      if (element.tagName === 'BUTTON' && element.scrollWidth > element.clientWidth + 2)
        faults.push(`its words do not fit: ${nameOf(element)}`);
      if (part === null || part.width < 4 || part.height < 4) continue;
      for (const other of parts) {
        if (other.part === null || element === other.element) continue;
        if (element.contains(other.element) || other.element.contains(element)) continue;
        if (element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_PRECEDING) continue;
        if (element.closest('label') !== null && element.closest('label') === other.element.closest('label'))
          continue;
        const x = Math.min(part.right, other.part.right) - Math.max(part.left, other.part.left);
        const y = Math.min(part.bottom, other.part.bottom) - Math.max(part.top, other.part.top);
        // What sticks to an edge hides what is scrolled under it.
        if (isSticky(element) || isSticky(other.element)) continue;
        if (x > 2 && y > 2) faults.push(`overlap: ${nameOf(element)} and ${nameOf(other.element)}`);
      }
    }
    return [...new Set(faults)];
  });
}
