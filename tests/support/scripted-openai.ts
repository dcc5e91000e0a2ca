import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface WireMessage {
  role: 'system' | 'user' | 'assistant' | 'tool';
  content: string | null;
  tool_call_id?: string;
  tool_calls?: { id: string; type: string; function: { name: string; arguments: string } }[];
}

/** What the server received, as it was on the wire. */
export interface RecordedRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  /** The raw text: what a test looks for personal data in. */
  raw: string;
  body: { model: string; stream?: boolean; messages: WireMessage[]; tools?: { function: { name: string } }[] } & Record<
    string,
    unknown
  >;
}

/** One piece of a scripted answer, sent in its order. */
export type Step =
  | { write: string | Uint8Array }
  | { wait: number }
  /** The connection is torn down. */
  | 'reset'
  /** Nothing more comes and the connection stays open. */
  | 'hang';

export interface ScriptedAnswer {
  status?: number;
  headers?: Record<string, string>;
  steps: Step[];
}

/** Answers in order, the last one for ever; or a function that decides by the request. */
export type Script = ScriptedAnswer[] | ((request: RecordedRequest, number: number) => ScriptedAnswer);

export interface ScriptedOpenAi {
  /** For `OPENAI_BASE_URL`. */
  url: string;
  requests: RecordedRequest[];
  close(): Promise<void>;
}

/** Our own OpenAI-compatible server on a loopback port. It speaks the wire format, and says what its script says. */
export async function startScriptedOpenAi(script: Script): Promise<ScriptedOpenAi> {
  const requests: RecordedRequest[] = [];
  const server = createServer((incoming, response) => {
    void serve(incoming, response, script, requests).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  incoming: IncomingMessage,
  response: ServerResponse,
  script: Script,
  requests: RecordedRequest[],
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const raw = Buffer.concat(parts).toString('utf8');
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const request: RecordedRequest = {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers,
    raw,
    body: JSON.parse(raw || '{}'),
  };
  requests.push(request);
  const number = requests.length;
  const answer = typeof script === 'function' ? script(request, number) : (script[number - 1] ?? script.at(-1));
  if (!answer) {
    response.writeHead(500).end();
    return;
  }
  response.socket?.setNoDelay(true);
  response.writeHead(answer.status ?? 200, { 'content-type': 'text/event-stream', ...answer.headers });
  response.flushHeaders();
  for (const step of answer.steps) {
    if (step === 'hang') return;
    if (step === 'reset') {
      response.destroy();
      return;
    }
    if ('wait' in step) await sleep(step.wait);
    else await new Promise<void>((written) => response.write(step.write, () => written()));
    if (response.destroyed) return;
  }
  response.end();
}

export type Delta = Record<string, unknown>;

/** One event of the stream, as OpenAI writes it. */
export function chunk(delta: Delta, finish: string | null = null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return event({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'scripted', choices });
}

export function event(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}

export const DONE = 'data: [DONE]\n\n';

export function usage(prompt: number, completion: number): string {
  const counted = { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
  return event({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'scripted',
    choices: [],
    usage: counted,
  });
}

/** An answer in words, a few characters a chunk, ended as it should be. */
export function words(text: string, finish = 'stop'): ScriptedAnswer {
  const pieces = text.match(/[\s\S]{1,7}/gu) ?? [];
  return raw(
    chunk({ role: 'assistant', content: '' }),
    ...pieces.map((content) => chunk({ content })),
    chunk({}, finish),
    usage(100, 20),
    DONE,
  );
}

export interface ScriptedCall {
  name: string;
  input: unknown;
}

/** An answer that asks for commands, with its arguments in two pieces. */
export function calls(...wanted: ScriptedCall[]): ScriptedAnswer {
  const events = wanted.flatMap(({ name, input }, index) => {
    const text = JSON.stringify(input);
    const half = Math.ceil(text.length / 2);
    const first = {
      index,
      id: `call_${index + 1}`,
      type: 'function',
      function: { name, arguments: text.slice(0, half) },
    };
    return [
      chunk({ tool_calls: [first] }),
      chunk({ tool_calls: [{ index, function: { arguments: text.slice(half) } }] }),
    ];
  });
  return raw(chunk({ role: 'assistant', content: null }), ...events, chunk({}, 'tool_calls'), usage(100, 20), DONE);
}

/** These bytes, each in a piece of its own. */
export function raw(...pieces: (string | Uint8Array)[]): ScriptedAnswer {
  return { steps: pieces.map((write) => ({ write })) };
}

/** A whole answer in JSON, as a server gives that does not stream. */
export function whole(message: Delta, finish: string | null = 'stop'): ScriptedAnswer {
  const body = {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'scripted',
    choices: [{ index: 0, message, finish_reason: finish }],
  };
  return { headers: { 'content-type': 'application/json' }, steps: [{ write: JSON.stringify(body) }] };
}

export function failure(
  status: number,
  error: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): ScriptedAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    steps: [{ write: JSON.stringify({ error }) }],
  };
}
