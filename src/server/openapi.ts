import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ServerEnvironment } from './environment.ts';

const BEARERS: Record<string, string> = {
  session: 'The token from POST /api/sessions.',
  operator: 'A token of `operators` in xiaoer.yml.',
  apiKey: 'A key of `apiKeys` in xiaoer.yml, or the one that the data folder made: api.key.',
  local: 'The token in local.token of the data folder; from this machine only.',
};

/** Registers how each door is opened; the document itself is made from the routes. */
export function describeApi(app: OpenAPIHono<ServerEnvironment>): void {
  for (const [name, description] of Object.entries(BEARERS)) {
    app.openAPIRegistry.registerComponent('securitySchemes', name, { type: 'http', scheme: 'bearer', description });
  }
}

export function apiDocument(app: OpenAPIHono<ServerEnvironment>) {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Xiaoer 小二',
      version: '0.1.0',
      license: { name: 'MIT' },
      description:
        'The shop’s customer-service clerk. Errors are RFC 9457 problem documents in Chinese or English (`Accept-Language`), and errors in OpenAI’s shape under /v1.',
    },
  });
}
