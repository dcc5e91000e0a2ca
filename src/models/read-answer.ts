import { AppError } from '../core/errors.ts';
import type { ChatAnswer, ChatFinish } from './chat-model.ts';
import { eventData } from './event-stream.ts';
import { withoutReasoning, writtenCalls } from './reasoning.ts';
import { createCallCollector } from './tool-calls.ts';

/** What an answer is made of before its tokens are counted. */
export type Spoken = Pick<ChatAnswer, 'text' | 'calls' | 'finish' | 'refusal'> & {
  usage: { promptTokens: number; completionTokens: number } | null;
  /** Everything that was written, reasoning too. */
  characters: number;
};

/** More than any answer of a clerk, reasoning included. */
const MAX_BYTES = 2 * 1024 * 1024;
const MAX_TEXT = 200_000;

type Members = Record<string, unknown>;

const FINISHES: Record<string, ChatFinish> = {
  stop: 'stop',
  end_turn: 'stop',
  eos: 'stop',
  length: 'length',
  max_tokens: 'length',
  tool_calls: 'calls',
  function_call: 'calls',
  content_filter: 'filtered',
};

function members(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}

/** Text, or a list of parts of which some are text. */
function textIn(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part) => (typeof part === 'string' ? part : textIn(members(part).text))).join('');
}

/** Takes the pieces of a stream, or one whole answer, whatever members the server leaves out. */
function createListener() {
  const calls = createCallCollector();
  let text = '';
  let refusal = '';
  let reasoning = 0;
  let finish: ChatFinish | null = null;
  let usage: Spoken['usage'] = null;
  let heard = false;

  const hear = (delta: Members): void => {
    text += textIn(delta.content);
    refusal += textIn(delta.refusal);
    reasoning += textIn(delta.reasoning_content).length + textIn(delta.reasoning).length;
    if (text.length > MAX_TEXT || reasoning > 4 * MAX_TEXT)
      throw new AppError('model.too-large', { detail: `over ${MAX_TEXT} characters` });
    for (const piece of Array.isArray(delta.tool_calls) ? delta.tool_calls : []) {
      const { index, id, function: named } = members(piece);
      calls.add({ index, id, name: members(named).name, arguments: members(named).arguments });
    }
    if (delta.function_call)
      calls.add({
        index: 0,
        name: members(delta.function_call).name,
        arguments: members(delta.function_call).arguments,
      });
  };

  return {
    get finished() {
      return finish !== null;
    },
    add(payload: unknown): void {
      const { choices, usage: counted, error } = members(payload);
      if (error)
        throw new AppError('model.malformed', {
          detail: `error in the answer: ${String(members(error).message ?? error).slice(0, 200)}`,
        });
      const { prompt_tokens: prompt, completion_tokens: completion } = members(counted);
      if (typeof prompt === 'number' && typeof completion === 'number')
        usage = { promptTokens: prompt, completionTokens: completion };
      const choice = members(Array.isArray(choices) ? choices[0] : undefined);
      if (Array.isArray(choices)) heard = true;
      hear(members(choice.delta ?? choice.message));
      if (typeof choice.text === 'string') text += choice.text;
      if (typeof choice.finish_reason === 'string') finish = FINISHES[choice.finish_reason] ?? 'unknown';
    },
    end(): Spoken {
      if (!heard) throw new AppError('model.malformed', { detail: 'no answer in the response' });
      const written = writtenCalls(withoutReasoning(text));
      for (const piece of written.pieces) calls.add(piece);
      const characters = text.length + reasoning;
      return {
        text: written.text,
        calls: calls.finish(),
        finish: finish ?? 'unknown',
        refusal: refusal || null,
        usage,
        characters,
      };
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('model.malformed', { cause, detail: `not JSON: ${text.length} characters` });
  }
}

/** Decides by the first character, for servers name the type of their answers wrongly: JSON, a page of HTML, or a stream of events. */
async function peek(body: AsyncIterable<Uint8Array>): Promise<{ first: string; all: AsyncIterable<Uint8Array> }> {
  const iterator = body[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let first = '';
  while (first === '') {
    const next = await iterator.next();
    if (next.done) break;
    seen.push(next.value);
    first = Buffer.concat(seen)
      .toString('utf8')
      .replace(/^[\ufeff\s]+/, '')
      .charAt(0);
  }
  async function* all() {
    yield* seen;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { first, all: all() };
}

/** @param finished is told as soon as the answer is complete; what follows is bookkeeping and need not be waited for */
export async function readAnswer(body: AsyncIterable<Uint8Array>, finished: () => void): Promise<Spoken> {
  const listener = createListener();
  const { first, all } = await peek(body);
  if (first === '<') throw new AppError('model.malformed', { detail: 'a page of HTML' });
  if (first === '{' || first === '[') {
    listener.add(parse(await wholeText(all)));
    return listener.end();
  }
  let closed = false;
  try {
    for await (const data of eventData(all, MAX_BYTES)) {
      closed = data.trim() === '[DONE]';
      if (closed) break;
      if (data.trim() !== '') listener.add(parse(data));
      if (listener.finished) finished();
    }
  } catch (error) {
    if (!listener.finished) throw error;
  }
  if (!closed && !listener.finished) throw new AppError('model.cut', { detail: 'the stream ended without an end' });
  return listener.end();
}

async function wholeText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > MAX_BYTES) throw new AppError('model.too-large', { detail: `over ${MAX_BYTES} bytes` });
    parts.push(part);
  }
  return Buffer.concat(parts)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim();
}
