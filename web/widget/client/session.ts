import type { Locale, SessionResponse } from '../../../src/core/wire.ts';
import { type Api, ApiError } from './api.ts';
import type { Environment } from './environment.ts';

/** A visitor's conversation, held for one identity alone. */
export interface Session extends SessionResponse {
  identity: string;
}

export const GUEST = 'guest';

/**
 * Whom a shop's token names, read without checking it (the server checks): only to notice that it is somebody else.
 * Null when that cannot be told; such a session is never kept, so nobody can come back to it.
 */
export function identityOf(shopToken: string | null): string | null {
  if (!shopToken) return GUEST;
  try {
    const payload = (shopToken.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    const { sub } = JSON.parse(new TextDecoder().decode(bytes)) as { sub?: unknown };
    return typeof sub === 'string' && sub !== '' ? `customer:${sub}` : null;
  } catch {
    return null;
  }
}

export interface SessionBook {
  /** The kept session of that identity. Anybody else's is destroyed by looking for it. */
  open(identity: string | null): Session | null;
  keep(session: Session): void;
  clear(): void;
  key: string;
}

/** @param base one page may embed clerks of several hosts */
export function createSessionBook(base: string, environment: Environment): SessionBook {
  const key = `xiaoer:${base}:session`;
  return {
    key,
    open(identity) {
      const session = parseSession(environment.local.get(key));
      const valid =
        session !== null &&
        identity !== null &&
        session.identity === identity &&
        Date.parse(session.expiresAt) > environment.now();
      if (valid) return session;
      environment.local.remove(key);
      return null;
    },
    keep: (session) => environment.local.set(key, JSON.stringify(session)),
    clear: () => environment.local.remove(key),
  };
}

export function parseSession(text: string | null): Session | null {
  try {
    const value = JSON.parse(text ?? 'null') as Session | null;
    return value && typeof value.token === 'string' && typeof value.identity === 'string' ? value : null;
  } catch {
    return null;
  }
}

/**
 * Asks for a session. Where the shop's word is not accepted (expired, say) the visitor goes on as a guest, and the answer says so.
 * @throws ApiError
 */
export async function requestSession(
  api: Api,
  shopToken: string | null,
  locale: Locale,
): Promise<{ answer: SessionResponse; accepted: boolean }> {
  if (shopToken === null) return { answer: await api.createSession({ locale }), accepted: true };
  try {
    const answer = await api.createSession({ locale, shopToken });
    return { answer, accepted: answer.customer !== null };
  } catch (error) {
    if (!(error instanceof ApiError) || (error.status !== 401 && error.status !== 403)) throw error;
    return { answer: await api.createSession({ locale }), accepted: false };
  }
}
