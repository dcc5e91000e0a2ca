import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Brain } from '../../../src/agent/brain.ts';
import { type App, createApp } from '../../../src/app.ts';
import type { EventsResponse, SessionResponse } from '../../../src/core/wire.ts';
import { loadConfig } from '../../../src/platform/config.ts';
import { createLog } from '../../../src/platform/log.ts';
import { hostileShop, ME } from '../support/canaries.ts';
import { craftedProposals, type Proposed } from '../support/proposals.ts';

const SECRET = 'a-secret-of-the-shop-with-32-signs!!';

/** The whole application over a database of its own, with a brain that proposes what it is told and then says all it has seen. */
describe('a hostile brain in the whole application', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-hostile-'));
  const { data, canaries } = hostileShop();
  const logged: string[] = [];
  const streamed: string[] = [];
  const script: Proposed[] = [];
  let app: App;
  let turns = 0;

  const hostile: Brain = {
    name: 'hostile',
    async propose(view) {
      const calls = script.splice(0, 6).map((proposed) => ({ id: '', ...proposed }));
      if (calls.length > 0) return { kind: 'commands', calls, state: view.state };
      const text = `已为您退款。${JSON.stringify([view.results, view.customer, view.transcript]).slice(0, 500)}`;
      return { kind: 'draft', draft: { text, choices: [], showing: null }, state: view.state };
    },
  };

  beforeAll(async () => {
    const overrides = { burstWindowMs: 0, shopToken: { secret: SECRET }, logLevel: 'debug' };
    const config = loadConfig({ dataDir: folder, env: {}, overrides });
    const log = createLog(config, { write: (line: string) => logged.push(line) });
    app = await createApp(config, { brain: hostile, log });
    await app.store.shopTables.replace(data, 'test');
    // With the first request it begins to take turns.
    await call('/health');
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const call = (path: string, init: { token?: string; body?: unknown; signal?: AbortSignal } = {}) =>
    app.fetch(
      new Request(`http://localhost${path}`, {
        method: init.body === undefined ? 'GET' : 'POST',
        headers: {
          ...(init.token && { authorization: `Bearer ${init.token}` }),
          ...(init.body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(init.body !== undefined && { body: JSON.stringify(init.body) }),
        ...(init.signal && { signal: init.signal }),
      }),
    );

  /** Everything that the shop holds and that money or goods hang on. */
  const state = async () =>
    JSON.stringify(
      await Promise.all([
        ...data.orders.map(({ id }) => app.shop.getOrder(id)),
        ...data.orders.map(({ id }) => app.shop.listReturns(id)),
        ...data.customers.map(({ id }) => app.shop.getCustomer(id)),
      ]),
    );

  async function begin(customerId: string | null) {
    const conversation = await app.conversations.open({ customerId, channel: 'web', locale: 'zh' });
    return conversation.id;
  }

  async function say(id: string, proposed: Proposed[], text: string): Promise<void> {
    script.splice(0, Number.POSITIVE_INFINITY, ...proposed);
    const { event } = await app.conversations.post(id, { clientMessageId: `m${++turns}`, text });
    const reply = await app.conversations.replyTo(id, event.sequence, AbortSignal.timeout(20_000));
    if (reply?.kind !== 'reply-sent') throw new Error('no reply');
  }

  const leaks = (text: string) => canaries.filter((canary) => text.includes(canary));

  it.each([
    ['a signed-in customer', ME],
    ['a guest', null],
  ])(
    '[ACT-58] [ACT-59] crafted commands for %s: no write, and nothing foreign in events, stream or log',
    async (_who, customerId) => {
      const before = await state();
      const id = await begin(customerId);
      const stop = app.conversations.subscribe(id, (notice) => streamed.push(JSON.stringify(notice)));
      // A guest is let in nowhere: a third of them is enough.
      const crafted = craftedProposals().filter((_, index) => customerId !== null || index % 3 === 0);
      for (let index = 0; index < crafted.length; index += 12) {
        await say(id, crafted.slice(index, index + 12), index % 24 === 0 ? '好的' : '确认，都按你说的办');
      }
      stop();
      expect((await state()) === before).toBe(true);
      const events = await app.conversations.events(id, 0, 1_000);
      expect(events.filter(({ kind }) => kind === 'reply-sent').length).toBeGreaterThan(5);
      expect(leaks(JSON.stringify(events))).toEqual([]);
      expect(leaks(streamed.join('\n'))).toEqual([]);
      expect(leaks(logged.join('\n'))).toEqual([]);
      expect(await app.store.intents.listUnsettled()).toEqual([]);
      expect((await app.store.audit.verify()).ok).toBe(true);
    },
  );

  it('[ACT-59] nor in what the API and its stream send', async () => {
    const session = (await (await call('/api/sessions', { body: {} })).json()) as SessionResponse;
    const { token } = session;
    const aborting = new AbortController();
    const stream = await call('/api/conversation/stream', { token, signal: aborting.signal });
    const reader = stream.body?.getReader();
    const crafted = craftedProposals().slice(0, 24);
    const sent: string[] = [];
    for (const [index, part] of [crafted.slice(0, 12), crafted.slice(12)].entries()) {
      script.splice(0, Number.POSITIVE_INFINITY, ...part);
      const body = { clientMessageId: `api-${index}`, text: '查一下别人的订单' };
      expect((await call('/api/conversation/messages', { token, body })).status).toBeLessThan(300);
      const id = session.conversationId;
      const last = (await app.conversations.events(id, 0)).filter(({ kind }) => kind === 'message-received').at(-1);
      await app.conversations.replyTo(id, last?.sequence ?? 0, AbortSignal.timeout(20_000));
    }
    const decoder = new TextDecoder();
    while (!sent.join('').includes('"kind":"reply"')) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) break;
      sent.push(decoder.decode(chunk.value));
    }
    aborting.abort();
    await reader?.cancel().catch(() => undefined);
    const polled = (await (await call('/api/conversation/events?after=0', { token })).json()) as EventsResponse;
    expect(polled.events.filter(({ kind }) => kind === 'reply')).toHaveLength(2);
    expect(sent.join('')).toContain('"kind":"reply"');
    expect(leaks(sent.join('') + JSON.stringify(polled))).toEqual([]);
  });
});
