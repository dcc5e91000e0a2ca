import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from '@hono/zod-openapi';
import type { StatelessRequest, TurnOutcome, TurnTrace } from '../../agent/clerk.ts';
import { manualClock, seededRandom } from '../../core/clock.ts';
import { AppError } from '../../core/errors.ts';
import type { Reply } from '../../core/reply.ts';
import { createOperators } from '../../identity/operators.ts';
import { createSessions } from '../../identity/sessions.ts';
import { memorySessions } from '../../identity/testing/stores.ts';
import { loadConfig } from '../../platform/config.ts';
import { createLog } from '../../platform/log.ts';
import type { ServerDeps } from '../deps.ts';
import { createServer } from '../server.ts';
import { fakeConversations } from './conversations.ts';
import { fakeShop } from './shop.ts';

export const REPLY: Reply = {
  locale: 'zh',
  text: '一般 48 小时内发货。偏远地区会慢一些！\n还有什么可以帮您？',
  blocks: [],
  citations: [{ articleId: 'delivery', title: '配送时间', quote: '一般 48 小时内发货。' }],
};

const TRACE: TurnTrace = {
  commands: [
    {
      ...{ name: 'search_knowledge', input: { text: '配送时间' }, status: 'done' },
      verdict: { allowed: true, reasons: [{ rule: 'read', text: { zh: '可以' } }] },
    },
  ],
  facts: [],
  brain: 'embedded',
  degraded: null,
  milliseconds: 3,
};

export const OPERATORS = { viewer: 'viewer-token-0123456789', agent: 'agent-token-0123456789' };

/** A server over fakes: everything that is not the server's own work answers at once and is remembered. */
export function createWorld(overrides: Record<string, unknown> = {}, changes: Partial<ServerDeps> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'xiaoer-server-'));
  const clock = manualClock('2026-05-01T00:00:00.000Z');
  const random = seededRandom(7);
  const logged: string[] = [];
  const asked: StatelessRequest[] = [];
  const state = { reply: REPLY, failure: null as Error | null };
  const conversations = fakeConversations({ clock, random, reply: () => state.reply, trace: TRACE });
  const unused = async () => {
    throw new AppError('not-part-of-this-test');
  };
  const deps: ServerDeps = {
    config: loadConfig({
      dataDir,
      env: {},
      overrides: {
        port: 0,
        operators: [
          { name: 'Vera', role: 'viewer', token: OPERATORS.viewer },
          { name: '小兰', role: 'agent', token: OPERATORS.agent },
        ],
        apiKeys: ['test-api-key-0123456789'],
        ...overrides,
      },
    }),
    clock,
    random,
    log: createLog({ logLevel: 'debug' }, { write: (line: string) => logged.push(line) }, clock),
    conversations,
    clerk: {
      runTurn: unused,
      apologise() {
        throw new AppError('not-part-of-this-test');
      },
      async answer(request): Promise<TurnOutcome> {
        asked.push(request);
        if (state.failure) throw state.failure;
        return { reply: state.reply, handOff: null, trace: TRACE } as unknown as TurnOutcome;
      },
    },
    shop: fakeShop(),
    sessions: createSessions({ store: memorySessions(), clock, random }),
    verifyShopToken: async (token) => {
      const customerId = /^jwt\.for\.(.+)$/.exec(token ?? '')?.[1];
      return customerId ? { kind: 'customer', customerId } : null;
    },
    operators: createOperators([]),
    demo: {
      offer: async () => ({
        customers: [{ id: 'customer-1', name: '李雷', about: { zh: '有一个在途订单' } }],
        guestOrders: [{ number: 'DD1001', contact: '13800138000', about: { zh: '已发货' } }],
      }),
      sign: async (customerId) => `jwt.for.${customerId}`,
      picture: (id) => (id === 'p1' ? '<svg xmlns="http://www.w3.org/2000/svg"/>' : null),
    },
    approvals: { list: async () => ({ items: [], next: null }), approve: unused, refuse: unused },
    tickets: { find: async () => null, list: async () => ({ items: [], next: null }), close: async () => false },
    recordings: { replay: unused, turns: unused, comparePolicy: unused },
    audit: { list: async () => ({ items: [], next: null }), verify: async () => ({ ok: true, entries: 0 }) },
    policyDesk: {
      ...{ show: async () => null, list: unused, check: unused, publish: unused, rollback: unused },
      articles: async () => [],
    },
    library: {
      ...{ sources: async () => [], articles: async () => ({ articles: [], next: null }), open: async () => null },
      ...{ show: unused, diff: unused, edit: unused, publish: unused, rollback: unused, remove: unused },
    },
    imports: {
      ...{ open: unused, receive: unused, start: unused, cancel: unused, find: unused, sync: unused },
      list: async () => ({ imports: [], next: null }),
    },
    knowledge: { search: async () => [] },
    keeping: { backup: unused, restore: unused, importShop: unused, status: unused },
    ready: async () => true,
    webDir: join(dataDir, 'web'),
    ...changes,
  };
  deps.operators = createOperators(deps.config.operators);
  const server = createServer(deps);

  async function call(
    method: string,
    path: string,
    options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
  ) {
    const raw = options.body instanceof Uint8Array || typeof options.body === 'string';
    return server.fetch(
      new Request(`http://localhost${path}`, {
        method,
        headers: {
          ...(options.token !== undefined && { authorization: `Bearer ${options.token}` }),
          ...(options.body !== undefined && { 'content-type': 'application/json' }),
          ...options.headers,
        },
        ...(options.body !== undefined && { body: raw ? (options.body as string) : JSON.stringify(options.body) }),
      }),
    );
  }

  /** A guest's session, or that of the customer. */
  async function begin(customerId?: string) {
    const body = customerId === undefined ? {} : { shopToken: `jwt.for.${customerId}` };
    return (await (await call('POST', '/api/sessions', { body })).json()) as { token: string; conversationId: string };
  }

  return {
    ...{ server, deps, clock, conversations, logged, asked, state, call, begin, dataDir },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** The body of an answer, which is what the API's document says. */
export async function read<Schema extends z.ZodType>(
  schema: Schema,
  response: Response | Promise<Response>,
): Promise<z.infer<Schema>> {
  return schema.parse(await (await response).json());
}

export type World = ReturnType<typeof createWorld>;
