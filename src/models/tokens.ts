import type { ChatRequest, ChatUsage } from './chat-model.ts';

/** For servers that do not count: a Chinese character is about 0.7 tokens, four other characters are one. */
function estimateTokens(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return Math.ceil(han * 0.7 + (text.length - han) / 4);
}

export function estimateUsage(request: ChatRequest, written: number): ChatUsage {
  const said = request.messages.map((message) =>
    message.role === 'assistant' ? message.text + JSON.stringify(message.calls) : message.text,
  );
  return {
    promptTokens: estimateTokens(said.join('\n') + JSON.stringify(request.tools)),
    completionTokens: Math.ceil(written / 2),
    estimated: true,
  };
}
