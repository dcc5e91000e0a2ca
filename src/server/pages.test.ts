import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from './testing/world.ts';

let world: World;
afterEach(() => world.remove());

function withPages(overrides: Record<string, unknown> = {}) {
  world = createWorld(overrides);
  const { webDir } = world.deps;
  mkdirSync(join(webDir, 'storefront', 'assets'), { recursive: true });
  writeFileSync(join(webDir, 'storefront', 'index.html'), '<!doctype html><title>店</title>');
  writeFileSync(join(webDir, 'storefront', 'assets', 'main-a1b2.js'), 'export {}');
  writeFileSync(join(webDir, 'widget.js'), '(() => {})()');
  writeFileSync(join(world.dataDir, 'secret.txt'), 'secret');
}

describe('pages and headers', () => {
  it('[API-70] the demo page runs its own scripts alone and is framed by nobody', async () => {
    withPages();
    const page = await world.call('GET', '/');
    expect(await page.text()).toContain('<title>店</title>');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(page.headers.get('cache-control')).toBe('no-cache');
  });

  it('[API-71] the widget may be loaded by any page; what the build hashed is kept for good', async () => {
    withPages();
    const widget = await world.call('GET', '/widget.js');
    expect(widget.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(widget.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(widget.headers.get('access-control-allow-origin')).toBe('*');
    const etag = widget.headers.get('etag') ?? '';
    expect((await world.call('GET', '/widget.js', { headers: { 'if-none-match': etag } })).status).toBe(304);
    const asset = await world.call('GET', '/assets/main-a1b2.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('[API-71] nothing outside the build is served', async () => {
    withPages();
    const paths = [
      '/assets/..%2f..%2f..%2fsecret.txt',
      '/assets/.hidden',
      '/secret.txt',
      '/assets/none.js',
      '/storefront/index.html',
    ];
    for (const path of paths) expect((await world.call('GET', path)).status).toBe(404);
  });

  it('[API-71] without a build the page says what to do', async () => {
    world = createWorld();
    const missing = await world.call('GET', '/');
    expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('npm run build:web')]);
  });

  it('[API-72] every answer forbids guessing its type and being framed; what is somebody’s is not cached', async () => {
    withPages();
    for (const path of ['/', '/widget.js', '/api/shop', '/health', '/nothing', '/v1/models', '/openapi.json']) {
      const { headers } = await world.call('GET', path);
      expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
      expect([path, headers.get('x-frame-options')]).toEqual([path, 'DENY']);
    }
    expect((await world.call('GET', '/api/shop')).headers.get('cache-control')).toBe('no-store');
  });

  it('[API-73] the API is shared with the configured origins, without credentials', async () => {
    withPages({ allowedOrigins: ['https://shop.example'] });
    const preflight = (origin: string) =>
      world.call('OPTIONS', '/api/conversation/messages', {
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
      });
    const allowed = await preflight('https://shop.example');
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(allowed.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    // An error is readable by the page as well.
    const refused = await world.call('GET', '/api/conversation/events', {
      headers: { origin: 'https://shop.example' },
    });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, 'https://shop.example']);
  });
});
