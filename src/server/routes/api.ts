import { OpenAPIHono } from '@hono/zod-openapi';
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
