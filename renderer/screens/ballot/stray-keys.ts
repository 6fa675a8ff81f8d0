import { useEffect, type RefObject } from 'react';

/**
 * Gives an element the keys that nothing else would take: after a press on a tab or on the bare page the hands are
 * still on the keyboard, and what they type is meant for the ballot.
 */
export function useStrayKeys(element: RefObject<HTMLElement | null>, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    function pass(event: KeyboardEvent): void {
      const { current } = element;
      const { target } = event;
      const isStray = target instanceof HTMLElement && target.matches('body, main, h1, [role=tab]');
      if (current === null || !isStray || event.defaultPrevented) return;
      const { key, code, altKey, ctrlKey, metaKey, shiftKey, isComposing, repeat } = event;
      const again = { key, code, altKey, ctrlKey, metaKey, shiftKey, isComposing, repeat };
      if (current.dispatchEvent(new KeyboardEvent('keydown', { ...again, bubbles: true, cancelable: true })))
        return;
      event.preventDefault();
      current.focus({ preventScroll: true });
    }
    document.addEventListener('keydown', pass);
    return () => {
      document.removeEventListener('keydown', pass);
    };
  }, [element, active]);
}
