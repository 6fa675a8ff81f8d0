/** The windows that show the app: each says every few seconds that it is there. */

/** Twice as long as a window in the background, whose timers are slowed down, takes for it. */
const GONE_AFTER_MS = 8000;

export interface Windows {
  /** Notes that a window is there now (an instant, ISO 8601); gives how many are. */
  seen(windowId: string, now: string): number;
}

/** Makes an empty set of windows. */
export function createWindows(): Windows {
  const lastSeen = new Map<string, number>();
  return {
    seen(windowId, now) {
      const at = Date.parse(now);
      lastSeen.set(windowId, at);
      for (const [id, seenAt] of lastSeen) if (at - seenAt > GONE_AFTER_MS) lastSeen.delete(id);
      return lastSeen.size;
    },
  };
}
