/** What is on the wall: chosen in the operator's window, followed by the projector's, kept over a reload of either. */
import { useSyncExternalStore } from 'react';
import type { ProjectionRequest } from '../shared/views.ts';

/** The address under which the projector's window opens. */
export const projectorHash = '#/projector';

const key = 'bangvang:wall';
const waiting: ProjectionRequest = { kind: 'waiting' };
const listeners = new Set<() => void>();
let known: { readonly text: string | null; readonly request: ProjectionRequest } = {
  text: null,
  request: waiting,
};

function current(): ProjectionRequest {
  const text = localStorage.getItem(key);
  if (text !== known.text) known = { text, request: read(text) };
  return known.request;
}

/** Only this program writes there; what cannot be read shows nothing. The core judges the rest. */
function read(text: string | null): ProjectionRequest {
  if (text === null) return waiting;
  try {
    return JSON.parse(text) as ProjectionRequest;
  } catch {
    return waiting;
  }
}

function subscribe(listener: () => void): () => void {
  // The browser tells every other window of the same origin; this one tells itself.
  addEventListener('storage', listener);
  listeners.add(listener);
  return () => {
    removeEventListener('storage', listener);
    listeners.delete(listener);
  };
}

/** What is on the wall now. */
export function useWall(): ProjectionRequest {
  return useSyncExternalStore(subscribe, current);
}

/** Puts something on the wall. */
export function showOnWall(request: ProjectionRequest): void {
  localStorage.setItem(key, JSON.stringify(request));
  for (const listener of listeners) listener();
}

/** Opens the projector's window, or brings it to the front when it is open. */
export function openProjector(): void {
  window.open(`${location.origin}/${projectorHash}`, 'bangvang-projector', 'popup,width=1366,height=768');
}
