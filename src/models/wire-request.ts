import type {
  ChatCompletionCreateParamsStreaming,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import type { ChatMessage, ChatRequest } from './chat-model.ts';

/** Settings that some servers do not know and that can be left out. */
export const OPTIONAL = ['temperature', 'stream_options', 'tool_choice'] as const;
export type OptionalSetting = (typeof OPTIONAL)[number];

function wireMessage(message: ChatMessage): ChatCompletionMessageParam {
  if (message.role === 'tool') return { role: 'tool', tool_call_id: message.callId, content: message.text };
  if (message.role !== 'assistant') return { role: message.role, content: message.text };
  if (message.calls.length === 0) return { role: 'assistant', content: message.text };
  return {
    role: 'assistant',
    content: message.text || null,
    tool_calls: message.calls.map((call) => ({
      id: call.id,
      type: 'function',
      function: { name: call.name, arguments: call.arguments },
    })),
  };
}

export function wireRequest(
  model: string,
  { messages, tools }: ChatRequest,
  without: ReadonlySet<OptionalSetting>,
): ChatCompletionCreateParamsStreaming {
  return {
    model,
    stream: true,
    messages: messages.map(wireMessage),
    ...(tools.length > 0 && {
      tools: tools.map(({ name, description, parameters }) => ({
        type: 'function' as const,
        function: { name, description, parameters },
      })),
    }),
    ...(tools.length > 0 && !without.has('tool_choice') && { tool_choice: 'auto' as const }),
    ...(!without.has('stream_options') && { stream_options: { include_usage: true } }),
    ...(!without.has('temperature') && { temperature: 0.2 }),
  };
}
