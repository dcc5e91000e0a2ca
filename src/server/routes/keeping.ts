import { createRoute, z } from '@hono/zod-openapi';
import type { Locale } from '../../core/locale.ts';
import type { ImportRequest, ServerDeps } from '../deps.ts';
import { preferredLocale, problemOf } from '../problem.ts';
import { json, jsonBody, problems } from '../schemas/common.ts';
import {
  backupResponseSchema,
  fileRequestSchema,
  type ImportLine,
  importRequestSchema,
  restoreResponseSchema,
  statusSchema,
} from '../schemas/local.ts';
import { createRoutes } from './api.ts';

const tags = ['local'];
const security = [{ local: [] }];

const status = createRoute({
  method: 'get',
  path: '/local/status',
  tags,
  security,
  summary: 'What holds the data, which shop it is, and which brain answers',
  responses: { 200: json(statusSchema, 'The status'), ...problems(401) },
});

const backup = createRoute({
  method: 'post',
  path: '/local/backup',
  tags,
  security,
  summary: 'Writes everything to one file on this machine',
  request: { body: jsonBody(fileRequestSchema) },
  responses: { 200: json(backupResponseSchema, 'Written'), ...problems(400, 401) },
});

const restore = createRoute({
  method: 'post',
  path: '/local/restore',
  tags,
  security,
  summary: 'Puts a backup in place of what is there',
  request: { body: jsonBody(fileRequestSchema) },
  responses: { 200: json(restoreResponseSchema, 'Restored'), ...problems(400, 401) },
});

const importing = createRoute({
  method: 'post',
  path: '/local/import',
  tags,
  security,
  summary: 'Reads a shop from a folder on this machine',
  description: 'Answers JSON lines: `progress` as it goes, then one `report` or one `problem`.',
  request: { body: jsonBody(importRequestSchema) },
  responses: {
    200: { description: 'JSON lines', content: { 'text/jsonl': { schema: z.string() } } },
    ...problems(400, 401),
  },
});

const LINES = { 'content-type': 'text/jsonl; charset=utf-8' };

export function keepingRoutes({ keeping, log }: Pick<ServerDeps, 'keeping' | 'log'>) {
  function importLines(request: ImportRequest, locale: Locale): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder();
    let read = true;
    return new ReadableStream<Uint8Array>({
      async start(controller) {
        // Whoever stops reading does not stop the import: it is all or nothing.
        const write = (line: ImportLine) => {
          if (read) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
        };
        try {
          const report = await keeping.importShop(request, (done, total) => write({ kind: 'progress', done, total }));
          write({ kind: 'report', report });
        } catch (error) {
          const problem = problemOf(error, locale);
          if (problem.code === 'internal.error') log.error('import.failed', { error });
          write({ kind: 'problem', problem });
        }
        if (read) controller.close();
      },
      cancel() {
        read = false;
      },
    });
  }

  return createRoutes()
    .openapi(status, async (c) => c.json(await keeping.status(), 200))
    .openapi(backup, async (c) => {
      const { file } = c.req.valid('json');
      return c.json({ file, bytes: (await keeping.backup(file)).bytes }, 200);
    })
    .openapi(restore, async (c) => {
      const { file } = c.req.valid('json');
      await keeping.restore(file);
      return c.json({ file }, 200);
    })
    .openapi(importing, (c) => {
      const locale = preferredLocale(c.req.header('accept-language'));
      return new Response(importLines(c.req.valid('json'), locale), { headers: LINES });
    });
}
