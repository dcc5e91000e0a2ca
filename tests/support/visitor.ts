import type {
  EventsResponse,
  MessageRequest,
  MessageResponse,
  SessionResponse,
  WireEvent,
} from '../../src/core/wire.ts';

/** A shopper at the wire. Each comes from an address of its own, as shoppers do (the server must trust 127.0.0.1 as its proxy). */
export interface Visitor {
  headers: Record<string, string>;
  say(text: string, message?: Partial<MessageRequest>): Promise<MessageResponse>;
  /** Reads the stream until the reply to what was said last; resolves with it. */
  ask(text: string): Promise<WireEvent>;
  stream(signal?: AbortSignal): Promise<Response>;
  events(after: number): Promise<EventsResponse>;
  /** The same shopper, after the server has come up at another address. */
  at(url: string): Visitor;
}

let visitors = 0;

export async function visit(url: string, shopToken?: string): Promise<Visitor> {
  const number = visitors++;
  const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  const forwarded = { 'x-forwarded-for': address, 'content-type': 'application/json' };
  const opened = await fetch(`${url}/api/sessions`, {
    method: 'POST',
    headers: forwarded,
    body: JSON.stringify({ shopToken }),
  });
  if (!opened.ok) throw new Error(`POST /api/sessions: ${opened.status} ${await opened.text()}`);
  const { token } = (await opened.json()) as SessionResponse;
  return visitorWith(url, { ...forwarded, authorization: `Bearer ${token}` }, { messages: 0 });
}

function visitorWith(url: string, headers: Record<string, string>, count: { messages: number }): Visitor {
  const visitor: Visitor = {
    headers,
    at: (other) => visitorWith(other, headers, count),
    async say(text, message = {}) {
      const body = JSON.stringify({ clientMessageId: `m${count.messages++}`, text, ...message });
      const answer = await fetch(`${url}/api/conversation/messages`, { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(`POST messages: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as MessageResponse;
    },
    stream: (signal) => fetch(`${url}/api/conversation/stream`, { headers, ...(signal && { signal }) }),
    async events(after) {
      return (await (
        await fetch(`${url}/api/conversation/events?after=${after}`, { headers })
      ).json()) as EventsResponse;
    },
    async ask(text) {
      const { event } = await visitor.say(text);
      const response = await fetch(`${url}/api/conversation/stream?after=${event.sequence}`, { headers });
      const decoder = new TextDecoder();
      let buffer = '';
      for await (const chunk of response.body ?? []) {
        buffer += decoder.decode(chunk, { stream: true });
        const found = /(?:^|\n)event: ?event\n(?:id: ?\d+\n)?data: ?(\{"[\s\S]*?)\n/g;
        for (const match of buffer.matchAll(found)) {
          const seen = JSON.parse(match[1] ?? '{}') as WireEvent;
          if (seen.kind !== 'reply' || seen.sequence <= event.sequence) continue;
          return seen;
        }
      }
      throw new Error('the stream ended without a reply');
    },
  };
  return visitor;
}
