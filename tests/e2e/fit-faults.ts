import type { Page } from '@playwright/test';
import { wantsAll } from '#tests/support/sizes.ts';

/** Windows in CSS pixels; a full-HD screen at 175 % is 1097 × 617, so the least is a little below that. */
const SIZES = [
  [1024, 576],
  [1366, 768],
  [1280, 720],
  [1440, 900],
  [1600, 900],
  [1920, 1080],
].map(([width = 0, height = 0]) => ({ width, height }));

/** One of the two most telling sizes in turn, or with `SIZES=all` all six. */
export function sizesOf(turn: number): typeof SIZES {
  return wantsAll('SIZES') ? SIZES : SIZES.slice(turn % 2, (turn % 2) + 1);
}

/**
 * What does not fit in the window as it stands: words cut without a way to read them, words over words or out of
 * their button, controls over each other or under something, controls that no scrolling brings into the window.
 */
export async function fitFaults(page: Page): Promise<string[]> {
  return page.evaluate(measure);
}

/** Runs in the page, so it holds everything it needs. */
async function measure(): Promise<string[]> {
  const SLACK = 2;
  const CONTROLS =
    'button, input, select, textarea, a[href], summary, [role="button"], [role="option"], [role="tab"], [role="radio"], [role="switch"], [role="gridcell"][tabindex], [role="row"][tabindex]';
  type Box = { left: number; top: number; right: number; bottom: number };
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element): CSSStyleDeclaration => {
    const known = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, known);
    return known;
  };
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await frame();
  await frame();

  const faults = new Set<string>();
  const named = (element: Element): string => {
    const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return `${element.tagName.toLowerCase()} “${words.trim().replaceAll(/\s+/g, ' ').slice(0, 50)}”`;
  };
  const area = ({ left, top, right, bottom }: Box): number =>
    Math.max(0, right - left) * Math.max(0, bottom - top);
  const meet = (one: Box, other: Box): boolean =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SLACK;
  const both = (one: Box, other: Box): Box => ({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  });
  const isShown = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return (
      width > 2 &&
      height > 2 &&
      element.closest('[inert]') === null &&
      // It comes into the window with the focus.
      !element.matches('a[href="#work"]') &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    );
  };
  /** What holds an element and may hide a part of it: positioned parts leave out what they are not positioned in. */
  const holders = function* (element: Element): Generator<Element> {
    let { position } = styleOf(element);
    for (let around = element.parentElement; around !== null; around = around.parentElement) {
      const style = styleOf(around);
      const isAnchor = style.position !== 'static' || style.transform !== 'none' || style.filter !== 'none';
      if (position === 'fixed' && style.transform === 'none' && style.filter === 'none') continue;
      if (position === 'absolute' && !isAnchor) continue;
      yield around;
      ({ position } = style);
    }
  };
  const scrolls = (element: Element) => {
    const { overflowX, overflowY } = styleOf(element);
    return {
      x: /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth,
      y: /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight,
    };
  };
  const elides = (element: Element): boolean => {
    const { textOverflow, webkitLineClamp } = styleOf(element);
    return textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
  };
  const hasWholeWords = (element: Element): boolean => element.closest('[title]') !== null;
  /** The part that can be seen now, and what hides the rest for good. */
  const seen = (element: Element, whole: Box): { part: Box; hiddenBy: Element | null } => {
    let part = whole;
    let hiddenBy: Element | null = null;
    let reach = whole;
    for (const around of [element, ...holders(element)]) {
      const { overflowX, overflowY } = styleOf(around);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      if (around === element && !elides(around) && around.matches('input, textarea, select')) continue;
      const box = around.getBoundingClientRect();
      const { x, y } = scrolls(around);
      const clipped = {
        left: overflowX === 'visible' ? part.left : Math.max(part.left, box.left),
        right: overflowX === 'visible' ? part.right : Math.min(part.right, box.right),
        top: overflowY === 'visible' ? part.top : Math.max(part.top, box.top),
        bottom: overflowY === 'visible' ? part.bottom : Math.min(part.bottom, box.bottom),
      };
      part = clipped;
      // Before the beginning of what scrolls nobody can scroll.
      const from = { left: box.left - around.scrollLeft, top: box.top - around.scrollTop };
      const cutX =
        overflowX !== 'visible' &&
        (x
          ? reach.left < from.left - SLACK
          : reach.left < box.left - SLACK || reach.right > box.right + SLACK);
      const cutY =
        overflowY !== 'visible' &&
        (y
          ? reach.top < from.top - SLACK
          : reach.top < box.top - SLACK - 1 || reach.bottom > box.bottom + SLACK + 1);
      if (cutX || cutY) hiddenBy ??= around;
      reach = {
        left: x ? box.left : reach.left,
        right: x ? box.right : reach.right,
        top: y ? box.top : reach.top,
        bottom: y ? box.bottom : reach.bottom,
      };
    }
    const windowBox = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    const root = document.documentElement;
    if (reach.left < -SLACK || reach.right > innerWidth + SLACK) hiddenBy ??= root;
    if (reach.top < -SLACK || reach.bottom > innerHeight + SLACK) hiddenBy ??= root;
    return { part: both(part, windowBox), hiddenBy };
  };
  const isUnread = (element: Element): boolean => {
    const { clipPath } = styleOf(element);
    return clipPath !== 'none' || [...holders(element)].some((around) => styleOf(around).clipPath !== 'none');
  };
  const floats = (element: Element): Element | null => {
    for (let around: Element | null = element; around !== null; around = around.parentElement)
      if (/sticky|fixed|absolute/.test(styleOf(around).position)) return around;
    return null;
  };

  /** Boxes of letters are higher than their line. */
  const inLine = ({ element, part, box }: { element: Element; part: Box; box: Box }, least: number): Box => {
    const over = (box.bottom - box.top - Number.parseFloat(styleOf(element).lineHeight)) / 2;
    const spare = Math.max(least, Number.isNaN(over) ? 0 : over);
    return { ...part, top: part.top + spare, bottom: part.bottom - spare };
  };

  const dialogs = [...document.querySelectorAll('[role="dialog"]')].filter(isShown);
  const whole = dialogs.at(-1) ?? document.body;

  // words
  const leaves: { element: Element; box: Box; part: Box; over: Element | null }[] = [];
  const walker = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || (node.nodeValue ?? '').trim() === '' || !isShown(element) || isUnread(element))
      continue;
    if (element.closest('svg, [data-paper], select, script, style, textarea') !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      const { part, hiddenBy } = seen(element, box);
      if (hiddenBy !== null) {
        const elided = elides(hiddenBy) || [...holders(element)].some(elides) || elides(element);
        if (!elided)
          faults.add(
            `words cut: ${named(element)} by ${named(hiddenBy).split(' ')[0] ?? ''}.${hiddenBy.className}`,
          );
        else if (!hasWholeWords(element)) faults.add(`words shortened, nowhere whole: ${named(element)}`);
      }
      const holder = element.closest('button, label, td, th, [role="gridcell"], [role="option"], a, h2, h3');
      const room = holder?.getBoundingClientRect();
      if (
        room !== undefined &&
        styleOf(holder as Element).display !== 'inline' &&
        area(part) > 0 &&
        (part.left < room.left - SLACK || part.right > room.right + SLACK)
      )
        faults.add(`words out of their place: ${named(element)}`);
      if (area(part) > 4) leaves.push({ element, box, part, over: floats(element) });
    }
  }
  leaves.sort((one, other) => one.part.top - other.part.top);
  for (const [place, one] of leaves.entries())
    for (const other of leaves.slice(place + 1)) {
      if (other.part.top > one.part.bottom) break;
      if (one.element === other.element || one.over !== other.over) continue;
      if (meet(inLine(one, 3), inLine(other, 0)))
        faults.add(`words over words: ${named(one.element)} and ${named(other.element)}`);
    }

  // controls
  const controls = [...whole.querySelectorAll(CONTROLS)].filter(
    (element) => isShown(element) && !isUnread(element) && element.closest('[data-paper]') === null,
  );
  const parts = controls.map((element) => {
    const { part, hiddenBy } = seen(element, element.getBoundingClientRect());
    if (hiddenBy !== null)
      faults.add(`control cut: ${named(element)} by ${hiddenBy.tagName.toLowerCase()}.${hiddenBy.className}`);
    return { element, part, over: floats(element) };
  });
  for (const [place, one] of parts.entries())
    for (const other of parts.slice(place + 1)) {
      if (one.over !== other.over || area(one.part) === 0 || area(other.part) === 0) continue;
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      if (meet(one.part, other.part))
        faults.add(`control over control: ${named(one.element)} and ${named(other.element)}`);
    }
  /** What lies over the middle of a control, other than what says that it was opened over the screen. */
  const cover = (element: Element): string | null => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (at === null) return 'nothing';
    const label = element instanceof HTMLInputElement ? (element.labels?.[0] ?? null) : null;
    const isOpened = [...document.querySelectorAll('[aria-expanded="true"][aria-controls]')].some(
      (opener) => document.getElementById(opener.getAttribute('aria-controls') ?? '')?.contains(at) === true,
    );
    const isIt = element.contains(at) || at.contains(element) || label?.contains(at) === true;
    return isIt || isOpened ? null : named(at);
  };
  for (const { element } of parts) {
    if (cover(element) === null) continue;
    const moved: (() => void)[] = [];
    for (const around of holders(element)) {
      const { x, y } = scrolls(around);
      const { scrollLeft, scrollTop } = around;
      moved.push(() => Object.assign(around, { scrollLeft, scrollTop }));
      const box = element.getBoundingClientRect();
      const room = around.getBoundingClientRect();
      if (y) around.scrollTop += (box.top + box.bottom) / 2 - (room.top + room.bottom) / 2;
      if (x) around.scrollLeft += (box.left + box.right) / 2 - (room.left + room.right) / 2;
    }
    const over = cover(element);
    if (over !== null) faults.add(`control covered: ${named(element)} by ${over}`);
    for (const back of moved) back();
  }

  // Paper in its own size may be wider than its place, words and fields may not.
  for (const element of whole.querySelectorAll('*')) {
    const { x } = scrolls(element);
    if (
      x &&
      element.querySelector('[data-paper]') === null &&
      element.scrollWidth > element.clientWidth + SLACK &&
      isShown(element)
    )
      faults.add(`scrolls sideways: ${element.tagName.toLowerCase()}.${element.className}`);
  }
  return [...faults];
}
