import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ServerDeps } from '../deps.ts';
import type { ServerContext, ServerEnvironment } from '../environment.ts';
import { problem } from '../problem.ts';
import { createRoutes } from './api.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

/** Scripts and styles from here alone and none in the page: the widget brings its look as a constructed sheet. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Names of what a build writes: nothing hidden, nothing upward. */
const SAFE_NAME = /^[\w-][\w.-]*$/;

interface Asset {
  file: string;
  cache: string;
  headers?: Record<string, string>;
}

export function staticRoutes({ webDir }: Pick<ServerDeps, 'webDir'>): OpenAPIHono<ServerEnvironment> {
  async function send(c: ServerContext, { file, cache, headers = {} }: Asset): Promise<Response> {
    const path = join(webDir, file);
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) throw problem(file.endsWith('index.html') ? 'page.not-built' : 'route.unknown');
    const tag = `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`;
    for (const [name, value] of Object.entries({ 'cache-control': cache, etag: tag, ...headers }))
      c.header(name, value);
    if (c.req.header('if-none-match') === tag) return c.body(null, 304);
    c.header('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    return c.body(new Uint8Array(await readFile(path)), 200);
  }

  const page: Asset = {
    file: 'storefront/index.html',
    cache: 'no-cache',
    headers: { 'content-security-policy': PAGE_POLICY },
  };
  /** Embedded by pages of other origins. */
  const widget: Asset = {
    file: 'widget.js',
    cache: 'public, max-age=300',
    headers: { 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' },
  };

  const routes = createRoutes();
  routes.get('/', (c) => send(c, page));
  routes.get('/widget.js', (c) => send(c, widget));
  routes.get('/assets/:name', (c) => {
    const name = c.req.param('name');
    if (!SAFE_NAME.test(name)) throw problem('route.unknown');
    // The name carries the content's hash: another content has another name.
    return send(c, { file: join('storefront', 'assets', name), cache: 'public, max-age=31536000, immutable' });
  });
  return routes;
}
