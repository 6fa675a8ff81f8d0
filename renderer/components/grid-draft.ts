/** Texts of a sheet that are not saved: kept for this window until they are, over a reload and over leaving the screen. */
import { useRef, useState } from 'react';
import { useStore } from '../store.ts';

/** A text that is not saved, and the sentence of the core where that refused it. */
export interface UnsavedText {
  readonly text: string;
  readonly because: string | null;
}

/** Texts by cell, "row column". */
export type Unsaved = Readonly<Record<string, UnsavedText>>;

/** The texts that are not saved, and the cell that is being typed into, with the text that was seen in it before. */
export interface GridDraft {
  readonly unsaved: Unsaved;
  readonly typed: { readonly cell: string; readonly text: string; readonly over: string } | null;
}

interface Kept {
  readonly place: string;
  readonly draft: GridDraft;
}

const empty: GridDraft = { unsaved: {}, typed: null };

/** Another window has a draft of its own: neither lies over the other. */
export function useGridDraft(key: string): {
  readonly draft: GridDraft;
  readonly change: (update: (before: GridDraft) => GridDraft) => void;
} {
  const fileId = useStore((state) => state.fileId);
  const place = `bangvang:grid:${fileId ?? 'app'}:${key}`;
  const [kept, setKept] = useState<Kept>(() => read(place));
  const latest = useRef<Kept | null>(null);
  const current = kept.place === place ? kept : read(place);

  function change(update: (before: GridDraft) => GridDraft): void {
    // Several changes may come before the next drawing: each lies over the one before.
    const before = latest.current?.place === place ? latest.current : current;
    const next = { place, draft: update(before.draft) };
    latest.current = next;
    if (next.draft.typed === null && Object.keys(next.draft.unsaved).length === 0)
      sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(next.draft));
    setKept(next);
  }
  return { draft: current.draft, change };
}

/** What was half typed when the page went away is a text that is not saved. */
function read(place: string): Kept {
  const text = sessionStorage.getItem(place);
  if (text === null) return { place, draft: empty };
  try {
    const { unsaved, typed } = JSON.parse(text) as GridDraft;
    const whole =
      typed === null ? unsaved : { ...unsaved, [typed.cell]: { text: typed.text.trim(), because: null } };
    return { place, draft: { unsaved: whole, typed: null } };
  } catch {
    return { place, draft: empty };
  }
}
