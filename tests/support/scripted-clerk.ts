import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import type { MessageRequest, Owner, Progress, Reply, WireEvent } from '../../src/core/wire.ts';
import { ARTICLE, PRODUCTS, SHOP } from './scripted-shop.ts';

/** An event without what the record adds. */
type Draft<E = WireEvent> = E extends WireEvent ? Omit<E, 'sequence' | 'at'> : never;

interface Conversation {
  customer: string | null;
  events: WireEvent[];
  owner: Owner;
  streams: Set<ServerResponse>;
}

/** The HTTP doors of a shop with a clerk that says what a test tells it to: for what the real one cannot be made to do on order. */
export interface ScriptedClerk {
  url: string;
  /** Answers a message; null stays silent. */
  script: (message: MessageRequest) => Reply | null;
  /** A proxy that holds back what is streamed. */
  buffering: boolean;
  /** Status with which posted messages are refused; null accepts them. */
  refuse: number | null;
  /** Every message that came in, repeats included. */
  received: MessageRequest[];
  /** How many streams are open now, and how many were at once at most. */
  streams: { open: number; most: number };
  say(event: Draft): void;
  progress(state: Progress['state']): void;
  /** Ends all sessions, as time does. */
  forgetSessions(): void;
  close(): Promise<void>;
}

const WEB = join(import.meta.dirname, '../../build/web');
const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
};
const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30" fill="#d9c9a8"/><path d="M6 20c6 0 8-8 12-8s3 5 16 6v4H6z" fill="#5b6f66"/></svg>';

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of request) text += part;
  return JSON.parse(text || '{}');
}

/** @param pages further pages by path, e.g. a shop's own page that embeds the widget */
export async function startScriptedClerk(pages: Record<string, string> = {}): Promise<ScriptedClerk> {
  const conversations = new Map<string, Conversation>();
  let latest: Conversation | null = null;
  let tokens = 0;

  const frame = (event: WireEvent) => `id: ${event.sequence}\nevent: event\ndata: ${JSON.stringify(event)}\n\n`;
  const push = (conversation: Conversation, text: string) => {
    if (!clerk.buffering) for (const stream of conversation.streams) stream.write(text);
  };

  function record(conversation: Conversation, draft: Draft): WireEvent {
    const event = { ...draft, sequence: conversation.events.length + 1, at: new Date().toISOString() } as WireEvent;
    conversation.events.push(event);
    if (event.kind === 'owner') conversation.owner = event.owner;
    push(conversation, frame(event));
    return event;
  }

  function post(conversation: Conversation, message: MessageRequest) {
    clerk.received.push(message);
    const known = conversation.events.find(
      (event) => event.kind === 'message' && event.clientMessageId === message.clientMessageId,
    );
    if (known) return { event: known, repeated: true };
    const { clientMessageId, text } = message;
    const event = record(conversation, { kind: 'message', clientMessageId, text });
    const answer = conversation.owner === 'bot' ? clerk.script(message) : null;
    if (answer) setTimeout(() => record(conversation, { kind: 'reply', reply: answer }), 30);
    return { event, repeated: false };
  }

  function stream(conversation: Conversation, after: number, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    clerk.streams.open++;
    clerk.streams.most = Math.max(clerk.streams.most, clerk.streams.open);
    conversation.streams.add(response);
    response.on('close', () => {
      clerk.streams.open--;
      conversation.streams.delete(response);
    });
    if (clerk.buffering) return;
    response.write(': open\n\n');
    for (const event of conversation.events) if (event.sequence > after) response.write(frame(event));
  }

  async function conversationDoors(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const conversation = conversations.get((request.headers.authorization ?? '').replace('Bearer ', ''));
    if (!conversation) return refuse(response, 401, 'session.required');
    const query = new URL(request.url ?? '', clerk.url).searchParams;
    if (path.endsWith('/stream')) return stream(conversation, Number(request.headers['last-event-id'] ?? 0), response);
    if (path.endsWith('/events')) {
      const events = conversation.events.filter((event) => event.sequence > Number(query.get('after')));
      return json(response, 200, { conversationId: 'c', owner: conversation.owner, events, progress: null });
    }
    if (clerk.refuse !== null) return refuse(response, clerk.refuse, 'scripted');
    json(response, 202, post(conversation, (await bodyOf(request)) as MessageRequest));
  }

  async function openSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { shopToken } = (await bodyOf(request)) as { shopToken?: string };
    const payload = Buffer.from(shopToken?.split('.')[1] ?? '', 'base64url').toString() || '{}';
    const { sub: customer = null } = JSON.parse(payload) as { sub?: string };
    const token = `session-${++tokens}`;
    latest = { customer, events: [], owner: 'bot', streams: new Set() };
    conversations.set(token, latest);
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    json(response, 200, { token, conversationId: token, customer: customer && { name: customer }, expiresAt });
  }

  function json(response: ServerResponse, status: number, body: unknown): void {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }
  function refuse(response: ServerResponse, status: number, code: string): void {
    json(response, status, { type: 'about:blank', title: '请稍后再试', status, code });
  }

  async function page(path: string, response: ServerResponse): Promise<void> {
    const own = pages[path];
    if (own !== undefined) return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(own);
    const name = path === '/' ? 'storefront/index.html' : path.startsWith('/assets/') ? `storefront${path}` : path;
    const content = await readFile(join(WEB, normalize(name))).catch(() => null);
    if (content === null) return refuse(response, 404, 'route.unknown');
    response.writeHead(200, { 'content-type': TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain' }).end(content);
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '', 'http://localhost').pathname;
    if (path === '/api/sessions' && request.method === 'POST') return openSession(request, response);
    if (path === '/api/sessions') return void response.writeHead(204).end();
    if (path.startsWith('/api/conversation/')) return conversationDoors(path, request, response);
    if (path === '/api/shop') return json(response, 200, SHOP);
    if (path === '/api/shop/products') return json(response, 200, { products: PRODUCTS, next: null });
    if (path.startsWith('/api/shop/products/')) return json(response, 200, PRODUCTS[0]);
    if (path.startsWith('/api/shop/articles/')) return json(response, 200, ARTICLE);
    if (path === '/api/demo/sign-in') {
      const { customerId } = (await bodyOf(request)) as { customerId: string };
      return json(response, 200, { shopToken: shopTokenOf(customerId) });
    }
    if (path.startsWith('/demo/pictures/')) {
      return void response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(DRAWING);
    }
    return page(path, response);
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => refuse(response, 500, String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const clerk: ScriptedClerk = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    script: () => null,
    buffering: false,
    refuse: null,
    received: [],
    streams: { open: 0, most: 0 },
    say: (event) => latest && record(latest, event),
    progress: (state) => latest && push(latest, `event: progress\ndata: ${JSON.stringify({ state })}\n\n`),
    forgetSessions() {
      for (const { streams } of conversations.values()) for (const open of streams) open.end();
      conversations.clear();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return clerk;
}

/** A token shaped as a shop's, unsigned: the scripted clerk believes it. */
export function shopTokenOf(customerId: string): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ sub: customerId })}.`;
}
