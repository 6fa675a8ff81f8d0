import { useLayoutEffect, useRef, type ComponentProps, type ReactNode } from 'react';

/** The browser can place a layer of its own beside what opened it. */
const hasAnchors = CSS.supports('anchor-scope', '--float');

/**
 * A list or menu that floats beside what opened it, over everything, also out of a dialog or a scrolling page. Stands in
 * the page, scrolled into sight, in a browser that can't place such a layer.
 */
export function Float(props: Omit<ComponentProps<'div'>, 'popover' | 'ref'>): ReactNode {
  const layer = useRef<HTMLDivElement>(null);
  const { className = '', ...rest } = props;
  useLayoutEffect(() => {
    if (hasAnchors) layer.current?.showPopover();
    else layer.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div
      {...rest}
      ref={layer}
      className={`float ${className}`.trim()}
      popover={hasAnchors ? 'manual' : undefined}
    />
  );
}
