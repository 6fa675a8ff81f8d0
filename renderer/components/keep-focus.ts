/** Keeps the focus in the page when what had it goes away: a removed row, a closed panel, a form that was sent. */

const FOCUSABLE =
  ':is(button, input, select, textarea, a[href], [tabindex="0"]):not(:disabled, [tabindex="-1"])';

function focusables(within: Element): readonly HTMLElement[] {
  const inside = [...within.querySelectorAll<HTMLElement>(FOCUSABLE)];
  return within instanceof HTMLElement && within.matches(FOCUSABLE) ? [within, ...inside] : inside;
}

/** Elements beside a place, the one after it first. */
function besides(record: MutationRecord): readonly Element[] {
  return [record.nextSibling, record.previousSibling].filter(
    (node): node is Element => node instanceof Element && node.isConnected,
  );
}

/** Where the focus goes on: the same control of the neighbour, the list it stood by, or the nearest that takes it. */
function neighbourOf(record: MutationRecord, removed: Element, last: Element): HTMLElement | null {
  const at = focusables(removed).findIndex((one) => one === last);
  for (const beside of besides(record)) {
    const list = beside.querySelector<HTMLElement>('[role=grid]');
    const all = focusables(beside);
    const next = list ?? all[Math.max(0, at)] ?? all[0];
    if (next !== undefined) return next;
  }
  for (
    let around = record.target instanceof Element ? record.target : null;
    around !== null && around !== document.body;
    around = around.parentElement
  ) {
    const first = focusables(around)[0];
    if (first !== undefined) return first;
  }
  return document.querySelector<HTMLElement>('h1[tabindex]');
}

/** Watches the page until the returned function is called. */
export function keepFocus(): () => void {
  let last: Element | null = null;
  function remember(event: FocusEvent): void {
    if (event.target instanceof Element) last = event.target;
  }
  const observer = new MutationObserver((records) => {
    if (last === null || last.isConnected || document.activeElement !== document.body) return;
    for (const record of records) {
      const removed = [...record.removedNodes].find((node) => node.contains(last));
      if (!(removed instanceof Element)) continue;
      neighbourOf(record, removed, last)?.focus();
      return;
    }
  });
  addEventListener('focusin', remember);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    removeEventListener('focusin', remember);
    observer.disconnect();
  };
}
