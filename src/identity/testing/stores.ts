import type { AttemptStore, SessionStore, StoredSession } from '../ports.ts';

export function memorySessions(): SessionStore & { held: Map<string, StoredSession> } {
  const held = new Map<string, StoredSession>();
  return {
    held,
    async put(session) {
      held.set(session.tokenHash, session);
    },
    async find(tokenHash) {
      return held.get(tokenHash) ?? null;
    },
    async remove(tokenHash) {
      held.delete(tokenHash);
    },
  };
}

export function memoryAttempts(): AttemptStore & { keys(): string[] } {
  const attempts: { key: string; at: string }[] = [];
  return {
    keys: () => [...new Set(attempts.map(({ key }) => key))],
    async count(key, at, since) {
      attempts.push({ key, at });
      return attempts.filter((attempt) => attempt.key === key && attempt.at > since).length;
    },
    async forgive(key, at) {
      const index = attempts.findIndex((attempt) => attempt.key === key && attempt.at === at);
      if (index >= 0) attempts.splice(index, 1);
    },
  };
}
