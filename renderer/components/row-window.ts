import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Rows are drawn only where they can be seen from this many on. */
export const VIRTUAL_FROM = 100;

const SPARE = 8;

/** Which rows to draw, and how much empty space stands for the others. */
export interface RowWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly first: number;
  /** One past the last. */
  readonly end: number;
  readonly before: number;
  readonly after: number;
  readonly onScroll: () => void;
  /** Brings a row into sight. */
  readonly reveal: (index: number) => void;
  /** Rows that fit at once. */
  readonly page: number;
  /** Width of the list in pixels; unbounded until it is drawn. */
  readonly width: number;
}

/** Windows a list of rows of one fixed height, in pixels, under a sticky head of `head` pixels. */
export function useRowWindow(list: {
  readonly count: number;
  readonly rowHeight: number;
  readonly head: number;
  readonly foot: number;
}): RowWindow {
  const { count, rowHeight, head, foot } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 900, width: Infinity });
  const virtual = count >= VIRTUAL_FROM;

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (element === null || !virtual) return;
    // Steps of several rows: scrolling draws anew only when a row is about to come into sight.
    const step = rowHeight * (SPARE / 2);
    const top = Math.floor(element.scrollTop / step) * step;
    const height = element.clientHeight;
    setView((old) => (old.top === top && old.height === height ? old : { ...old, top, height }));
  }, [virtual, rowHeight]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    function measure(): void {
      const { clientHeight: height, clientWidth: width } = scroller.current ?? {
        clientHeight: 0,
        clientWidth: 0,
      };
      setView((old) => (old.height === height && old.width === width ? old : { ...old, height, width }));
    }
    // Before the first frame: columns that have no room are never seen.
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  useLayoutEffect(onScroll, [onScroll]);

  // A shorter list may have pushed the view up. Asking where it stands lays the page out, so not while at the top.
  const scrolled = view.top > 0;
  useLayoutEffect(() => {
    if (scrolled) onScroll();
  }, [scrolled, onScroll, count]);

  const page = Math.max(1, Math.floor((view.height - head - foot) / rowHeight) - 1);
  const reveal = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (element === null) return;
      const top = index * rowHeight;
      const room = element.clientHeight - head - foot;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + rowHeight > element.scrollTop + room) element.scrollTop = top + rowHeight - room;
    },
    [rowHeight, head, foot],
  );

  const { width } = view;
  if (!virtual) return { scroller, first: 0, end: count, before: 0, after: 0, onScroll, reveal, page, width };
  const first = Math.min(Math.max(0, Math.floor(view.top / rowHeight) - SPARE), Math.max(0, count - 1));
  const end = Math.min(count, first + Math.ceil(view.height / rowHeight) + SPARE * 2);
  return {
    scroller,
    first,
    end,
    before: first * rowHeight,
    after: (count - end) * rowHeight,
    onScroll,
    reveal,
    page,
    width,
  };
}

/** A line to draw, by its place, or how many lines a gap stands for. */
export type Stretch = { readonly row: number } | { readonly gap: number; readonly key: string };

/**
 * The lines of a window and the gaps around them, with one line (`kept`) drawn wherever it is: it holds the focus, which
 * must not go with it when it is scrolled out of sight.
 */
export function stretches(
  { first, end }: Pick<RowWindow, 'first' | 'end'>,
  kept: number,
  count: number,
): readonly Stretch[] {
  const seen = Array.from({ length: end - first }, (_, at) => ({ row: first + at }));
  const gap = (key: string, lines: number): readonly Stretch[] => (lines > 0 ? [{ gap: lines, key }] : []);
  if (kept >= 0 && kept < first)
    return [
      ...gap('before', kept),
      { row: kept },
      ...gap('after-kept', first - kept - 1),
      ...seen,
      ...gap('after', count - end),
    ];
  if (kept >= end && kept < count)
    return [
      ...gap('before', first),
      ...seen,
      ...gap('before-kept', kept - end),
      { row: kept },
      ...gap('after', count - kept - 1),
    ];
  return [...gap('before', first), ...seen, ...gap('after', count - end)];
}
