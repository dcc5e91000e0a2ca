import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Operator } from '../core/actor.ts';
import type { Session } from '../identity/sessions.ts';

/** What a request carries on its way through. The bindings are absent when it came by a call in process. */
export interface ServerEnvironment {
  Bindings: Partial<HttpBindings>;
  Variables: {
    /** Whom limits count; null for a call in process, which is not limited. */
    address: string | null;
    session: Session & { token: string };
    operator: Operator;
  };
}

export type ServerContext = Context<ServerEnvironment>;
