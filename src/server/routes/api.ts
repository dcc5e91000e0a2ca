import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { ServerEnvironment } from '../environment.ts';
import { problem } from '../problem.ts';

/** A set of routes. What does not fit a route's schema is refused with the first thing that is wrong. */
export function createRoutes(): OpenAPIHono<ServerEnvironment> {
  return new OpenAPIHono<ServerEnvironment>({
    defaultHook(result) {
      if (result.success) return;
      const issue = result.error.issues[0];
      throw problem('request.invalid', `${issue?.path.join('.') || result.target}: ${issue?.message ?? 'not valid'}`);
    },
  });
}

/** Where the shop's people come in: by operator token, or by the command line of whoever holds the folder. */
export type PeopleDoor = '/api/operator' | '/local';

/** A set of routes for the shop's people, all behind the same door, with what the document of the API says of each. */
export function peopleRoutes<Name extends string>(
  door: PeopleDoor,
  name: Name,
  authenticate: MiddlewareHandler<ServerEnvironment>,
) {
  const scheme = door === '/local' ? 'local' : 'operator';
  const path = `${door}/${name}` as const;
  const routes = createRoutes();
  routes.use(path, authenticate);
  routes.use(`${path}/*`, authenticate);
  return { routes, path, tags: [scheme], security: [{ [scheme]: [] }] };
}
