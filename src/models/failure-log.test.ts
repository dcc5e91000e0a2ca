import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { seededRandom, systemClock } from '../core/clock.ts';
import { createHttp } from '../platform/http.ts';
import { createLog } from '../platform/log.ts';
import { createChatModel } from './chat.ts';

/** An address at which nothing listens any more. */
function nowhere(): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : 0;
      server.close(() => resolve(`http://127.0.0.1:${port}`));
    });
  });
}

it('[API-90] an endpoint that cannot be reached is one short warning, however many tries', async () => {
  const baseUrl = await nowhere();
  const lines: string[] = [];
  const model = createChatModel({
    config: { baseUrl, model: 'absent', timeoutMs: 3_000 },
    fetch: createHttp({ allowedOrigins: [baseUrl] }).fetch,
    clock: systemClock,
    random: seededRandom(1),
    log: createLog({ logLevel: 'warn' }, { write: (line: string) => lines.push(line) }),
    options: { backOffMs: 1 },
  });
  const request = { messages: [{ role: 'user' as const, text: 'x' }], tools: [] };
  await expect(model.complete(request, new AbortController().signal)).rejects.toMatchObject({
    code: 'model.unreachable',
  });
  expect(lines).toHaveLength(1);
  const { at, ...rest } = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  expect(typeof at).toBe('string');
  expect(rest).toEqual({
    ...{ level: 'warn', event: 'model.failed', model: 'absent', attempt: 3, code: 'model.unreachable' },
    detail: expect.stringContaining('ECONNREFUSED'),
  });
});
