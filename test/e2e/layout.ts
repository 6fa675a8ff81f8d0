/** What a person sees of a page at one size: what runs out of its place, covers something else, or is cut with no word. */
import type { Page } from '@playwright/test';

/** A window's size in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The sizes the screens are made for: the laptop at 125, 150 and 100 %, a large monitor. */
export const sizes: readonly Size[] = [
  { width: 1093, height: 614 },
  { width: 911, height: 512 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

/** Below this width a panel takes the place of its list. */
const PANEL_ALONE = 1000;
/** A list is read with this many rows in sight, at the size most laptops are set to. */
const LEAST_ROWS = 8;
/** No column is wider than this while others wait for room. */
const WIDEST = 480;

/**
 * What is wrong with the page as it stands, each as a line that names the element; empty when all of it can be read and
 * reached.
 */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  return await page.evaluate(lookAtPage, {
    panelAlone: PANEL_ALONE,
    leastRows: LEAST_ROWS,
    widest: WIDEST,
  });
}

/** Looks at the page at every size, and gives the faults with the size before each. */
export async function faultsAtSizes(page: Page, at: readonly Size[] = sizes): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const size of at) {
    await page.setViewportSize(size);
    await settle(page);
    for (const fault of await faultsOf(page)) faults.push(`${size.width}×${size.height}: ${fault}`);
  }
  return faults;
}

/** Waits until the page has answered a change of its size: two frames, the second after every observer. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            resolve();
          });
        });
      }),
  );
}

interface Limits {
  readonly panelAlone: number;
  readonly leastRows: number;
  readonly widest: number;
}

/** Runs in the page: everything it needs is inside it. */
function lookAtPage(limits: Limits): readonly string[] {
  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  const SLACK = 1.5;
  const faults = new Set<string>();
  const top = document.querySelector('dialog[open]') ?? document.body;
  const viewport: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };

  function nameOf(element: Element): string {
    const words = (element.getAttribute('aria-label') ?? element.textContent).trim().replaceAll(/\s+/g, ' ');
    const kind = [element.localName, ...element.classList].join('.');
    return `${kind} "${words.slice(0, 50)}"`;
  }
  function meet(a: Box, b: Box): Box {
    return {
      left: Math.max(a.left, b.left),
      top: Math.max(a.top, b.top),
      right: Math.min(a.right, b.right),
      bottom: Math.min(a.bottom, b.bottom),
    };
  }
  function isEmpty(box: Box): boolean {
    return box.right - box.left <= SLACK || box.bottom - box.top <= SLACK;
  }
  function ancestorsOf(element: Element): readonly Element[] {
    const found: Element[] = [];
    for (let at = element.parentElement; at !== null; at = at.parentElement) found.push(at);
    return found;
  }
  function isDrawn(element: Element): boolean {
    return (
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('.visually-hidden, .skip-link') === null
    );
  }
  function scrolls(style: CSSStyleDeclaration, axis: 'x' | 'y'): boolean {
    return ['auto', 'scroll'].includes(axis === 'x' ? style.overflowX : style.overflowY);
  }
  function clips(style: CSSStyleDeclaration): boolean {
    return ['hidden', 'clip'].includes(style.overflowX);
  }
  /** Where an element can be seen now: inside of all that clips or scrolls around it. */
  function seenPart(element: Element): Box {
    let seen = meet(element.getBoundingClientRect(), viewport);
    for (const around of ancestorsOf(element)) {
      const style = getComputedStyle(around);
      if (style.position === 'fixed' || around === top) break;
      if (style.overflowX !== 'visible' || style.overflowY !== 'visible')
        seen = meet(seen, around.getBoundingClientRect());
    }
    return seen;
  }
  const stuck = (element: Element): Element | null => {
    for (const around of [element, ...ancestorsOf(element)])
      if (getComputedStyle(around).position === 'sticky') return around;
    return null;
  };

  // Nothing is wider than its place. A sheet of many criteria, and a file as it was handed in, are as wide as they are.
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight) faults.add('the page itself scrolls');
  for (const element of top.querySelectorAll('*')) {
    if (!isDrawn(element)) continue;
    const style = getComputedStyle(element);
    const over = element.scrollWidth - element.clientWidth;
    if (over <= SLACK || element.clientWidth === 0 || !scrolls(style, 'x')) continue;
    if (element.matches('textarea, input') || element.querySelector('.edit-grid, .import__table') !== null)
      continue;
    faults.add(`wider than its place by ${over} px: ${nameOf(element)}`);
  }

  // What is cut has an ellipsis and its whole words in a tooltip.
  const texts: { readonly element: Element; readonly box: Box; readonly words: string }[] = [];
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const words = node.nodeValue?.trim() ?? '';
    if (
      element === null ||
      words === '' ||
      element.matches('option, style, script, text') ||
      !isDrawn(element)
    )
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rect = range.getBoundingClientRect();
    if (isEmpty(rect)) continue;
    let ellipsis = false;
    let freeX = false;
    let freeY = false;
    let box: Box = rect;
    for (const around of [element, ...ancestorsOf(element)]) {
      const style = getComputedStyle(around);
      if (style.display === 'inline') continue;
      const place = around.getBoundingClientRect();
      ellipsis ||= style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
      freeX ||= scrolls(style, 'x');
      freeY ||= scrolls(style, 'y');
      const cutX =
        !freeX &&
        (clips(style) || around === top) &&
        (rect.right > place.right + SLACK || rect.left < place.left - SLACK);
      const cutY = !freeY && clips(style) && (rect.bottom > place.bottom + 4 || rect.top < place.top - 4);
      if ((cutX || cutY) && !(ellipsis && element.closest('[title]') !== null)) {
        faults.add(
          `cut with no ellipsis and tooltip: ${nameOf(element)} by ${nameOf(around).split(' ')[0] ?? ''}`,
        );
      }
      if (style.overflowX !== 'visible' || style.overflowY !== 'visible') box = meet(box, place);
      if (style.position === 'fixed' || around === top) break;
    }
    box = meet(box, viewport);
    if (!isEmpty(box) && stuck(element) === null) texts.push({ element, box, words });
  }

  // No words on other words.
  texts.sort((a, b) => a.box.top - b.box.top);
  for (const [at, one] of texts.entries()) {
    for (let next = at + 1; next < texts.length; next += 1) {
      const other = texts[next];
      if (other === undefined || other.box.top >= one.box.bottom - SLACK) break;
      const shared = meet(one.box, other.box);
      if (shared.right - shared.left <= 3 || shared.bottom - shared.top <= 4) continue;
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const sharedParent = ancestorsOf(one.element).find((around) => around.contains(other.element));
      if (
        sharedParent !== undefined &&
        isRunningText(sharedParent, one.element) &&
        isRunningText(sharedParent, other.element)
      )
        continue;
      if (floats(one.element) !== floats(other.element)) continue;
      faults.add(
        `words on words: "${one.words.slice(0, 40)}" and "${other.words.slice(0, 40)}" in ${nameOf(one.element)}`,
      );
    }
  }
  function floats(element: Element): Element | null {
    return element.closest('.float, .toasts, [popover], .edit-grid__problem');
  }
  /** Inline pieces of one paragraph wrap around each other. */
  function isRunningText(paragraph: Element, piece: Element): boolean {
    for (let at: Element | null = piece; at !== null && at !== paragraph; at = at.parentElement)
      if (getComputedStyle(at).display !== 'inline') return false;
    return true;
  }

  // All that can be pressed is in the window or can be scrolled there, and nothing lies on it.
  const handles = [
    ...top.querySelectorAll(
      'button, a[href], input:not([type=hidden]), select, textarea, [role=tab], [role=option], summary',
    ),
  ].filter((element) => isDrawn(element) && element.closest('.skip-link') === null);
  const seen: { readonly element: Element; readonly box: Box }[] = [];
  for (const element of handles) {
    const rect = element.getBoundingClientRect();
    if (rect.width === 0 || rect.height === 0) continue;
    let freeX = false;
    let freeY = false;
    for (const around of ancestorsOf(element)) {
      const style = getComputedStyle(around);
      freeX ||= scrolls(style, 'x');
      freeY ||= scrolls(style, 'y');
      const place = around === document.body ? viewport : around.getBoundingClientRect();
      const bounds = style.overflowX !== 'visible' || around === document.body;
      if (bounds && !freeX && (rect.left < place.left - SLACK || rect.right > place.right + SLACK)) {
        faults.add(`out of reach to the side: ${nameOf(element)}`);
        break;
      }
      if (bounds && !freeY && (rect.top < place.top - SLACK || rect.bottom > place.bottom + SLACK)) {
        faults.add(`out of reach below: ${nameOf(element)}`);
        break;
      }
    }
    const box = seenPart(element);
    if (!isEmpty(box)) seen.push({ element, box });
  }
  for (const [at, one] of seen.entries()) {
    const x = (one.box.left + one.box.right) / 2;
    const y = (one.box.top + one.box.bottom) / 2;
    const hit = document.elementFromPoint(x, y);
    const isMine =
      hit === null ||
      one.element.contains(hit) ||
      hit.contains(one.element) ||
      hit.closest('label')?.contains(one.element) === true;
    if (!isMine && stuck(hit) === null && floats(hit) === null)
      faults.add(`covered: ${nameOf(one.element)} by ${nameOf(hit)}`);
    for (const other of seen.slice(at + 1)) {
      const shared = meet(one.box, other.box);
      if (isEmpty(shared) || one.element.contains(other.element) || other.element.contains(one.element))
        continue;
      if (stuck(one.element) !== stuck(other.element) || floats(one.element) !== floats(other.element))
        continue;
      // The calendar opens from inside of its field.
      if (other.element.closest('.calendar') !== null) continue;
      faults.add(`one on the other: ${nameOf(one.element)} and ${nameOf(other.element)}`);
    }
  }

  // Lists: rows in sight, columns by width, the panel beside them or in their place.
  const panel = document.querySelector('.detail');
  for (const grid of document.querySelectorAll<HTMLElement>(
    '.screen__main .table-scroll:has(> [role=grid])',
  )) {
    const row = grid.querySelector<HTMLElement>('tbody tr[data-row]');
    if (row === null || grid.closest('.screen__main--padded, dialog, .detail') !== null) continue;
    const drawn = isDrawn(grid) && grid.clientWidth > 0;
    if (panel !== null && innerWidth < limits.panelAlone) {
      if (drawn) faults.add('the panel stands beside the list where there is no room for both');
      continue;
    }
    const head = grid.querySelector('thead')?.getBoundingClientRect().height ?? 0;
    const foot = grid.querySelector('tfoot')?.getBoundingClientRect().height ?? 0;
    const rows = Math.floor((grid.clientHeight - head - foot + 1) / row.getBoundingClientRect().height);
    if (innerHeight >= 600 && rows < limits.leastRows)
      faults.add(`only ${rows} rows of the list are in sight`);
    const hidden = Number(grid.querySelector('[role=grid]')?.getAttribute('data-hidden-columns') ?? '0');
    const widest = Math.max(
      ...[...grid.querySelectorAll('thead tr:first-child th')].map(
        (cell) => cell.getBoundingClientRect().width,
      ),
    );
    if (hidden > 0 && widest > limits.widest)
      faults.add(`a column of ${Math.round(widest)} px beside ${hidden} hidden ones`);
  }
  // Lists of records that are no table: the one that scrolls inside of the screen shows as many.
  for (const list of document.querySelectorAll<HTMLElement>('.screen__main :is(ul, ol):has(> li button)')) {
    const heights = [...list.children].map((one) => one.getBoundingClientRect().height).sort((a, b) => a - b);
    const usual = heights[Math.floor(heights.length / 2)] ?? 0;
    const scroller = [list, ...ancestorsOf(list)].find((around) => scrolls(getComputedStyle(around), 'y'));
    if (heights.length <= limits.leastRows || usual === 0 || scroller === undefined) continue;
    if (!isDrawn(list) || scroller.closest('.screen__main') === null || innerHeight < 600) continue;
    if (scroller.matches('.screen__main--padded, .council__page, .ballot__page, .detail *')) continue;
    const rows = Math.floor((scroller.clientHeight + 1) / usual);
    if (panel === null && rows < limits.leastRows)
      faults.add(`only ${rows} lines in sight: ${nameOf(scroller)}`);
  }
  if (panel !== null && innerWidth < limits.panelAlone) {
    const back = panel.querySelector('.detail__head button');
    if (back === null || isEmpty(seenPart(back)))
      faults.add('there is no way back from the panel to the list');
  }
  return [...faults];
}
