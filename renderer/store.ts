/** What the screens share and the data file does not hold: where we are, who is signed in, what is half typed. */
import { useState } from 'react';
import { create } from 'zustand';
import type { ChangedValue } from '../shared/errors.ts';
import type { StepId } from '../shared/views.ts';

/** A screen of the app: a step of the season, or one of those below the line. */
export type ScreenId = StepId | 'school' | 'regulation' | 'rules' | 'log' | 'help';

/** Where the person is: the screen, and the record that is open on it. */
export interface Route {
  readonly screen: ScreenId;
  readonly selected: string | null;
}

/** A short word after something succeeded; never for a mistake. */
export interface Toast {
  readonly id: number;
  /** The data file it is about: it isn't shown over another. */
  readonly fileId: string | null;
  readonly text: string;
  readonly undo: (() => void) | null;
}

/** Which of two values stands: the one typed at this window, or the one that others saved. */
export type Choice = 'mine' | 'theirs';

/** What is asked of the person when others changed the same. */
export interface Question {
  readonly changes: readonly ChangedValue[];
  readonly answer: (choice: Choice) => void;
}

/** Something that Ctrl+K can find. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** What it is: "Lệnh", "Người", "Màn hình". */
  readonly kind: string;
  readonly note?: string | undefined;
  readonly run: () => void;
}

export const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

interface AppState {
  readonly route: Route | null;
  readonly sessionId: string | null;
  /** Key of the open data file, under which half-typed text is kept. */
  readonly fileId: string | null;
  /** Calls under way that write. */
  readonly busy: number;
  /** Values that others changed meanwhile, until it is chosen which stand. */
  readonly question: Question | null;
  readonly toasts: readonly Toast[];
  readonly commands: readonly Command[];
  readonly theme: Theme;
}

const sessionKey = 'bangvang:session';
const themeKey = 'bangvang:theme';
const draftPrefix = 'bangvang:draft:';

const screenIds: readonly string[] = [
  'overview',
  'people',
  'campaign',
  'registration',
  'evaluation',
  'appraisal',
  'council',
  'ballot',
  'dossier',
  'school',
  'regulation',
  'rules',
  'log',
  'help',
] satisfies readonly ScreenId[];

/** The shared state; change it through the functions below. */
export const useStore = create<AppState>(() => ({
  route: readRoute(),
  sessionId: read(sessionStorage, sessionKey),
  fileId: null,
  busy: 0,
  question: null,
  toasts: [],
  commands: [],
  theme: themes.find((theme) => theme === read(localStorage, themeKey)) ?? 'light',
}));

/** Opens a screen, and a record on it; the address keeps it, so that going back works. */
export function go(screen: ScreenId, selected: string | null = null): void {
  const hash = selected === null ? `#/${screen}` : `#/${screen}/${encodeURIComponent(selected)}`;
  if (location.hash !== hash) history.pushState(null, '', hash);
  useStore.setState({ route: { screen, selected } });
}

/** Stays on the screen that was opened by itself: what is done on it must not carry the person off to the next step. */
export function settle(screen: ScreenId): void {
  if (useStore.getState().route !== null) return;
  history.replaceState(null, '', `#/${screen}`);
  useStore.setState({ route: { screen, selected: null } });
}

/** Opens or closes a record on the screen at hand, without a step in the history. */
export function select(selected: string | null): void {
  const { route } = useStore.getState();
  if (route === null) return;
  const hash = selected === null ? `#/${route.screen}` : `#/${route.screen}/${encodeURIComponent(selected)}`;
  history.replaceState(null, '', hash);
  useStore.setState({ route: { screen: route.screen, selected } });
}

/** Follows the address when the person goes back or forward; call once. */
export function followAddress(): () => void {
  function follow(): void {
    useStore.setState({ route: readRoute() });
  }
  addEventListener('popstate', follow);
  // The address may have changed between the first reading and now.
  follow();
  return () => {
    removeEventListener('popstate', follow);
  };
}

/** Keeps who is signed in, over a reload of the page but not over its closing. */
export function setSession(sessionId: string | null): void {
  if (sessionId === null) sessionStorage.removeItem(sessionKey);
  else sessionStorage.setItem(sessionKey, sessionId);
  useStore.setState({ sessionId });
}

/** Changes the look and remembers it on this computer. */
export function setTheme(theme: Theme): void {
  localStorage.setItem(themeKey, theme);
  useStore.setState({ theme });
}

let lastToast = 0;

/** Says that something succeeded, with a way to undo it where there is one. */
export function showToast(text: string, undo: (() => void) | null = null): void {
  lastToast += 1;
  const { fileId } = useStore.getState();
  const toast: Toast = { id: lastToast, fileId, text, undo };
  useStore.setState((state) => ({ toasts: [...state.toasts.slice(-1), toast] }));
}

/** Takes a toast away. */
export function hideToast(id: number): void {
  useStore.setState((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) }));
}

/** Offers commands to Ctrl+K until the returned function is called. */
export function offerCommands(commands: readonly Command[]): () => void {
  useStore.setState((state) => ({ commands: [...state.commands, ...commands] }));
  return () => {
    useStore.setState((state) => ({
      commands: state.commands.filter((command) => !commands.includes(command)),
    }));
  };
}

/** A text, or a record as JSON, that survives a crash until it is sent. Never for marks on a ballot. */
export interface Draft<T> {
  readonly value: T;
  readonly set: (value: T) => void;
  /** Forgets it, after it was sent. */
  readonly clear: () => void;
  /** It was found from an earlier sitting. */
  readonly restored: boolean;
}

/** Keeps what is being typed under the data file's key and `key`, beginning with `initial`. */
export function useDraft<T>(key: string, initial: T): Draft<T> {
  const fileId = useStore((state) => state.fileId);
  const place = `${draftPrefix}${fileId ?? 'app'}:${key}`;
  const [kept, setKept] = useState<Kept<T> | null>(null);
  const current = kept?.place === place ? kept : readDraft<T>(place);

  function set(value: T): void {
    localStorage.setItem(place, JSON.stringify(value));
    setKept({ place, found: true, value, restored: current.restored });
  }
  function clear(): void {
    localStorage.removeItem(place);
    setKept({ place, found: false, restored: false });
  }
  return { value: current.found ? current.value : initial, set, clear, restored: current.restored };
}

type Kept<T> =
  | { readonly place: string; readonly found: true; readonly value: T; readonly restored: boolean }
  | { readonly place: string; readonly found: false; readonly restored: false };

function readDraft<T>(place: string): Kept<T> {
  const text = read(localStorage, place);
  if (text === null) return { place, found: false, restored: false };
  try {
    return { place, found: true, value: JSON.parse(text) as T, restored: true };
  } catch {
    return { place, found: false, restored: false };
  }
}

function read(storage: Storage, key: string): string | null {
  return storage.getItem(key);
}

function isScreenId(text: string): text is ScreenId {
  return screenIds.includes(text);
}

function readRoute(): Route | null {
  const [, screen = '', selected] = location.hash.split('/');
  if (!isScreenId(screen)) return null;
  return {
    screen,
    selected: selected === undefined || selected === '' ? null : decodeURIComponent(selected),
  };
}
