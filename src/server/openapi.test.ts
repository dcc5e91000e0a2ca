import { afterEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from './testing/world.ts';

let world: World;
afterEach(() => world.remove());

interface Operation {
  summary?: string;
  security?: object[];
  responses: Record<string, unknown>;
}

interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: object; schemas: Record<string, unknown> };
}

async function readDocument(): Promise<Document> {
  world = createWorld();
  return (await (await world.call('GET', '/openapi.json')).json()) as Document;
}

describe('the OpenAPI document', () => {
  it('[API-55] describes every door, and every door that it describes is there', async () => {
    const { openapi, paths } = await readDocument();
    expect(openapi).toBe('3.1.0');
    const doors = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const expected = [
      ...[
        'post /api/sessions',
        'delete /api/sessions',
        'post /api/conversation/messages',
        'get /api/conversation/events',
      ],
      ...['get /api/conversation/stream', 'get /api/shop', 'get /api/shop/products', 'get /api/shop/products/{id}'],
      ...[
        'get /api/shop/articles/{id}',
        'post /api/demo/sign-in',
        'get /demo/pictures/{file}',
        'get /health',
        'get /ready',
      ],
      ...['/api/operator', '/local'].flatMap((base) => [
        `get ${base}/conversations`,
        `get ${base}/conversations/{id}`,
        ...['reply', 'take-over', 'hand-back', 'close'].map((act) => `post ${base}/conversations/{id}/${act}`),
        `get ${base}/tickets`,
        `get ${base}/tickets/{id}`,
        `post ${base}/tickets/{id}/close`,
        `get ${base}/approvals`,
        ...['approve', 'refuse'].map((act) => `post ${base}/approvals/{id}/${act}`),
        ...['articles', 'articles/{id}', 'articles/{id}/diff', 'sources', 'imports', 'imports/{id}'].map(
          (part) => `get ${base}/knowledge/${part}`,
        ),
        ...['versions', 'publish', 'rollback', 'remove'].map((act) => `post ${base}/knowledge/articles/{id}/${act}`),
        ...['sync', 'remove'].map((act) => `post ${base}/knowledge/sources/{id}/${act}`),
        ...['files', 'start', 'cancel'].map((act) => `post ${base}/knowledge/imports/{id}/${act}`),
        ...['imports', 'search'].map((act) => `post ${base}/knowledge/${act}`),
      ]),
      ...[
        'post /v1/chat/completions',
        'post /v1/completions',
        'post /v1/engines/{engine}/completions',
        'get /v1/models',
      ],
      ...[
        'get /v1/models/{model}',
        'post /local/ask',
        'get /local/audit/check',
        'get /local/audit/conversations/{id}',
        'get /local/status',
        'post /local/backup',
        'post /local/restore',
      ],
      ...['get /local/policy', 'get /local/policy/versions', 'post /local/policy/versions'],
      ...['check', 'rollback', 'diff'].map((act) => `post /local/policy/${act}`),
      ...['get /local/turns', 'get /local/turns/{id}/replay'],
      'post /local/import',
      'get /local/words',
    ];
    expect(doors.sort()).toEqual(expected.sort());
    for (const door of doors) {
      const [method = '', path = ''] = door.split(' ');
      const response = await world.call(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, 'x'));
      const text = await response.text();
      expect([door, text.includes('route.unknown')]).toEqual([door, path.startsWith('/demo/')]);
    }
  });

  it('[API-55] says how each door is opened and names the parts that answers are made of', async () => {
    const { paths, components } = await readDocument();
    expect(Object.keys(components.securitySchemes).sort()).toEqual(['apiKey', 'local', 'operator', 'session']);
    expect(Object.keys(components.schemas)).toEqual(
      expect.arrayContaining([
        'Reply',
        'Block',
        'ConfirmationCard',
        'Event',
        'Problem',
        'ChatCompletion',
        'Conversation',
      ]),
    );
    for (const [path, methods] of Object.entries(paths)) {
      for (const { summary, security, responses } of Object.values(methods)) {
        expect([path, typeof summary]).toEqual([path, 'string']);
        if (security) expect(Object.keys(responses)).toContain(path === '/api/sessions' ? '204' : '401');
      }
    }
  });

  it('[API-55] has no dangling reference', async () => {
    const document = await readDocument();
    const text = JSON.stringify(document);
    for (const [, name = ''] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
      expect(Object.keys(document.components.schemas)).toContain(name);
    }
  });

  it('[API-56] health says that the process lives, ready that messages are answered', async () => {
    world = createWorld({}, { ready: async () => false });
    expect((await world.call('GET', '/health')).status).toBe(200);
    const answer = await world.call('GET', '/ready');
    expect([answer.status, await answer.json()]).toEqual([503, { ready: false }]);
    world.remove();
    world = createWorld();
    expect((await world.call('GET', '/ready')).status).toBe(200);
  });
});
