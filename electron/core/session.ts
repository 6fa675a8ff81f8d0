/** Who sits at the laptop: simple sessions, kept in memory and gone with the file. */
import type { AppError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Id, Role } from '../../shared/terms.ts';

export interface Session {
  readonly id: Id;
  readonly role: Role;
  readonly name: string;
}

export interface Sessions {
  start(who: { readonly role: Role; readonly name: string }): Session;
  /** Errors: session-expired. */
  find(id: Id | null): Result<Session, AppError>;
  clear(): void;
}

/** Makes an empty set of sessions; ids come from the given source of randomness. */
export function createSessions(newId: () => Id): Sessions {
  const sessions = new Map<Id, Session>();
  return {
    start({ role, name }) {
      const session = { id: newId(), role, name };
      sessions.set(session.id, session);
      return session;
    },
    find(id) {
      const session = id === null ? undefined : sessions.get(id);
      return session === undefined ? err({ code: 'session-expired' }) : ok(session);
    },
    clear() {
      sessions.clear();
    },
  };
}
