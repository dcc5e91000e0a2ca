import { afterEach, describe, expect, it } from 'vitest';
import {
  calls as callAnswer,
  chunk,
  DONE,
  event,
  failure,
  raw,
  type Script,
  type ScriptedAnswer,
  type ScriptedOpenAi,
  startScriptedOpenAi,
  whole,
  words,
} from '../../tests/support/scripted-openai.ts';
import { manualClock, seededRandom } from '../core/clock.ts';
import { createHttp } from '../platform/http.ts';
import { silentLog } from '../platform/log.ts';
import { type ChatOptions, createChatModel } from './chat.ts';
import type { ChatModel, ChatRequest } from './chat-model.ts';

const REQUEST: ChatRequest = {
  messages: [
    { role: 'system', text: '店小二' },
    { role: 'user', text: '我的快递到哪了' },
  ],
  tools: [{ name: 'get_order', description: '查订单', parameters: { type: 'object' } }],
};

const open: ScriptedOpenAi[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function serve(script: Script): Promise<ScriptedOpenAi> {
  const server = await startScriptedOpenAi(script);
  open.push(server);
  return server;
}

const clock = manualClock('2026-11-05T02:00:00.000Z');

function modelAt(
  url: string,
  options: Partial<ChatOptions> = {},
  config: { apiKey?: string; timeoutMs?: number } = {},
): ChatModel {
  return createChatModel({
    config: { baseUrl: url, model: 'scripted', timeoutMs: 3_000, apiKey: 'sk-test', ...config },
    fetch: createHttp({ allowedOrigins: [url] }).fetch,
    clock,
    random: seededRandom(1),
    log: silentLog,
    options: { backOffMs: 5, breakAfter: 1_000, ...options },
  });
}

const never = new AbortController().signal;

async function answerTo(answer: ScriptedAnswer, options?: Partial<ChatOptions>) {
  const server = await serve([answer]);
  return modelAt(server.url, { maxRetries: 0, ...options }).complete(REQUEST, never);
}

function part(delta: Record<string, unknown>): string {
  return chunk({ tool_calls: [delta] });
}

describe('the wire', () => {
  it('[LLM-10] sends model, messages, tools and the key, and reads words and token counts', async () => {
    const server = await serve([words('好的，我看一下。')]);
    const answer = await modelAt(server.url).complete(
      {
        ...REQUEST,
        messages: [
          ...REQUEST.messages,
          { role: 'assistant', text: '', calls: [{ id: 'call_1', name: 'get_order', arguments: '{}' }] },
          { role: 'tool', callId: 'call_1', text: '{}' },
        ],
      },
      never,
    );
    expect(answer).toEqual({
      text: '好的，我看一下。',
      calls: [],
      finish: 'stop',
      refusal: null,
      usage: { promptTokens: 100, completionTokens: 20, estimated: false },
      attempts: 1,
    });
    const [request] = server.requests;
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.headers.authorization).toBe('Bearer sk-test');
    expect(request?.body).toMatchObject({
      model: 'scripted',
      stream: true,
      messages: [
        { role: 'system', content: '店小二' },
        { role: 'user', content: '我的快递到哪了' },
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'get_order', arguments: '{}' } }],
        },
        { role: 'tool', tool_call_id: 'call_1', content: '{}' },
      ],
      tools: [
        { type: 'function', function: { name: 'get_order', description: '查订单', parameters: { type: 'object' } } },
      ],
    });
  });

  it('[LLM-10] sends no key where none is configured, and no tools where there are none', async () => {
    const server = await serve([words('好')]);
    const model = createChatModel({
      config: { baseUrl: `${server.url}/`, model: 'local', timeoutMs: 3_000 },
      fetch: createHttp({ allowedOrigins: [server.url] }).fetch,
      clock,
      random: seededRandom(1),
      log: silentLog,
    });
    await model.complete({ ...REQUEST, tools: [] }, never);
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
    expect(server.requests[0]?.path).toBe('/v1/chat/completions');
    expect(server.requests[0]?.body).not.toHaveProperty('tools');
    expect(server.requests[0]?.body).not.toHaveProperty('tool_choice');
  });

  it('[LLM-10] counts tokens itself, and says so, where the endpoint does not', async () => {
    const answer = await answerTo(raw(chunk({ content: '您好' }), chunk({}, 'stop'), DONE));
    expect(answer.usage.estimated).toBe(true);
    expect(answer.usage.promptTokens).toBeGreaterThan(5);
    expect(answer.usage.completionTokens).toBeGreaterThan(0);
  });
});

describe('the oddities of compatible servers', () => {
  const get = (input: unknown) => [expect.objectContaining({ name: 'get_order', input })];

  it.each<[string, ScriptedAnswer, unknown[]]>([
    [
      'arguments in two pieces',
      callAnswer({ name: 'get_order', input: { orderNumber: 'XE1' } }),
      get({ orderNumber: 'XE1' }),
    ],
    [
      'a call without index or id',
      raw(
        part({ function: { name: 'get_order', arguments: '{"orderNumber":' } }),
        part({ function: { arguments: '"XE1"}' } }),
        chunk({}, 'tool_calls'),
        DONE,
      ),
      get({ orderNumber: 'XE1' }),
    ],
    [
      'empty arguments',
      raw(part({ index: 0, id: 'a', function: { name: 'get_order', arguments: '' } }), chunk({}, 'tool_calls'), DONE),
      get({}),
    ],
    [
      'no arguments at all',
      raw(part({ index: 0, id: 'a', function: { name: 'get_order' } }), chunk({}, 'tool_calls'), DONE),
      get({}),
    ],
    [
      'null arguments',
      raw(part({ index: 0, id: 'a', function: { name: 'get_order', arguments: null } }), chunk({}, 'tool_calls'), DONE),
      get({}),
    ],
    [
      'arguments as an object',
      raw(
        part({ index: 0, id: 'a', function: { name: 'get_order', arguments: { orderNumber: 'XE1' } } }),
        chunk({}, 'tool_calls'),
        DONE,
      ),
      get({ orderNumber: 'XE1' }),
    ],
    [
      'arguments encoded twice',
      raw(
        part({
          index: 0,
          id: 'a',
          function: { name: 'get_order', arguments: JSON.stringify('{"orderNumber":"XE1"}') },
        }),
        chunk({}, 'tool_calls'),
        DONE,
      ),
      get({ orderNumber: 'XE1' }),
    ],
    [
      'arguments in a code fence',
      raw(
        part({ index: 0, id: 'a', function: { name: 'get_order', arguments: '```json\n{"orderNumber":"XE1"}\n```' } }),
        chunk({}, 'tool_calls'),
        DONE,
      ),
      get({ orderNumber: 'XE1' }),
    ],
    [
      'a missing closing bracket',
      raw(
        part({ index: 0, id: 'a', function: { name: 'get_order', arguments: '{"items":[{"lineId":"l1"}' } }),
        chunk({}, 'tool_calls'),
        DONE,
      ),
      get({ items: [{ lineId: 'l1' }] }),
    ],
    [
      'name repeated in every piece',
      raw(
        part({ index: 0, id: 'a', function: { name: 'get_order', arguments: '{"orderNumber"' } }),
        part({ index: 0, id: 'a', function: { name: 'get_order', arguments: ':"XE1"}' } }),
        chunk({}, 'tool_calls'),
        DONE,
      ),
      get({ orderNumber: 'XE1' }),
    ],
    [
      'the older function_call',
      raw(
        chunk({ function_call: { name: 'get_order', arguments: '{"orderNumber":' } }),
        chunk({ function_call: { arguments: '"XE1"}' } }),
        chunk({}, 'function_call'),
        DONE,
      ),
      get({ orderNumber: 'XE1' }),
    ],
    [
      'a call written as text',
      raw(
        chunk({ content: '<tool_call>\n{"name":"get_order","arguments":{"orderNumber":"XE1"}}\n</tool_call>' }),
        chunk({}, 'stop'),
        DONE,
      ),
      get({ orderNumber: 'XE1' }),
    ],
    [
      'no finish reason',
      raw(part({ index: 0, id: 'a', function: { name: 'get_order', arguments: '{}' } }), DONE),
      get({}),
    ],
    [
      'finish reason stop',
      raw(part({ index: 0, id: 'a', function: { name: 'get_order', arguments: '{}' } }), chunk({}, 'stop'), DONE),
      get({}),
    ],
    [
      'an answer that is not streamed',
      whole(
        {
          role: 'assistant',
          content: null,
          tool_calls: [
            { id: 'a', type: 'function', function: { name: 'get_order', arguments: '{"orderNumber":"XE1"}' } },
          ],
        },
        'tool_calls',
      ),
      get({ orderNumber: 'XE1' }),
    ],
  ])('[LLM-11] %s: one call', async (_, answer, expected) => {
    expect((await answerTo(answer)).calls).toEqual(expected);
  });

  it.each<[string, ScriptedAnswer]>([
    [
      'by index',
      callAnswer(
        { name: 'get_order', input: { orderNumber: 'A' } },
        { name: 'track_order', input: { orderNumber: 'B' } },
      ),
    ],
    [
      'without index',
      raw(
        part({ id: 'a', function: { name: 'get_order', arguments: '{"orderNumber":"A"}' } }),
        part({ id: 'b', function: { name: 'track_order', arguments: '{"orderNumber":"B"}' } }),
        chunk({}, 'tool_calls'),
        DONE,
      ),
    ],
    [
      'without index or id',
      raw(
        part({ function: { name: 'get_order', arguments: '{"orderNumber":"A"}' } }),
        part({ function: { name: 'track_order', arguments: '{"orderNumber":"B"}' } }),
        DONE,
      ),
    ],
    [
      'all on index 0',
      raw(
        part({ index: 0, id: 'a', function: { name: 'get_order', arguments: '{"orderNumber":"A"}' } }),
        part({ index: 0, id: 'b', function: { name: 'track_order', arguments: '{"orderNumber":"B"}' } }),
        chunk({}, 'tool_calls'),
        DONE,
      ),
    ],
    [
      'all on index 0 without ids',
      raw(
        part({ index: 0, function: { name: 'get_order', arguments: '{"orderNumber":"A"}' } }),
        part({ index: 0, function: { name: 'track_order', arguments: '{"orderNumber":"B"}' } }),
        chunk({}, 'tool_calls'),
        DONE,
      ),
    ],
    [
      'in one piece',
      raw(
        chunk({
          tool_calls: [
            { index: 0, id: 'a', function: { name: 'get_order', arguments: '{"orderNumber":"A"}' } },
            { index: 1, id: 'b', function: { name: 'track_order', arguments: '{"orderNumber":"B"}' } },
          ],
        }),
        chunk({}, 'tool_calls'),
        DONE,
      ),
    ],
  ])('[LLM-11] two calls %s', async (_, answer) => {
    const found = (await answerTo(answer)).calls.map(({ name, input }) => ({ name, input }));
    expect(found).toEqual([
      { name: 'get_order', input: { orderNumber: 'A' } },
      { name: 'track_order', input: { orderNumber: 'B' } },
    ]);
  });

  it('[LLM-11] two calls of one command on one index without names between them', async () => {
    const answer = await answerTo(
      raw(
        part({ index: 0, id: 'a', function: { name: 'get_order', arguments: '{"orderNumber":"A"}' } }),
        part({ index: 0, function: { arguments: '{"orderNumber":"B"}' } }),
        DONE,
      ),
    );
    expect(answer.calls.map(({ input }) => input)).toEqual([{ orderNumber: 'A' }, { orderNumber: 'B' }]);
    expect(new Set(answer.calls.map(({ id }) => id)).size).toBe(2);
  });

  it.each([
    ['half a string', '{"orderNumber":"XE2026'],
    ['half a number', '{"quantity":1'],
    ['half a name', '{"orderNum'],
    ['a name without value', '{"orderNumber":'],
    ['brackets that cross', '{"a":[}'],
    ['words', '好的'],
    ['a list', '["XE1"]'],
    ['a number', '42'],
    ['brackets without end', `${'{"a":'.repeat(40)}null`],
  ])('[LLM-12] arguments with %s are reported as malformed and never completed', async (_, written) => {
    const [call] = (
      await answerTo(
        raw(
          part({ index: 0, id: 'a', function: { name: 'get_order', arguments: written } }),
          chunk({}, 'tool_calls'),
          DONE,
        ),
      )
    ).calls;
    expect(call).toEqual({ id: 'a', name: 'get_order', input: null, raw: written });
  });

  it.each<[string, ScriptedAnswer]>([
    [
      'reasoning_content',
      raw(chunk({ reasoning_content: '顾客想要…' }), chunk({ content: '您好' }), chunk({}, 'stop'), DONE),
    ],
    ['reasoning', raw(chunk({ reasoning: '顾客想要…' }), chunk({ content: '您好' }), chunk({}, 'stop'), DONE)],
    [
      '<think> over chunks',
      raw(
        chunk({ content: '<th' }),
        chunk({ content: 'ink>退款' }),
        chunk({ content: '已到账</thi' }),
        chunk({ content: 'nk>\n\n您好' }),
        chunk({}, 'stop'),
        DONE,
      ),
    ],
    ['</think> alone', raw(chunk({ content: '嗯，顾客想退款</think>您好' }), chunk({}, 'stop'), DONE)],
    ['two thoughts', raw(chunk({ content: '<think>a</think>您<think>b</think>好' }), chunk({}, 'stop'), DONE)],
    ['a thought that does not end', raw(chunk({ content: '您好<think>退款已' }), chunk({}, 'stop'), DONE)],
  ])('[LLM-13] %s is not part of the answer', async (_, answer) => {
    expect((await answerTo(answer)).text).toBe('您好');
  });

  it('[LLM-13] where there was only reasoning the answer is empty', async () => {
    expect((await answerTo(raw(chunk({ content: '<think>嗯' }), chunk({}, 'stop'), DONE))).text).toBe('');
    expect((await answerTo(raw(chunk({ reasoning_content: '嗯' }), chunk({}, 'stop'), DONE))).text).toBe('');
  });

  const text = '您好，订单已查到👌';
  const bytes = Buffer.from(chunk({ content: text }) + chunk({}, 'stop') + DONE);
  it.each<[string, ScriptedAnswer]>([
    ['every byte in a chunk of its own', raw(...[...bytes].map((byte) => Uint8Array.of(byte)))],
    [
      'data: without a space',
      raw(
        `data:${JSON.stringify({ choices: [{ delta: { content: text }, finish_reason: 'stop' }] })}\n\ndata:[DONE]\n\n`,
      ),
    ],
    [
      'comments and keep-alives',
      raw(': ping\n\n', ':\n\n', chunk({ content: text }), ': ping\n\n', chunk({}, 'stop'), DONE),
    ],
    ['other fields', raw('event: message\nid: 1\nretry: 10\n', chunk({ content: text }), chunk({}, 'stop'), DONE)],
    ['carriage returns', raw((chunk({ content: text }) + chunk({}, 'stop') + DONE).replaceAll('\n', '\r\n'))],
    [
      'carriage returns alone, split',
      raw(...(chunk({ content: text }) + chunk({}, 'stop') + DONE).replaceAll('\n', '\r').split(/(?<=\r)/)),
    ],
    [
      'one line break between events',
      raw((chunk({ content: text }) + chunk({}, 'stop') + DONE).replaceAll('\n\n', '\n')),
    ],
    ['a byte order mark', raw('\ufeff', chunk({ content: text }), chunk({}, 'stop'), DONE)],
    ['no end mark', raw(chunk({ content: text }), chunk({}, 'stop'))],
    ['no finish reason', raw(chunk({ content: text }), DONE)],
    [
      'choices without delta between',
      raw(
        event({ choices: [{ index: 0, finish_reason: null }] }),
        event({ choices: [] }),
        chunk({ content: text }),
        chunk({}, 'stop'),
        DONE,
      ),
    ],
    ['content as parts', raw(chunk({ content: [{ type: 'text', text }] }), chunk({}, 'stop'), DONE)],
    [
      'null contents',
      raw(chunk({ content: null }), chunk({ content: text, tool_calls: null }), chunk({}, 'stop'), DONE),
    ],
    ['an answer that is not streamed', whole({ role: 'assistant', content: text })],
    [
      'not streamed, called a stream',
      { ...whole({ role: 'assistant', content: text }), headers: { 'content-type': 'text/event-stream' } },
    ],
    [
      'streamed, called JSON',
      { ...raw(chunk({ content: text }), chunk({}, 'stop'), DONE), headers: { 'content-type': 'application/json' } },
    ],
    ['a connection that stays open after the end', { steps: [{ write: chunk({ content: text }, 'stop') }, 'hang'] }],
    [
      'a connection reset after the end',
      { steps: [{ write: chunk({ content: text }, 'stop') }, { wait: 20 }, 'reset'] },
    ],
  ])('[LLM-11] words with %s', async (_, answer) => {
    expect((await answerTo(answer)).text).toBe(text);
  });

  it('[LLM-11] tells a refusal, a length and a filter', async () => {
    expect((await answerTo(raw(chunk({ refusal: 'I cannot' }), chunk({}, 'stop'), DONE))).refusal).toBe('I cannot');
    expect((await answerTo(words('半句', 'length'))).finish).toBe('length');
    expect((await answerTo(words('', 'content_filter'))).finish).toBe('filtered');
    expect((await answerTo(words('', 'whatever'))).finish).toBe('unknown');
  });
});

describe('an endpoint that fails', () => {
  const code = (expected: string) => expect.objectContaining({ code: expected });

  it.each<[string, ScriptedAnswer, string]>([
    [
      'an HTML page',
      { headers: { 'content-type': 'text/html' }, steps: [{ write: '<!doctype html><h1>502</h1>' }] },
      'model.malformed',
    ],
    ['an HTML page called a stream', raw('<html></html>'), 'model.malformed'],
    ['broken JSON', raw('data: {"choices":[{"delta":\n\n', DONE), 'model.malformed'],
    [
      'JSON of another kind',
      { headers: { 'content-type': 'application/json' }, steps: [{ write: '{"ok":true}' }] },
      'model.malformed',
    ],
    ['an error inside the stream', raw(event({ error: { message: 'out of memory' } })), 'model.malformed'],
    ['nothing at all', { steps: [] }, 'model.cut'],
    ['only an end mark', raw(DONE), 'model.malformed'],
    ['a stream that stops midway', raw(chunk({ content: '您的退款' })), 'model.cut'],
    [
      'a connection reset midway',
      { steps: [{ write: chunk({ content: '您的退款' }) }, { wait: 20 }, 'reset'] },
      'model.unreachable',
    ],
    ['a wrong key', failure(401, { message: 'bad key' }), 'model.refused'],
    ['an unknown model', failure(404, { message: 'no such model' }), 'model.refused'],
    ['too long a request', failure(400, { code: 'context_length_exceeded' }), 'model.rejected'],
    ['too many requests', failure(429), 'model.overloaded'],
    ['no money', failure(429, { code: 'insufficient_quota' }), 'model.overloaded'],
    [
      'an HTML error page',
      { status: 503, headers: { 'content-type': 'text/html' }, steps: [{ write: '<h1>busy</h1>' }] },
      'model.overloaded',
    ],
    [
      'a megabyte of words',
      raw(...Array.from({ length: 16 }, () => chunk({ content: 'x'.repeat(65_536) })), DONE),
      'model.too-large',
    ],
    [
      'megabytes without an event',
      raw(...Array.from({ length: 40 }, () => `data: ${'x'.repeat(65_536)}`)),
      'model.too-large',
    ],
    [
      'megabytes of JSON',
      {
        headers: { 'content-type': 'application/json' },
        steps: [{ write: '{' }, ...Array.from({ length: 40 }, () => ({ write: ' '.repeat(65_536) }))],
      },
      'model.too-large',
    ],
  ])('[LLM-14] %s', async (_, answer, expected) => {
    await expect(answerTo(answer)).rejects.toEqual(code(expected));
  });

  it('[LLM-14] no server', async () => {
    const server = await startScriptedOpenAi([]);
    await server.close();
    await expect(modelAt(server.url, { maxRetries: 1 }).complete(REQUEST, never)).rejects.toEqual(
      code('model.unreachable'),
    );
  });

  it('[LLM-14] an address that is not allowed is refused without a second try', async () => {
    const model = createChatModel({
      config: { baseUrl: 'http://127.0.0.1:9/v1', model: 'x', timeoutMs: 3_000 },
      fetch: createHttp({ allowedOrigins: [] }).fetch,
      clock,
      random: seededRandom(1),
      log: silentLog,
    });
    await expect(model.complete(REQUEST, never)).rejects.toEqual(code('http.address-refused'));
  });

  it.each<[string, ScriptedAnswer]>([
    ['the first byte', { steps: ['hang'] }],
    ['the next byte', { steps: [{ write: chunk({ content: '您' }) }, 'hang'] }],
  ])('[LLM-15] waits only so long for %s', async (_, answer) => {
    await expect(answerTo(answer, { firstByteMs: 60 })).rejects.toEqual(code('model.timeout'));
  });

  it('[LLM-15] a stream that trickles is bounded as a whole, and a time-out is not tried again', async () => {
    const trickle = Array.from({ length: 100 }, () => [{ write: chunk({ content: '.' }) }, { wait: 20 }]).flat();
    const server = await serve([{ steps: trickle }]);
    const started = performance.now();
    await expect(modelAt(server.url, { maxRetries: 3 }, { timeoutMs: 200 }).complete(REQUEST, never)).rejects.toEqual(
      code('model.timeout'),
    );
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, ScriptedAnswer]>([
    ['429', failure(429)],
    ['500', failure(500)],
    ['a cut stream', raw(chunk({ content: '您' }))],
    ['a reset', { steps: [{ write: ': ok\n\n' }, { wait: 5 }, 'reset'] }],
  ])('[LLM-16] tries again after %s', async (_, first) => {
    const server = await serve([first, first, words('您好')]);
    expect(await modelAt(server.url).complete(REQUEST, never)).toMatchObject({ text: '您好', attempts: 3 });
  });

  it('[LLM-16] stops after its retries, and does not repeat what cannot get better', async () => {
    const busy = await serve([failure(503)]);
    await expect(modelAt(busy.url, { maxRetries: 2 }).complete(REQUEST, never)).rejects.toEqual(
      code('model.overloaded'),
    );
    expect(busy.requests).toHaveLength(3);
    for (const answer of [failure(401), failure(400), failure(429, { code: 'insufficient_quota' }), raw('<html>')]) {
      const server = await serve([answer]);
      await expect(modelAt(server.url).complete(REQUEST, never)).rejects.toThrow();
      expect(server.requests).toHaveLength(1);
    }
  });

  it.each<[string, Record<string, string>]>([
    ['seconds', { 'retry-after': '0.12' }],
    ['milliseconds', { 'retry-after-ms': '120' }],
    ['a date', { 'retry-after': 'Thu, 05 Nov 2026 02:00:01 GMT' }],
  ])('[LLM-16] waits as long as the server asks, in %s', async (_, headers) => {
    const server = await serve([failure(429, {}, headers), words('您好')]);
    const started = performance.now();
    await modelAt(server.url).complete(REQUEST, never);
    expect(performance.now() - started).toBeGreaterThan(100);
  });

  it('[LLM-16] does not wait when the server asks for more time than is left', async () => {
    const server = await serve([failure(429, {}, { 'retry-after': '3600' }), words('您好')]);
    await expect(modelAt(server.url).complete(REQUEST, never)).rejects.toEqual(code('model.overloaded'));
    expect(server.requests).toHaveLength(1);
  });

  it('[LLM-16] leaves out a setting that the endpoint does not know, once and for all', async () => {
    const server = await serve((request) =>
      'temperature' in request.body ? failure(400, { message: "Unsupported parameter: 'temperature'" }) : words('您好'),
    );
    const model = modelAt(server.url);
    await model.complete(REQUEST, never);
    await model.complete(REQUEST, never);
    expect(server.requests).toHaveLength(3);
  });

  it('[LLM-17] stops at once when the turn is called off', async () => {
    const server = await serve([{ steps: [{ write: chunk({ content: '您' }) }, 'hang'] }]);
    const calledOff = new AbortController();
    const running = modelAt(server.url).complete(REQUEST, calledOff.signal);
    const reason = new Error('superseded');
    setTimeout(() => calledOff.abort(reason), 30);
    await expect(running).rejects.toBe(reason);
    await expect(modelAt(server.url).complete(REQUEST, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('[LLM-18] is left alone after failures in a row, and asked again after a rest', async () => {
    let healthy = false;
    const server = await serve(() => (healthy ? words('您好') : failure(500)));
    const model = modelAt(server.url, { maxRetries: 0, breakAfter: 2, restMs: 30_000 });
    for (let time = 0; time < 2; time++)
      await expect(model.complete(REQUEST, never)).rejects.toEqual(code('model.overloaded'));
    await expect(model.complete(REQUEST, never)).rejects.toEqual(code('model.resting'));
    expect(server.requests).toHaveLength(2);
    clock.advance(30_001);
    await expect(model.complete(REQUEST, never)).rejects.toEqual(code('model.overloaded'));
    await expect(model.complete(REQUEST, never)).rejects.toEqual(code('model.resting'));
    clock.advance(30_001);
    healthy = true;
    expect((await model.complete(REQUEST, never)).text).toBe('您好');
    expect((await model.complete(REQUEST, never)).text).toBe('您好');
  });

  it('[LLM-18] is not left alone because some requests were too long for it', async () => {
    const server = await serve([failure(400)]);
    const model = modelAt(server.url, { breakAfter: 2 });
    for (let time = 0; time < 4; time++)
      await expect(model.complete(REQUEST, never)).rejects.toEqual(code('model.rejected'));
    expect(server.requests).toHaveLength(4);
  });

  it('[LLM-18] says on request whether it answers', async () => {
    const good = await serve([words('pong')]);
    expect(await modelAt(good.url).probe()).toMatchObject({ ok: true });
    const bad = await serve([failure(401, { message: 'bad key sk-test' })]);
    const { ok, detail } = await modelAt(bad.url).probe();
    expect(ok).toBe(false);
    expect(detail).toBe('model.refused: HTTP 401');
  });
});
